#include "pixels.h"
#include "pixels_blending.h"
#include "pixels_processors.h"

/// At most 255 * 256 + 128: 16 bits hold it, and twice as many of them are worked on at once as of 32.
static inline uint8_t luminance_of(uint8_t red, uint8_t green, uint8_t blue) {
  return (uint16_t)(77 * red + 150 * green + 29 * blue + 128) >> 8;
}

FOR_EACH_PROCESSOR void pixel_rows_luminance_of_rgb(const uint8_t *restrict rgb, size_t count, uint8_t *restrict luminance) {
  for (size_t x = 0; x < count; x++)
    luminance[x] = luminance_of(rgb[3 * x], rgb[3 * x + 1], rgb[3 * x + 2]);
}

FOR_EACH_PROCESSOR void pixel_rows_luminance_of_rgba(const uint8_t *restrict rgba, size_t count, uint8_t *restrict luminance) {
  for (size_t x = 0; x < count; x++)
    luminance[x] = over_white(luminance_of(rgba[4 * x], rgba[4 * x + 1], rgba[4 * x + 2]), rgba[4 * x + 3]);
}

FOR_EACH_PROCESSOR void pixel_rows_luminance_of_planes(
  const uint8_t *restrict red, const uint8_t *restrict green, const uint8_t *restrict blue, size_t count, uint8_t *restrict luminance) {
  for (size_t x = 0; x < count; x++)
    luminance[x] = luminance_of(red[x], green[x], blue[x]);
}
