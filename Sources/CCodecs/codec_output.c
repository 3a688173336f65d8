#include <stdlib.h>
#include <string.h>

#include "codec_internal.h"

/* Holds the encoded form of most small pictures without growing. */
static const size_t first_capacity = 64 * 1024;

bool codec_output_reserve(codec_output *output, size_t more) {
  if (more <= output->capacity - output->length) return true;
  if (more > SIZE_MAX / 2 - output->length) return false;
  size_t needed = output->length + more;
  size_t capacity = output->capacity ? output->capacity : first_capacity;
  while (capacity < needed) capacity *= 2;
  uint8_t *grown = realloc(output->bytes, capacity);
  if (!grown) return false;
  output->bytes = grown;
  output->capacity = capacity;
  return true;
}

bool codec_output_append(codec_output *output, const uint8_t *bytes, size_t length) {
  if (!codec_output_reserve(output, length)) return false;
  memcpy(output->bytes + output->length, bytes, length);
  output->length += length;
  return true;
}
