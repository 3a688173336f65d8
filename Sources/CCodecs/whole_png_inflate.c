#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "whole_png.h"

/* The zlib stream, which a writer may cut into any number of IDAT chunks. Points into the file where there is only one. */
typedef struct zlib_stream {
  const uint8_t *bytes;
  uint8_t *joined;
} zlib_stream;

/* Memory in large pages where there is much of it: in small ones the page faults of 25 MB take some 15 ms. To be freed with free(). */
static void *allocate(size_t length) {
  const size_t large_page = 2 << 20;
  if (length < 2 * large_page) return malloc(length);
  void *memory = NULL;
  if (posix_memalign(&memory, large_page, length)) return NULL;
  madvise(memory, length, MADV_HUGEPAGE); /* advice: a system that does not take it loses nothing */
  return memory;
}

static bool join_data(zlib_stream *stream, const png_parts *parts, codec_input input) {
  png_chunk chunk;
  if (!whole_png_read_chunk(&chunk, input, parts->first_data_chunk)) return false;
  *stream = (zlib_stream){.bytes = chunk.data};
  if (chunk.length == parts->data_length) return true;
  stream->bytes = stream->joined = allocate(parts->data_length);
  if (!stream->joined) return false;
  for (size_t length = 0;;) {
    memcpy(stream->joined + length, chunk.data, chunk.length);
    length += chunk.length;
    if (length == parts->data_length) return true;
    if (!whole_png_read_chunk(&chunk, input, chunk.end)) return false;
  }
}

/* Deflate makes of a byte 1032 at most, so what cannot fill the rows need not be given memory for them. And zlib, unlike libdeflate,
 * keeps matches inside the window that the stream's first byte promises. */
static bool is_plausible(const uint8_t *stream, const png_parts *parts) {
  if (parts->data_length < 8 || parts->raw_length / 1032 > parts->data_length) return false;
  uint32_t window_bits = 8 + (stream[0] >> 4);
  return window_bits == 15 || (window_bits < 15 && parts->raw_length <= (size_t)1 << window_bits);
}

/* The stream must fill the rows exactly and end where the chunks end, its Adler-32 included. */
static bool inflate_exactly(uint8_t *rows, const uint8_t *stream, const png_parts *parts) {
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (!decompressor) return false;
  size_t consumed = 0;
  enum libdeflate_result result =
    libdeflate_zlib_decompress_ex(decompressor, stream, parts->data_length, rows, parts->raw_length, &consumed, NULL);
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS && consumed == parts->data_length;
}

static bool filters_exist(const uint8_t *rows, const png_parts *parts) {
  for (size_t offset = 0; offset < parts->raw_length; offset += parts->row_length + 1)
    if (rows[offset] > 4) return false;
  return true;
}

uint8_t *whole_png_inflate(const png_parts *parts, codec_input input) {
  zlib_stream stream = {0};
  uint8_t *rows = NULL;
  if (join_data(&stream, parts, input) && is_plausible(stream.bytes, parts)) rows = allocate(parts->raw_length + png_slack);
  bool is_sound = rows && inflate_exactly(rows, stream.bytes, parts) && filters_exist(rows, parts);
  free(stream.joined);
  if (is_sound) {
    memset(rows + parts->raw_length, 0, png_slack);
    return rows;
  }
  free(rows);
  return NULL;
}
