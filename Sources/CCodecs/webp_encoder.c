#include <stdlib.h>
#include <string.h>

#include <webp/encode.h>

#include "codec_internal.h"

typedef struct webp_encoder {
  codec_encoder base;
  WebPConfig config;
  WebPPicture picture;
  /* Every row: libwebp encodes a picture whole. */
  uint8_t *pixels;
} webp_encoder;

/* Lossy, quality 85, the fastest method: measured on flat pictures of few colours, lossless is no smaller and a third slower,
 * and twice as slow where they are noisy; methods 1 and 2 save 2 to 25 % of the bytes for 25 to 60 % more time. */
static const float quality = 85;
static const int method = 0;

static int write_output(const uint8_t *bytes, size_t length, const WebPPicture *picture) {
  return codec_output_append(picture->custom_ptr, bytes, length);
}

static size_t row_length(codec_header header) { return (size_t)header.width * header.channels; }

static codec_status open_webp(codec_encoder *base) {
  webp_encoder *self = (webp_encoder *)base;
  codec_header header = base->header;
  if (!WebPConfigInit(&self->config) || !WebPPictureInit(&self->picture))
    return codec_fail(&base->failure, CODEC_UNSUPPORTED, "WebP: the library is of another version");
  if (header.width > WEBP_MAX_DIMENSION || header.height > WEBP_MAX_DIMENSION)
    return codec_fail(&base->failure, CODEC_UNSUPPORTED, "WebP: a side is at most %d pixels", WEBP_MAX_DIMENSION);
  self->config.quality = quality;
  self->config.method = method;
  self->config.exact = 1;
  self->picture.width = (int)header.width;
  self->picture.height = (int)header.height;
  self->picture.writer = write_output;
  self->picture.custom_ptr = &base->output;
  self->pixels = malloc(row_length(header) * header.height);
  return self->pixels ? CODEC_OK : codec_fail_memory(&base->failure, header);
}

static codec_status drop_text(codec_encoder *base, const char *name, const uint8_t *payload, size_t length) {
  (void)name;
  (void)payload;
  (void)length;
  return base->failure.status;
}

static codec_status write_webp_row(codec_encoder *base, const uint8_t *row) {
  webp_encoder *self = (webp_encoder *)base;
  size_t length = row_length(base->header);
  memcpy(self->pixels + base->rows_done * length, row, length);
  return CODEC_OK;
}

/* Into the planes that a lossy file is made of; they are all that is held from then on. */
static bool import(webp_encoder *self) {
  int stride = (int)row_length(self->base.header);
  bool imported = self->base.header.channels == 4 ? WebPPictureImportRGBA(&self->picture, self->pixels, stride)
                                                  : WebPPictureImportRGB(&self->picture, self->pixels, stride);
  free(self->pixels);
  self->pixels = NULL;
  return imported;
}

static codec_status finish_webp(codec_encoder *base) {
  webp_encoder *self = (webp_encoder *)base;
  if (import(self) && WebPEncode(&self->config, &self->picture)) return CODEC_OK;
  WebPEncodingError code = self->picture.error_code;
  if (code == VP8_ENC_ERROR_OUT_OF_MEMORY || code == VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY || code == VP8_ENC_ERROR_BAD_WRITE)
    return codec_fail_memory(&base->failure, base->header);
  return codec_fail(&base->failure, CODEC_UNSUPPORTED, "WebP: the encoder answers error %d", (int)code);
}

static void close_webp(codec_encoder *base) {
  webp_encoder *self = (webp_encoder *)base;
  WebPPictureFree(&self->picture);
  free(self->pixels);
}

codec_encoder *codec_webp_encoder_create(void) {
  webp_encoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->base.open = open_webp;
  self->base.write_text = drop_text;
  self->base.write_row = write_webp_row;
  self->base.finish = finish_webp;
  self->base.close = close_webp;
  return &self->base;
}
