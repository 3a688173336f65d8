#ifndef PIXELS_H
#define PIXELS_H

#include <stddef.h>
#include <stdint.h>

// Luminance: Rec. 601 weights in 1/256, rounded. Pixels with alpha are seen over white.

void pixel_rows_luminance_of_rgb(const uint8_t *rgb, size_t count, uint8_t *luminance);
void pixel_rows_luminance_of_rgba(const uint8_t *rgba, size_t count, uint8_t *luminance);
void pixel_rows_luminance_of_planes(const uint8_t *red, const uint8_t *green, const uint8_t *blue, size_t count, uint8_t *luminance);

// One channel of each pixel; a colour with alpha is seen over white.

void pixel_rows_channel_of_rgb(const uint8_t *rgb, size_t count, size_t channel, uint8_t *samples);
void pixel_rows_channel_of_rgba(const uint8_t *rgba, size_t count, size_t channel, uint8_t *samples);
void pixel_rows_alpha_of_rgba(const uint8_t *rgba, size_t count, uint8_t *samples);

/// Lays planes over an RGB row: wholly where alpha is 255, not at all where it is 0.
void pixel_rows_lay_over(
  const uint8_t *red, const uint8_t *green, const uint8_t *blue, const uint8_t *alpha, size_t count, uint8_t *rgb);

/// What one pixel of a fitted row reads: the first and the last pixel, and all between.
typedef struct pixel_rows_tap {
  uint32_t first;
  uint32_t last;
  /// Weights of the first pixel, of each one between, and of the last one, in 1/2³² (average) or 1/256 (interpolate).
  uint32_t first_weight;
  uint32_t middle_weight;
  uint32_t last_weight;
} pixel_rows_tap;

// Along a row: samples of 8 bits become samples of 16, 256 times as large.

void pixel_rows_average(const uint8_t *row, const pixel_rows_tap *taps, size_t count, uint16_t *fitted);
/// Of 2, 4 or 8 whole pixels each.
void pixel_rows_average_evenly(const uint8_t *row, size_t step, size_t count, uint16_t *fitted);
void pixel_rows_interpolate(const uint8_t *row, const pixel_rows_tap *taps, size_t count, uint16_t *fitted);

// Down the rows: samples of 16 bits become samples of 8, rounded.

/// Adds a row; the weights of all that are added are 1/65536 and make 1.
void pixel_rows_add(const uint16_t *row, size_t count, uint32_t weight, uint32_t *sums);
/// Gives the average, and clears the sums for the next one.
void pixel_rows_round(uint32_t *sums, size_t count, uint8_t *samples);
/// A row between two, `weight` / 256 of the way.
void pixel_rows_blend(const uint16_t *previous, const uint16_t *current, size_t count, uint32_t weight, uint8_t *samples);

// Printing: colours have the bytes red, green, blue and one that is not looked at.

/// `colours` has one for each of 256 luminances.
void pixel_rows_print(const uint8_t *luminance, size_t count, const uint32_t *colours, uint8_t *rgb);
/// Through a row of a halftone: each luminance becomes its level, plus one of `side` offsets, which come again and again. `colours` is where
/// the colour of 0 is, and reaches from -256 to 511.
void pixel_rows_print_halftoned(
  const uint8_t *luminance, size_t count, const uint8_t *levels, const int16_t *offsets, size_t side, const uint32_t *colours,
  uint8_t *rgb);

#endif
