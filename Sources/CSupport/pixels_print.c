#include <string.h>

#include "pixels.h"

enum { rgb_bytes = 3 };

/// Four bytes with one instruction: the fourth is the next pixel's first, and is written again.
static inline void put(uint32_t colour, uint8_t *rgb) { memcpy(rgb, &colour, sizeof colour); }

/// The row ends here: nothing may be written behind it.
static inline void put_last(uint32_t colour, uint8_t *rgb) { memcpy(rgb, &colour, rgb_bytes); }

void pixel_rows_print(const uint8_t *restrict luminance, size_t count, const uint32_t *restrict colours, uint8_t *restrict rgb) {
  if (count == 0)
    return;
  const size_t last = count - 1;
  for (size_t x = 0; x < last; x++)
    put(colours[luminance[x]], rgb + rgb_bytes * x);
  put_last(colours[luminance[last]], rgb + rgb_bytes * last);
}

void pixel_rows_print_halftoned(
  const uint8_t *restrict luminance, size_t count, const uint8_t *restrict levels, const int16_t *restrict offsets, size_t side,
  const uint32_t *restrict colours, uint8_t *restrict rgb) {
  if (count == 0)
    return;
  const size_t last = count - 1;
  for (size_t start = 0; start < last; start += side) {
    const size_t columns = last - start < side ? last - start : side;
    for (size_t column = 0; column < columns; column++)
      put(colours[levels[luminance[start + column]] + offsets[column]], rgb + rgb_bytes * (start + column));
  }
  put_last(colours[levels[luminance[last]] + offsets[last % side]], rgb + rgb_bytes * last);
}
