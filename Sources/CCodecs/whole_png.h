/* The fast way through an ordinary PNG: 8 bits a sample, not interlaced, of moderate size, inflated in one piece by libdeflate.
 *
 * It either vouches for the whole file before the first row is handed out, or gives up without a word; libpng then reads the file
 * from the start, judges it and finds the words for what is wrong. Giving up is therefore always right, and any doubt is a reason to.
 * The one thing that libdeflate is milder about than zlib: a Huffman code that lacks some words may still be followed where the stream
 * uses one of them. The length and the Adler-32 of what comes out are checked all the same.
 */
#ifndef WHOLE_PNG_H
#define WHOLE_PNG_H

#include "codec_internal.h"

/* Where the parts of a file are, every chunk's name, place, length and CRC having been checked. */
typedef struct png_parts {
  uint32_t width;
  uint32_t height;
  uint8_t color_type;
  /* Bytes of a stored pixel, and of a stored row without its filter byte. */
  uint32_t stride;
  size_t row_length;
  /* Rows and filter bytes. */
  size_t raw_length;
  const uint8_t *palette;
  size_t palette_length;
  const uint8_t *transparency;
  size_t transparency_length;
  /* The first IDAT chunk, and the bytes in all of them, which follow one another. */
  size_t first_data_chunk;
  size_t data_length;
} png_parts;

/* False: give up. */
bool whole_png_find_parts(png_parts *parts, codec_input input, uint64_t maximum_area);

/* One chunk; `data` points into the file. */
typedef struct png_chunk {
  uint32_t type;
  uint32_t length;
  const uint8_t *data;
  /* Of the chunk behind it. */
  size_t end;
} png_chunk;

#define PNG_CHUNK_TYPE(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* The chunk that starts at `offset`; its length must fit the file, its name must be of letters. The CRC is not looked at. */
bool whole_png_read_chunk(png_chunk *chunk, codec_input input, size_t offset);
bool whole_png_chunk_is_sound(const png_chunk *chunk);
uint32_t whole_png_big_endian(const uint8_t *bytes);

/* How far the row functions may read and write beyond the end of what they work on. */
enum { png_slack = 16 };

/* The inflated rows, filter bytes checked, with slack behind them; NULL: give up. */
uint8_t *whole_png_inflate(const png_parts *parts, codec_input input);

/* Undoes filter 0...4 of one row. All three have slack behind them; `row` may not overlap the others. */
void whole_png_unfilter(uint8_t *row, const uint8_t *previous, const uint8_t *filtered, size_t length, uint32_t stride, uint8_t filter);

/* How stored pixels become RGB or RGBA. */
typedef struct png_expansion {
  enum { png_as_stored, png_through_table, png_grey_alpha, png_colour_key } kind;
  uint32_t channels;
  uint8_t table[256][4];
  uint8_t key[3];
} png_expansion;

/* False: give up. */
bool whole_png_plan_expansion(png_expansion *expansion, const png_parts *parts);
/* `row` has slack behind it. Not for png_as_stored. */
void whole_png_expand(const png_expansion *expansion, uint8_t *row, const uint8_t *stored, uint32_t width);

typedef struct whole_png whole_png;

/* NULL: let libpng do it. The input is not needed after this. */
whole_png *whole_png_open(codec_input input, uint64_t maximum_area);
codec_header whole_png_header(const whole_png *whole);
/* Valid until the next call; to be called `height` times at most. */
const uint8_t *whole_png_next_row(whole_png *whole);
void whole_png_close(whole_png *whole);

#endif
