#include "pixels.h"
#include "pixels_blending.h"
#include "pixels_processors.h"

FOR_EACH_PROCESSOR void pixel_rows_channel_of_rgb(const uint8_t *restrict rgb, size_t count, size_t channel, uint8_t *restrict samples) {
  for (size_t x = 0; x < count; x++)
    samples[x] = rgb[3 * x + channel];
}

FOR_EACH_PROCESSOR void pixel_rows_channel_of_rgba(const uint8_t *restrict rgba, size_t count, size_t channel, uint8_t *restrict samples) {
  for (size_t x = 0; x < count; x++)
    samples[x] = over_white(rgba[4 * x + channel], rgba[4 * x + 3]);
}

FOR_EACH_PROCESSOR void pixel_rows_alpha_of_rgba(const uint8_t *restrict rgba, size_t count, uint8_t *restrict samples) {
  for (size_t x = 0; x < count; x++)
    samples[x] = rgba[4 * x + 3];
}

FOR_EACH_PROCESSOR void pixel_rows_lay_over(
  const uint8_t *restrict red, const uint8_t *restrict green, const uint8_t *restrict blue, const uint8_t *restrict alpha, size_t count,
  uint8_t *restrict rgb) {
  for (size_t x = 0; x < count; x++) {
    rgb[3 * x] = blended(red[x], rgb[3 * x], alpha[x]);
    rgb[3 * x + 1] = blended(green[x], rgb[3 * x + 1], alpha[x]);
    rgb[3 * x + 2] = blended(blue[x], rgb[3 * x + 2], alpha[x]);
  }
}
