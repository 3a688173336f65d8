#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>

#include "codec_internal.h"

typedef struct webp_decoder {
  codec_decoder base;
  /* Every row: libwebp decodes a picture whole. From the first row's request on. With chroma behind it where only luminance is given. */
  uint8_t *pixels;
} webp_decoder;

static codec_status fail(webp_decoder *self, VP8StatusCode code) {
  codec_failure *failure = &self->base.failure;
  switch (code) {
    case VP8_STATUS_OK: return CODEC_OK;
    case VP8_STATUS_NOT_ENOUGH_DATA: return codec_fail(failure, CODEC_TRUNCATED, "the file ends inside the WebP image data");
    case VP8_STATUS_SUSPENDED: return codec_fail(failure, CODEC_TRUNCATED, "the file ends inside the WebP image data");
    case VP8_STATUS_OUT_OF_MEMORY: return codec_fail_memory(failure, self->base.header);
    case VP8_STATUS_UNSUPPORTED_FEATURE: return codec_fail(failure, CODEC_UNSUPPORTED, "WebP: an unsupported feature");
    default: return codec_fail(failure, CODEC_CORRUPT, "the WebP image data is corrupt");
  }
}

/* libwebp takes bare VP8 and VP8L data in the place of a chunk, too. A file that ends before is left to it. */
static codec_status check_first_chunk(webp_decoder *self) {
  codec_input input = self->base.input;
  if (input.length < 16) return CODEC_OK;
  const uint8_t *name = input.bytes + 12;
  if (memcmp(name, "VP8 ", 4) == 0 || memcmp(name, "VP8L", 4) == 0 || memcmp(name, "VP8X", 4) == 0) return CODEC_OK;
  return codec_fail(&self->base.failure, CODEC_CORRUPT, "the WebP file does not start with a chunk VP8, VP8L or VP8X");
}

/* libwebp compares the RIFF length too, but only says that data is missing; and it takes bare VP8 data, which is no WebP file. */
static codec_status check_container(webp_decoder *self) {
  codec_input input = self->base.input;
  codec_failure *failure = &self->base.failure;
  if (codec_check_signature(&self->base, "WebP", "RIFF", 4) != CODEC_OK) return failure->status;
  if (input.length < 12) return codec_fail(failure, CODEC_TRUNCATED, "the file ends inside the WebP signature");
  const uint8_t *field = input.bytes + 4;
  if (memcmp(input.bytes + 8, "WEBP", 4) != 0)
    return codec_fail(failure, CODEC_CORRUPT, "the file does not start with the WebP signature");
  uint64_t length = 8 + ((uint64_t)field[0] | (uint64_t)field[1] << 8 | (uint64_t)field[2] << 16 | (uint64_t)field[3] << 24);
  if (length > input.length)
    return codec_fail(failure, CODEC_TRUNCATED, "the WebP header says %llu bytes, and the file ends after %zu", (unsigned long long)length,
      input.length);
  return check_first_chunk(self);
}

/* WebPBitstreamFeatures has a number for it, and no name. */
enum { lossy = 1 };

static codec_status open_webp(codec_decoder *base) {
  webp_decoder *self = (webp_decoder *)base;
  if (check_container(self) != CODEC_OK) return base->failure.status;
  WebPBitstreamFeatures features;
  VP8StatusCode code = WebPGetFeatures(base->input.bytes, base->input.length, &features);
  if (code != VP8_STATUS_OK) return fail(self, code);
  if (features.has_animation) return codec_fail(&base->failure, CODEC_ANIMATED, "animated WebP");
  bool is_luminance_stored = features.format == lossy && !features.has_alpha;
  uint32_t channels = features.has_alpha ? 4 : is_luminance_stored && !base->wants_colours ? 1 : 3;
  return codec_set_header(base, (uint32_t)features.width, (uint32_t)features.height, channels);
}

/* From the range of video, 16 to 235, to that of RGB. */
static void widen(uint8_t *samples, size_t count) {
  uint8_t widened[256];
  for (int value = 0; value < 256; value++) {
    int whole = ((value < 16 ? 0 : value - 16) * 255 + 109) / 219;
    widened[value] = whole > 255 ? 255 : (uint8_t)whole;
  }
  for (size_t index = 0; index < count; index++) samples[index] = widened[samples[index]];
}

static codec_status decode_luminance(webp_decoder *self, WebPDecoderConfig *config) {
  codec_header header = self->base.header;
  size_t area = (size_t)header.width * header.height;
  size_t chroma_width = (header.width + 1) / 2;
  size_t chroma_area = chroma_width * ((header.height + 1) / 2);
  if (!(self->pixels = malloc(area + 2 * chroma_area))) return codec_fail_memory(&self->base.failure, header);
  config->output.colorspace = MODE_YUV;
  config->output.is_external_memory = 1;
  config->output.u.YUVA = (WebPYUVABuffer){
    .y = self->pixels, .y_stride = (int)header.width, .y_size = area,
    .u = self->pixels + area, .u_stride = (int)chroma_width, .u_size = chroma_area,
    .v = self->pixels + area + chroma_area, .v_stride = (int)chroma_width, .v_size = chroma_area,
  };
  codec_status status = fail(self, WebPDecode(self->base.input.bytes, self->base.input.length, config));
  if (status == CODEC_OK) widen(self->pixels, area);
  return status;
}

static codec_status decode_all(webp_decoder *self) {
  codec_header header = self->base.header;
  size_t row_length = (size_t)header.width * header.channels;
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) return codec_fail(&self->base.failure, CODEC_UNSUPPORTED, "WebP: the library is of another version");
  if (header.channels == 1) return decode_luminance(self, &config);
  if (!(self->pixels = malloc(row_length * header.height))) return codec_fail_memory(&self->base.failure, header);
  config.output.colorspace = header.channels == 4 ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA = (WebPRGBABuffer){self->pixels, (int)row_length, row_length * header.height};
  return fail(self, WebPDecode(self->base.input.bytes, self->base.input.length, &config));
}

static codec_status next_webp_row(codec_decoder *base, const uint8_t **row) {
  webp_decoder *self = (webp_decoder *)base;
  if (!self->pixels && decode_all(self) != CODEC_OK) return base->failure.status;
  *row = self->pixels + (size_t)base->rows_done * base->header.width * base->header.channels;
  return CODEC_OK;
}

/* WebPDecode has read and judged everything. */
static codec_status finish_webp(codec_decoder *base) { return base->failure.status; }

static void close_webp(codec_decoder *base) { free(((webp_decoder *)base)->pixels); }

codec_decoder *codec_webp_decoder_create(void) {
  webp_decoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->base.open = open_webp;
  self->base.next_row = next_webp_row;
  self->base.finish = finish_webp;
  self->base.close = close_webp;
  return &self->base;
}
