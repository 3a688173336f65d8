#include "heif_library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/* Finds one function; false when the library has none of that name. POSIX has dlsym's pointers to functions as data. */
static bool find(void *image, const char *name, void *function) {
  void *address = dlsym(image, name);
  *(void **)function = address;
  return address != NULL;
}

static bool find_all(void *image, struct codec_heif_library *library) {
  find(image, "heif_init", &library->init);
  find(image, "heif_context_set_max_decoding_threads", &library->context_set_max_decoding_threads);
  return find(image, "heif_context_alloc", &library->context_alloc) && find(image, "heif_context_free", &library->context_free)
         && find(image, "heif_context_read_from_memory_without_copy", &library->context_read_from_memory_without_copy)
         && find(image, "heif_context_get_primary_image_handle", &library->context_get_primary_image_handle)
         && find(image, "heif_image_handle_get_width", &library->image_handle_get_width)
         && find(image, "heif_image_handle_get_height", &library->image_handle_get_height)
         && find(image, "heif_image_handle_has_alpha_channel", &library->image_handle_has_alpha_channel)
         && find(image, "heif_image_handle_release", &library->image_handle_release)
         && find(image, "heif_decoding_options_alloc", &library->decoding_options_alloc)
         && find(image, "heif_decoding_options_free", &library->decoding_options_free)
         && find(image, "heif_decode_image", &library->decode_image) && find(image, "heif_image_get_width", &library->image_get_width)
         && find(image, "heif_image_get_height", &library->image_get_height)
         && find(image, "heif_image_get_plane_readonly", &library->image_get_plane_readonly)
         && find(image, "heif_image_release", &library->image_release)
         && find(image, "heif_have_decoder_for_format", &library->have_decoder_for_format);
}

struct codec_heif_library *codec_heif_library_load(const char *name, char *problem, size_t problem_capacity) {
  void *image = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  struct codec_heif_library *library = image ? calloc(1, sizeof *library) : NULL;
  if (library && find_all(image, library) && (!library->init || library->init(NULL).code == heif_error_Ok)) return library;
  const char *reason = dlerror();
  snprintf(problem, problem_capacity, "%s", reason ? reason : "it cannot be set up");
  free(library);
  if (image) dlclose(image);
  return NULL;
}

bool codec_heif_library_decodes(const struct codec_heif_library *library, codec_heif_coding coding) {
  return library->have_decoder_for_format(coding == CODEC_HEIF_AV1 ? heif_compression_AV1 : heif_compression_HEVC) != 0;
}
