#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "codec_internal.h"

codec_decoder *codec_decoder_create(codec_format format) {
  switch (format) {
    case CODEC_FORMAT_PNG: return codec_png_decoder_create();
    case CODEC_FORMAT_JPEG: return codec_jpeg_decoder_create();
    case CODEC_FORMAT_WEBP: return codec_webp_decoder_create();
  }
  return NULL;
}

codec_status codec_decoder_open(
  codec_decoder *decoder, const uint8_t *bytes, size_t length, uint64_t maximum_area, bool wants_colours) {
  if (decoder->failure.status != CODEC_OK) return decoder->failure.status;
  decoder->input = (codec_input){bytes, length};
  decoder->maximum_area = maximum_area;
  decoder->wants_colours = wants_colours;
  return decoder->open(decoder);
}

codec_header codec_decoder_header(const codec_decoder *decoder) { return decoder->header; }

codec_status codec_decoder_next_row(codec_decoder *decoder, const uint8_t **row) {
  if (decoder->failure.status != CODEC_OK) return decoder->failure.status;
  if (decoder->rows_done == decoder->header.height) return codec_fail(&decoder->failure, CODEC_CORRUPT, "there are no more rows");
  codec_status status = decoder->next_row(decoder, row);
  if (status == CODEC_OK) decoder->rows_done += 1;
  return status;
}

codec_status codec_decoder_finish(codec_decoder *decoder) {
  if (decoder->failure.status != CODEC_OK) return decoder->failure.status;
  if (decoder->rows_done < decoder->header.height) return codec_fail(&decoder->failure, CODEC_CORRUPT, "not all rows were read");
  return decoder->finish(decoder);
}

const char *codec_decoder_message(const codec_decoder *decoder) { return decoder->failure.message; }

void codec_decoder_destroy(codec_decoder *decoder) {
  if (!decoder) return;
  decoder->close(decoder);
  free(decoder);
}

codec_status codec_check_signature(codec_decoder *decoder, const char *format, const char *signature, size_t length) {
  codec_input input = decoder->input;
  if (input.length == 0) return codec_fail(&decoder->failure, CODEC_TRUNCATED, "the file is empty");
  size_t present = input.length < length ? input.length : length;
  if (memcmp(input.bytes, signature, present) != 0)
    return codec_fail(&decoder->failure, CODEC_CORRUPT, "the file does not start with the %s signature", format);
  if (present < length) return codec_fail(&decoder->failure, CODEC_TRUNCATED, "the file ends inside the %s signature", format);
  return CODEC_OK;
}

codec_status codec_set_header(codec_decoder *decoder, uint32_t width, uint32_t height, uint32_t channels) {
  decoder->header = (codec_header){width, height, channels};
  uint64_t area = (uint64_t)width * height;
  if (area <= decoder->maximum_area) return CODEC_OK;
  return codec_fail(
    &decoder->failure, CODEC_TOO_LARGE, "the header says %ux%u pixels, and %" PRIu64 " are allowed", width, height, decoder->maximum_area);
}
