#ifndef CODEC_HEIF_LIBRARY_H
#define CODEC_HEIF_LIBRARY_H

#include <libheif/heif.h>

#include "CCodecs.h"

/* The functions of libheif that are used, with the types of its header. The last two may be NULL: libraries before 1.13 lack one of them. */
struct codec_heif_library {
  struct heif_context *(*context_alloc)(void);
  void (*context_free)(struct heif_context *context);
  struct heif_error (*context_read_from_memory_without_copy)(
    struct heif_context *context, const void *bytes, size_t length, const struct heif_reading_options *options);
  struct heif_error (*context_get_primary_image_handle)(struct heif_context *context, struct heif_image_handle **handle);
  int (*image_handle_get_width)(const struct heif_image_handle *handle);
  int (*image_handle_get_height)(const struct heif_image_handle *handle);
  int (*image_handle_has_alpha_channel)(const struct heif_image_handle *handle);
  void (*image_handle_release)(const struct heif_image_handle *handle);
  struct heif_decoding_options *(*decoding_options_alloc)(void);
  void (*decoding_options_free)(struct heif_decoding_options *options);
  struct heif_error (*decode_image)(
    const struct heif_image_handle *handle, struct heif_image **image, enum heif_colorspace colours, enum heif_chroma chroma,
    const struct heif_decoding_options *options);
  int (*image_get_width)(const struct heif_image *image, enum heif_channel channel);
  int (*image_get_height)(const struct heif_image *image, enum heif_channel channel);
  const uint8_t *(*image_get_plane_readonly)(const struct heif_image *image, enum heif_channel channel, int *stride);
  void (*image_release)(const struct heif_image *image);
  int (*have_decoder_for_format)(enum heif_compression_format format);
  struct heif_error (*init)(struct heif_init_params *parameters);
  void (*context_set_max_decoding_threads)(struct heif_context *context, int threads);
};

#endif
