#include <libdeflate.h>

#include "whole_png.h"

/* Length, name and CRC. */
static const size_t frame_length = 12;

uint32_t whole_png_big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_letter(uint8_t byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'); }

bool whole_png_read_chunk(png_chunk *chunk, codec_input input, size_t offset) {
  if (offset > input.length || input.length - offset < frame_length) return false;
  const uint8_t *start = input.bytes + offset;
  *chunk = (png_chunk){.type = whole_png_big_endian(start + 4), .length = whole_png_big_endian(start), .data = start + 8};
  if (chunk->length > INT32_MAX || chunk->length > input.length - offset - frame_length) return false;
  chunk->end = offset + frame_length + chunk->length;
  return is_letter(start[4]) && is_letter(start[5]) && is_letter(start[6]) && is_letter(start[7]);
}

/* The CRC is of the name and the data. */
bool whole_png_chunk_is_sound(const png_chunk *chunk) {
  return libdeflate_crc32(0, chunk->data - 4, (size_t)chunk->length + 4) == whole_png_big_endian(chunk->data + chunk->length);
}
