#include "whole_png.h"

enum {
  type_IHDR = PNG_CHUNK_TYPE('I', 'H', 'D', 'R'),
  type_PLTE = PNG_CHUNK_TYPE('P', 'L', 'T', 'E'),
  type_tRNS = PNG_CHUNK_TYPE('t', 'R', 'N', 'S'),
  type_IDAT = PNG_CHUNK_TYPE('I', 'D', 'A', 'T'),
  type_IEND = PNG_CHUNK_TYPE('I', 'E', 'N', 'D'),
};

/* What 25 MB of noise come to, the largest file that is taken anywhere. Rows and image data are both in memory for a moment, so a picture
 * above this, though it would be faster in one piece, is left to libpng, which needs a row. */
static const uint64_t longest_raw = 32 << 20;

/* Image data is hardly ever longer than its rows, but for what deflate adds to noise (5 bytes to a block); libpng has its doubts about
 * chunks that are. */
static const size_t surplus_data = 1024;

static uint32_t stride_of(uint8_t color_type) {
  switch (color_type) {
    case 0: case 3: return 1;
    case 4: return 2;
    case 2: return 3;
    case 6: return 4;
    default: return 0;
  }
}

/* 8 bits, and no compression, filter or interlace method but 0. */
static bool take_header(png_parts *parts, const png_chunk *chunk, uint64_t maximum_area) {
  const uint8_t *data = chunk->data;
  if (chunk->type != type_IHDR || chunk->length != 13 || data[8] != 8 || data[10] || data[11] || data[12]) return false;
  parts->width = whole_png_big_endian(data);
  parts->height = whole_png_big_endian(data + 4);
  parts->color_type = data[9];
  parts->stride = stride_of(data[9]);
  if (!parts->stride || !parts->width || !parts->height || parts->width > longest_raw || parts->height > longest_raw) return false;
  if ((uint64_t)parts->width * parts->height > maximum_area) return false;
  parts->row_length = (size_t)parts->width * parts->stride;
  uint64_t raw_length = ((uint64_t)parts->row_length + 1) * parts->height;
  parts->raw_length = (size_t)raw_length;
  return raw_length <= longest_raw;
}

/* Only a palette picture has a use for PLTE; the suggested palette of a truecolour one is rare enough for libpng. */
static bool take_palette(png_parts *parts, const png_chunk *chunk) {
  if (parts->color_type != 3 || parts->palette || parts->first_data_chunk) return false;
  if (chunk->length == 0 || chunk->length > 768 || chunk->length % 3 != 0) return false;
  parts->palette = chunk->data;
  parts->palette_length = chunk->length;
  return true;
}

static bool take_transparency(png_parts *parts, const png_chunk *chunk) {
  if (parts->transparency || parts->first_data_chunk) return false;
  if (parts->color_type == 3 && (!parts->palette || chunk->length == 0 || chunk->length > parts->palette_length / 3)) return false;
  if (parts->color_type != 3 && chunk->length != parts->stride * 2) return false;
  parts->transparency = chunk->data;
  parts->transparency_length = chunk->length;
  return (parts->color_type & 4) == 0;
}

static bool take_data(png_parts *parts, const png_chunk *chunk, bool follows_data) {
  if (parts->first_data_chunk && !follows_data) return false;
  if (parts->color_type == 3 && !parts->palette) return false;
  if (!parts->first_data_chunk) parts->first_data_chunk = chunk->end - chunk->length - 12;
  parts->data_length += chunk->length;
  return parts->data_length <= parts->raw_length + parts->raw_length / 1024 + surplus_data;
}

/* Ancillary chunks, whose names begin with a small letter, are skipped. */
static bool take(png_parts *parts, const png_chunk *chunk, bool follows_data) {
  switch (chunk->type) {
    case type_PLTE: return take_palette(parts, chunk);
    case type_tRNS: return take_transparency(parts, chunk);
    case type_IDAT: return take_data(parts, chunk, follows_data);
    default: return (chunk->type >> 29 & 1) != 0;
  }
}

bool whole_png_find_parts(png_parts *parts, codec_input input, uint64_t maximum_area) {
  *parts = (png_parts){0};
  png_chunk chunk;
  if (!whole_png_read_chunk(&chunk, input, 8) || !whole_png_chunk_is_sound(&chunk)) return false;
  if (!take_header(parts, &chunk, maximum_area)) return false;
  uint32_t previous = type_IHDR;
  while (whole_png_read_chunk(&chunk, input, chunk.end) && whole_png_chunk_is_sound(&chunk)) {
    if (chunk.type == type_IEND) return chunk.length == 0 && parts->first_data_chunk;
    if (!take(parts, &chunk, previous == type_IDAT)) return false;
    previous = chunk.type;
  }
  return false;
}
