#include <string.h>

#include "whole_png.h"

/* A pixel at a time, whatever its length: four samples are read, reckoned and written, and those beyond the pixel are overwritten by the
 * next one. That is why rows have slack. The compiler knows these vectors on every machine; the results are the same on all. */
typedef uint8_t samples __attribute__((vector_size(4)));
typedef int16_t lanes __attribute__((vector_size(8)));

static inline samples load(const uint8_t *bytes) {
  samples pixel;
  memcpy(&pixel, bytes, sizeof pixel);
  return pixel;
}

static inline lanes widened(samples pixel) { return __builtin_convertvector(pixel, lanes); }

static inline void store(uint8_t *bytes, samples pixel) { memcpy(bytes, &pixel, sizeof pixel); }

static void undo_up(uint8_t *restrict row, const uint8_t *restrict above, const uint8_t *restrict filtered, size_t length) {
  for (size_t i = 0; i < length; i++) row[i] = (uint8_t)(filtered[i] + above[i]);
}

static inline void undo_sub(uint8_t *row, const uint8_t *filtered, size_t length, size_t stride) {
  samples left = {0};
  for (size_t i = 0; i < length; i += stride) {
    left += load(filtered + i);
    store(row + i, left);
  }
}

static inline void undo_average(uint8_t *row, const uint8_t *above, const uint8_t *filtered, size_t length, size_t stride) {
  lanes left = {0};
  for (size_t i = 0; i < length; i += stride) {
    left = (widened(load(filtered + i)) + ((left + widened(load(above + i))) >> 1)) & 255;
    store(row + i, __builtin_convertvector(left, samples));
  }
}

/* The prediction is left, above or corner, whichever is nearest to left + above - corner, ties in that order. That is: with
 * t = 3 corner - left - above, the lesser of left and above when t is at least the greater, the greater when t is at most the lesser,
 * else the corner. Written so, each pixel waits for its left neighbour seven operations long instead of twelve. (When both hold, left and
 * above are equal, and so is their union.) */
static inline void undo_paeth(uint8_t *row, const uint8_t *above, const uint8_t *filtered, size_t length, size_t stride) {
  lanes left = {0}, corner = {0};
  for (size_t i = 0; i < length; i += stride) {
    lanes up = widened(load(above + i));
    lanes threshold = corner + corner + corner - up - left;
    lanes left_is_less = left < up;
    lanes less = (left & left_is_less) | (up & ~left_is_less);
    lanes greater = (up & left_is_less) | (left & ~left_is_less);
    lanes not_less = greater > threshold;
    lanes not_greater = threshold > less;
    lanes prediction = (less & ~not_less) | (greater & ~not_greater) | (corner & not_less & not_greater);
    left = (widened(load(filtered + i)) + prediction) & 255;
    corner = up;
    store(row + i, __builtin_convertvector(left, samples));
  }
}

/* Called with a constant stride, so that each of the four gets loops of its own. */
static inline __attribute__((always_inline)) void undo_leftward(
  uint8_t *row, const uint8_t *above, const uint8_t *filtered, size_t length, size_t stride, uint8_t filter) {
  if (filter == 1)
    undo_sub(row, filtered, length, stride);
  else if (filter == 3)
    undo_average(row, above, filtered, length, stride);
  else
    undo_paeth(row, above, filtered, length, stride);
}

void whole_png_unfilter(uint8_t *row, const uint8_t *previous, const uint8_t *filtered, size_t length, uint32_t stride, uint8_t filter) {
  if (filter == 0)
    memcpy(row, filtered, length);
  else if (filter == 2)
    undo_up(row, previous, filtered, length);
  else if (stride == 1)
    undo_leftward(row, previous, filtered, length, 1, filter);
  else if (stride == 2)
    undo_leftward(row, previous, filtered, length, 2, filter);
  else if (stride == 3)
    undo_leftward(row, previous, filtered, length, 3, filter);
  else
    undo_leftward(row, previous, filtered, length, 4, filter);
}
