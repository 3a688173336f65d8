#include <stdlib.h>

#include "codec_internal.h"

codec_encoder *codec_encoder_create(codec_format format) {
  switch (format) {
    case CODEC_FORMAT_PNG: return codec_png_encoder_create();
    case CODEC_FORMAT_JPEG: return codec_jpeg_encoder_create();
    case CODEC_FORMAT_WEBP: return codec_webp_encoder_create();
  }
  return NULL;
}

codec_status codec_encoder_open(codec_encoder *encoder, codec_header header) {
  if (encoder->failure.status != CODEC_OK) return encoder->failure.status;
  encoder->header = header;
  if (header.channels != 3 && header.channels != 4)
    return codec_fail(&encoder->failure, CODEC_UNSUPPORTED, "pixels of %u channels cannot be written, only RGB and RGBA", header.channels);
  return encoder->open(encoder);
}

codec_status codec_encoder_write_text(codec_encoder *encoder, const char *name, const uint8_t *payload, size_t length) {
  if (encoder->failure.status != CODEC_OK) return encoder->failure.status;
  return encoder->write_text(encoder, name, payload, length);
}

codec_status codec_encoder_write_row(codec_encoder *encoder, const uint8_t *row) {
  if (encoder->failure.status != CODEC_OK) return encoder->failure.status;
  if (encoder->rows_done == encoder->header.height) return codec_fail(&encoder->failure, CODEC_UNSUPPORTED, "there are too many rows");
  codec_status status = encoder->write_row(encoder, row);
  if (status == CODEC_OK) encoder->rows_done += 1;
  return status;
}

codec_status codec_encoder_finish(codec_encoder *encoder) {
  if (encoder->failure.status != CODEC_OK) return encoder->failure.status;
  if (encoder->rows_done < encoder->header.height) return codec_fail(&encoder->failure, CODEC_UNSUPPORTED, "not all rows were written");
  return encoder->finish(encoder);
}

const uint8_t *codec_encoder_bytes(const codec_encoder *encoder, size_t *length) {
  *length = encoder->output.length;
  return encoder->output.bytes;
}

const char *codec_encoder_message(const codec_encoder *encoder) { return encoder->failure.message; }

void codec_encoder_destroy(codec_encoder *encoder) {
  if (!encoder) return;
  encoder->close(encoder);
  free(encoder->output.bytes);
  free(encoder);
}
