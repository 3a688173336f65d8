#include <stdlib.h>
#include <string.h>

#include "codec_internal.h"
#include "heif_library.h"

typedef struct heif_decoder {
  codec_decoder base;
  const struct codec_heif_library *library;
  struct heif_context *context;
  struct heif_image_handle *handle;
  /* The whole picture, from the first row's request on. */
  struct heif_image *image;
  const uint8_t *pixels;
  size_t stride;
} heif_decoder;

static codec_status fail(heif_decoder *self, struct heif_error error) {
  codec_failure *failure = &self->base.failure;
  const char *reason = error.message ? error.message : "no reason is given";
  /* Some reasons end with an empty line. */
  int length = (int)strcspn(reason, "\n");
  if (error.subcode == heif_suberror_End_of_data)
    return codec_fail(failure, CODEC_TRUNCATED, "the HEIF file ends too early: %.*s", length, reason);
  switch (error.code) {
    case heif_error_Ok: return CODEC_OK;
    case heif_error_Memory_allocation_error: return codec_fail(failure, CODEC_OUT_OF_MEMORY, "HEIF: %.*s", length, reason);
    case heif_error_Unsupported_filetype:
    case heif_error_Unsupported_feature: return codec_fail(failure, CODEC_UNSUPPORTED, "HEIF: %.*s", length, reason);
    default: return codec_fail(failure, CODEC_CORRUPT, "the HEIF file is corrupt: %.*s", length, reason);
  }
}

static codec_status open_heif(codec_decoder *base) {
  heif_decoder *self = (heif_decoder *)base;
  const struct codec_heif_library *library = self->library;
  if (!(self->context = library->context_alloc()))
    return codec_fail(&base->failure, CODEC_OUT_OF_MEMORY, "there is not enough memory for a decoder");
  /* The tiles of a picture are decoded one after the other, on this thread: the callers are the pool. */
  if (library->context_set_max_decoding_threads) library->context_set_max_decoding_threads(self->context, 0);
  struct heif_error error = library->context_read_from_memory_without_copy(self->context, base->input.bytes, base->input.length, NULL);
  if (error.code == heif_error_Ok) error = library->context_get_primary_image_handle(self->context, &self->handle);
  if (error.code != heif_error_Ok) return fail(self, error);
  int width = library->image_handle_get_width(self->handle), height = library->image_handle_get_height(self->handle);
  if (width < 1 || height < 1) return codec_fail(&base->failure, CODEC_CORRUPT, "the HEIF file says %dx%d pixels", width, height);
  uint32_t channels = library->image_handle_has_alpha_channel(self->handle) ? 4 : 3;
  return codec_set_header(base, (uint32_t)width, (uint32_t)height, channels);
}

/* What is decoded need not be what the boxes say. */
static codec_status check_size(heif_decoder *self) {
  codec_header header = self->base.header;
  int width = self->library->image_get_width(self->image, heif_channel_interleaved);
  int height = self->library->image_get_height(self->image, heif_channel_interleaved);
  if (width >= 0 && height >= 0 && (uint32_t)width == header.width && (uint32_t)height == header.height
      && self->stride >= (size_t)header.width * header.channels)
    return CODEC_OK;
  return codec_fail(
    &self->base.failure, CODEC_CORRUPT, "the HEIF file says %ux%u pixels, and %dx%d are decoded", header.width, header.height, width, height);
}

static codec_status decode_all(heif_decoder *self) {
  const struct codec_heif_library *library = self->library;
  struct heif_decoding_options *options = library->decoding_options_alloc();
  if (!options) return codec_fail_memory(&self->base.failure, self->base.header);
  if (options->version >= 2) options->convert_hdr_to_8bit = 1;
  enum heif_chroma chroma = self->base.header.channels == 4 ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
  struct heif_error error = library->decode_image(self->handle, &self->image, heif_colorspace_RGB, chroma, options);
  library->decoding_options_free(options);
  if (error.code != heif_error_Ok) return fail(self, error);
  int stride = 0;
  self->pixels = library->image_get_plane_readonly(self->image, heif_channel_interleaved, &stride);
  self->stride = self->pixels && stride > 0 ? (size_t)stride : 0;
  return check_size(self);
}

static codec_status next_heif_row(codec_decoder *base, const uint8_t **row) {
  heif_decoder *self = (heif_decoder *)base;
  if (!self->pixels && decode_all(self) != CODEC_OK) return base->failure.status;
  *row = self->pixels + base->rows_done * self->stride;
  return CODEC_OK;
}

/* The first row has all decoded and judged. */
static codec_status finish_heif(codec_decoder *base) { return base->failure.status; }

static void close_heif(codec_decoder *base) {
  heif_decoder *self = (heif_decoder *)base;
  if (self->image) self->library->image_release(self->image);
  if (self->handle) self->library->image_handle_release(self->handle);
  if (self->context) self->library->context_free(self->context);
}

codec_decoder *codec_heif_decoder_create(const struct codec_heif_library *library) {
  heif_decoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->library = library;
  self->base.open = open_heif;
  self->base.next_row = next_heif_row;
  self->base.finish = finish_heif;
  self->base.close = close_heif;
  return &self->base;
}
