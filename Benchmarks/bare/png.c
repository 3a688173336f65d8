#include <png.h>
#include <string.h>
#include <stdlib.h>

#include "bare.h"

typedef struct cursor {
  file source;
  size_t offset;
} cursor;

static void on_error(png_structp png, png_const_charp text) {
  (void)png;
  fail(text);
}

static void read_bytes(png_structp png, png_bytep destination, size_t length) {
  cursor *at = png_get_io_ptr(png);
  if (length > at->source.length - at->offset) fail("the PNG ends early");
  memcpy(destination, at->source.bytes + at->offset, length);
  at->offset += length;
}

static void read_rows(png_structp png, picture *decoded, int keeps) {
  size_t row_length = (size_t)decoded->width * decoded->channels;
  decoded->rows = allocate(keeps ? row_length * decoded->height : row_length);
  for (uint32_t y = 0; y < decoded->height; y++) png_read_row(png, decoded->rows + (keeps ? y * row_length : 0), NULL);
}

void png_decode(file source, picture *kept) {
  cursor at = {source, 0};
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, NULL);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) fail("no memory for libpng");
  png_set_read_fn(png, &at, read_bytes);
  png_read_info(png, info);
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_gray_to_rgb(png);
  png_read_update_info(png, info);
  picture decoded = {png_get_image_width(png, info), png_get_image_height(png, info), png_get_channels(png, info), NULL};
  read_rows(png, &decoded, kept != NULL);
  png_read_end(png, NULL);
  png_destroy_read_struct(&png, &info, NULL);
  if (kept)
    *kept = decoded;
  else
    free(decoded.rows);
}

typedef struct output {
  uint8_t *bytes;
  size_t length;
  size_t capacity;
} output;

static void write_bytes(png_structp png, png_bytep bytes, size_t length) {
  output *written = png_get_io_ptr(png);
  if (length > written->capacity - written->length) {
    written->capacity = (written->capacity + length) * 2;
    written->bytes = realloc(written->bytes, written->capacity);
    if (!written->bytes) fail("no memory for a PNG");
  }
  memcpy(written->bytes + written->length, bytes, length);
  written->length += length;
}

static void flush_bytes(png_structp png) { (void)png; }

size_t png_encode(const picture *source) {
  output written = {0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, NULL);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) fail("no memory for libpng");
  png_set_write_fn(png, &written, write_bytes, flush_bytes);
  int color_type = source->channels == 4 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
  png_set_IHDR(png, info, source->width, source->height, 8, color_type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
    PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 1);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
  png_set_compression_buffer_size(png, 64 * 1024);
  png_write_info(png, info);
  for (uint32_t y = 0; y < source->height; y++) png_write_row(png, source->rows + (size_t)y * source->width * source->channels);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  free(written.bytes);
  return written.length;
}
