#include <CCodecs.h>

#include "bare.h"

static codec_format codec_of(format format) {
  switch (format) {
    case PNG: return CODEC_FORMAT_PNG;
    case JPEG: return CODEC_FORMAT_JPEG;
    case WEBP: return CODEC_FORMAT_WEBP;
  }
  fail("no such format");
}

void mock_decode(file source, format format) {
  codec_decoder *decoder = codec_decoder_create(codec_of(format));
  if (!decoder || codec_decoder_open(decoder, source.bytes, source.length, UINT64_MAX, true) != CODEC_OK) fail("the mock cannot open this");
  const uint8_t *row;
  for (uint32_t y = codec_decoder_header(decoder).height; y > 0; y--)
    if (codec_decoder_next_row(decoder, &row) != CODEC_OK) fail(codec_decoder_message(decoder));
  if (codec_decoder_finish(decoder) != CODEC_OK) fail(codec_decoder_message(decoder));
  codec_decoder_destroy(decoder);
}

size_t mock_encode(const picture *source, format format) {
  codec_encoder *encoder = codec_encoder_create(codec_of(format));
  if (!encoder || codec_encoder_open(encoder, (codec_header){source->width, source->height, source->channels}) != CODEC_OK)
    fail("the mock cannot encode this");
  for (uint32_t y = 0; y < source->height; y++)
    if (codec_encoder_write_row(encoder, source->rows + (size_t)y * source->width * source->channels) != CODEC_OK)
      fail(codec_encoder_message(encoder));
  if (codec_encoder_finish(encoder) != CODEC_OK) fail(codec_encoder_message(encoder));
  size_t length;
  codec_encoder_bytes(encoder, &length);
  codec_encoder_destroy(encoder);
  return length;
}
