#include <stdlib.h>

#include "jpeg_errors.h"

typedef struct jpeg_encoder {
  codec_encoder base;
  struct jpeg_compress_struct jpeg;
  jpeg_errors errors;
  struct jpeg_destination_mgr destination;
  /* One row without its alpha, when the source has one. */
  uint8_t *opaque;
} jpeg_encoder;

static const int quality = 90;

/* What the output grows by at least. */
static const size_t step = 64 * 1024;

/* A marker's length field counts itself and has 16 bits. */
static const size_t maximum_comment = 65533;

static void offer_room(j_compress_ptr jpeg) {
  jpeg_encoder *self = jpeg->client_data;
  codec_output *output = &self->base.output;
  if (!codec_output_reserve(output, step)) {
    codec_fail_memory(&self->base.failure, self->base.header);
    codec_jpeg_escape((j_common_ptr)jpeg);
  }
  jpeg->dest->next_output_byte = output->bytes + output->length;
  jpeg->dest->free_in_buffer = output->capacity - output->length;
}

/* libjpeg calls this when the buffer is full, whatever its own counters say. */
static boolean on_full_output(j_compress_ptr jpeg) {
  jpeg_encoder *self = jpeg->client_data;
  self->base.output.length = self->base.output.capacity;
  offer_room(jpeg);
  return TRUE;
}

static void on_end_of_output(j_compress_ptr jpeg) {
  jpeg_encoder *self = jpeg->client_data;
  self->base.output.length = self->base.output.capacity - jpeg->dest->free_in_buffer;
}

static void configure(jpeg_encoder *self) {
  self->destination = (struct jpeg_destination_mgr){
    .init_destination = offer_room,
    .empty_output_buffer = on_full_output,
    .term_destination = on_end_of_output,
  };
  self->jpeg.client_data = self;
  self->jpeg.dest = &self->destination;
  self->jpeg.image_width = self->base.header.width;
  self->jpeg.image_height = self->base.header.height;
  self->jpeg.input_components = 3;
  self->jpeg.in_color_space = JCS_RGB;
  /* The defaults are YCbCr at 4:2:0. */
  jpeg_set_defaults(&self->jpeg);
  jpeg_set_quality(&self->jpeg, quality, TRUE);
  self->jpeg.dct_method = JDCT_ISLOW;
}

static codec_status open_jpeg(codec_encoder *base) {
  jpeg_encoder *self = (jpeg_encoder *)base;
  self->jpeg.err = codec_jpeg_errors(&self->errors, &base->failure);
  if (setjmp(self->errors.escape)) return base->failure.status;
  jpeg_create_compress(&self->jpeg);
  configure(self);
  if (base->header.channels == 4 && !(self->opaque = malloc((size_t)base->header.width * 3)))
    return codec_fail_memory(&base->failure, base->header);
  jpeg_start_compress(&self->jpeg, TRUE);
  return CODEC_OK;
}

static codec_status write_jpeg_text(codec_encoder *base, const char *name, const uint8_t *payload, size_t length) {
  (void)name;
  jpeg_encoder *self = (jpeg_encoder *)base;
  if (setjmp(self->errors.escape)) return base->failure.status;
  if (length > maximum_comment) return codec_fail(&base->failure, CODEC_UNSUPPORTED, "JPEG: the comment has more than 65,533 bytes");
  jpeg_write_marker(&self->jpeg, JPEG_COM, payload, (unsigned int)length);
  return CODEC_OK;
}

/* Over white, as on paper: JPEG has no alpha. */
static void flatten(const uint8_t *rgba, uint8_t *rgb, uint32_t width) {
  for (uint32_t x = 0; x < width; x++, rgba += 4, rgb += 3)
    for (int channel = 0; channel < 3; channel++) {
      uint32_t value = (uint32_t)rgba[channel] * rgba[3] + 255u * (255u - rgba[3]) + 128;
      rgb[channel] = (uint8_t)((value + (value >> 8)) >> 8);
    }
}

static codec_status write_jpeg_row(codec_encoder *base, const uint8_t *row) {
  jpeg_encoder *self = (jpeg_encoder *)base;
  if (setjmp(self->errors.escape)) return base->failure.status;
  if (self->opaque) flatten(row, self->opaque, base->header.width);
  JSAMPROW source = self->opaque ? self->opaque : (JSAMPROW)row;
  jpeg_write_scanlines(&self->jpeg, &source, 1);
  return CODEC_OK;
}

static codec_status finish_jpeg(codec_encoder *base) {
  jpeg_encoder *self = (jpeg_encoder *)base;
  if (setjmp(self->errors.escape)) return base->failure.status;
  jpeg_finish_compress(&self->jpeg);
  return CODEC_OK;
}

static void close_jpeg(codec_encoder *base) {
  jpeg_encoder *self = (jpeg_encoder *)base;
  jpeg_destroy_compress(&self->jpeg);
  free(self->opaque);
}

codec_encoder *codec_jpeg_encoder_create(void) {
  jpeg_encoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->base.open = open_jpeg;
  self->base.write_text = write_jpeg_text;
  self->base.write_row = write_jpeg_row;
  self->base.finish = finish_jpeg;
  self->base.close = close_jpeg;
  return &self->base;
}
