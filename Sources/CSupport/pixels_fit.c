#include "pixels.h"
#include "pixels_processors.h"

void pixel_rows_average(const uint8_t *restrict row, const pixel_rows_tap *restrict taps, size_t count, uint16_t *restrict fitted) {
  for (size_t x = 0; x < count; x++) {
    const pixel_rows_tap tap = taps[x];
    uint32_t middle = 0;
    // Most often there are few, or none.
#pragma clang loop vectorize(disable)
    for (uint32_t position = tap.first + 1; position < tap.last; position++)
      middle += row[position];
    const uint64_t ends = (uint64_t)tap.first_weight * row[tap.first] + (uint64_t)tap.last_weight * row[tap.last];
    fitted[x] = (uint16_t)((ends + (uint64_t)tap.middle_weight * middle) >> 24);
  }
}

static inline __attribute__((always_inline)) void average(
  const uint8_t *restrict row, size_t step, size_t count, uint16_t *restrict fitted) {
  for (size_t x = 0; x < count; x++) {
    uint16_t sum = 0;
    for (size_t position = 0; position < step; position++)
      sum += row[step * x + position];
    fitted[x] = (uint16_t)(sum * (256 / step));
  }
}

/// A loop for each step: how far its vectors reach is known when it is compiled.
FOR_EACH_PROCESSOR void pixel_rows_average_evenly(const uint8_t *row, size_t step, size_t count, uint16_t *fitted) {
  switch (step) {
    case 2: average(row, 2, count, fitted); break;
    case 4: average(row, 4, count, fitted); break;
    case 8: average(row, 8, count, fitted); break;
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
