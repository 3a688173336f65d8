#include "CPixelRows.h"
#include "processors.h"

void pixel_rows_average(const uint8_t *restrict row, const pixel_rows_tap *restrict taps, size_t count, uint16_t *restrict fitted) {
  for (size_t x = 0; x < count; x++) {
    const pixel_rows_tap tap = taps[x];
    uint32_t middle = 0;
    // Most often there are few, or none.
#pragma clang loop vectorize(disable)
    for (uint32_t position = tap.first + 1; position < tap.last; position++)
      middle += row[position];
    fitted[x] = (uint16_t)((tap.first_weight * row[tap.first] + tap.middle_weight * middle + tap.last_weight * row[tap.last]) >> 24);
  }
}

void pixel_rows_interpolate(const uint8_t *restrict row, const pixel_rows_tap *restrict taps, size_t count, uint16_t *restrict fitted) {
  for (size_t x = 0; x < count; x++)
    fitted[x] = (uint16_t)(taps[x].first_weight * row[taps[x].first] + taps[x].last_weight * row[taps[x].last]);
}

FOR_EACH_PROCESSOR void pixel_rows_add(const uint16_t *restrict row, size_t count, uint32_t weight, uint32_t *restrict sums) {
  for (size_t x = 0; x < count; x++)
    sums[x] += row[x] * weight;
}

FOR_EACH_PROCESSOR void pixel_rows_round(uint32_t *restrict sums, size_t count, uint8_t *restrict samples) {
  for (size_t x = 0; x < count; x++) {
    samples[x] = (uint8_t)((sums[x] + (1 << 23)) >> 24);
    sums[x] = 0;
  }
}

FOR_EACH_PROCESSOR void pixel_rows_blend(
  const uint16_t *restrict previous, const uint16_t *restrict current, size_t count, uint32_t weight, uint8_t *restrict samples) {
  for (size_t x = 0; x < count; x++)
    samples[x] = (uint8_t)((previous[x] * (256 - weight) + current[x] * weight + (1 << 15)) >> 16);
}
