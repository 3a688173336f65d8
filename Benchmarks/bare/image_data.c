#include <libdeflate.h>
#include <string.h>

#include "bare.h"

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The IDAT chunks' contents, one behind the other. */
static file joined_data(file source) {
  file joined = {allocate(source.length), 0};
  for (size_t offset = 8; offset + 12 <= source.length;) {
    size_t length = big_endian(source.bytes + offset);
    if (length > source.length - offset - 12) fail("a PNG chunk ends early");
    if (memcmp(source.bytes + offset + 4, "IDAT", 4) == 0) {
      memcpy(joined.bytes + joined.length, source.bytes + offset + 8, length);
      joined.length += length;
    }
    offset += length + 12;
  }
  return joined;
}

image_data image_data_of_file(file source, const picture *decoded) {
  size_t raw_length = ((size_t)decoded->width * decoded->channels + 1) * decoded->height;
  return (image_data){joined_data(source), {allocate(raw_length), raw_length}};
}

/* Without a filter: each row behind a 0. */
image_data image_data_of_rows(const picture *source) {
  size_t row_length = (size_t)source->width * source->channels;
  size_t raw_length = (row_length + 1) * source->height;
  image_data data = {{NULL, raw_length + raw_length / 8 + 1024}, {allocate(raw_length), raw_length}};
  data.stream.bytes = allocate(data.stream.length);
  for (size_t y = 0; y < source->height; y++) {
    data.raw.bytes[y * (row_length + 1)] = 0;
    memcpy(data.raw.bytes + y * (row_length + 1) + 1, source->rows + y * row_length, row_length);
  }
  return data;
}

void inflate_data(image_data *data) {
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (!decompressor) fail("no memory for libdeflate");
  if (libdeflate_zlib_decompress(decompressor, data->stream.bytes, data->stream.length, data->raw.bytes, data->raw.length, NULL)
    != LIBDEFLATE_SUCCESS)
    fail("the image data cannot be inflated");
  libdeflate_free_decompressor(decompressor);
}

size_t deflate_data(image_data *data) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(1);
  if (!compressor) fail("no memory for libdeflate");
  size_t length = libdeflate_zlib_compress(compressor, data->raw.bytes, data->raw.length, data->stream.bytes, data->stream.length);
  libdeflate_free_compressor(compressor);
  if (length == 0) fail("the image data cannot be deflated");
  return length;
}
