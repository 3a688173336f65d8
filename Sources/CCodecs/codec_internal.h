/* What the three formats share; not seen by Swift. */
#ifndef CODEC_INTERNAL_H
#define CODEC_INTERNAL_H

#include <stdbool.h>

#include "CCodecs.h"

/* The first failure of a decoder or encoder. Later ones are consequences and are dropped. */
typedef struct codec_failure {
  codec_status status;
  char message[240];
} codec_failure;

/* Keeps the first failure and returns its status. */
__attribute__((format(printf, 3, 4))) codec_status codec_fail(codec_failure *failure, codec_status status, const char *format, ...);

/* The borrowed input. */
typedef struct codec_input {
  const uint8_t *bytes;
  size_t length;
} codec_input;

struct codec_decoder {
  codec_status (*open)(codec_decoder *decoder);
  codec_status (*next_row)(codec_decoder *decoder, const uint8_t **row);
  codec_status (*finish)(codec_decoder *decoder);
  /* Frees all but the struct itself. */
  void (*close)(codec_decoder *decoder);
  codec_failure failure;
  codec_input input;
  uint64_t maximum_area;
  bool wants_colours;
  codec_header header;
  uint32_t rows_done;
};

codec_decoder *codec_png_decoder_create(void);
codec_decoder *codec_jpeg_decoder_create(void);
codec_decoder *codec_webp_decoder_create(void);

/* Fails unless the input starts with `signature`; an input that ends inside of it is truncated, not corrupt. */
codec_status codec_check_signature(codec_decoder *decoder, const char *format, const char *signature, size_t length);

/* Keeps the header, and fails when its area is above the limit. To be called before anything of the area's size is allocated. */
codec_status codec_set_header(codec_decoder *decoder, uint32_t width, uint32_t height, uint32_t channels);

codec_status codec_fail_memory(codec_failure *failure, codec_header header);

/* The output, which doubles as it grows. */
typedef struct codec_output {
  uint8_t *bytes;
  size_t length;
  size_t capacity;
} codec_output;

/* Makes room for `more` bytes behind `length`; false when there is no memory. */
bool codec_output_reserve(codec_output *output, size_t more);
bool codec_output_append(codec_output *output, const uint8_t *bytes, size_t length);

struct codec_encoder {
  codec_status (*open)(codec_encoder *encoder);
  codec_status (*write_text)(codec_encoder *encoder, const char *name, const uint8_t *payload, size_t length);
  codec_status (*write_row)(codec_encoder *encoder, const uint8_t *row);
  codec_status (*finish)(codec_encoder *encoder);
  void (*close)(codec_encoder *encoder);
  codec_failure failure;
  codec_output output;
  codec_header header;
  uint32_t rows_done;
};

codec_encoder *codec_png_encoder_create(void);
codec_encoder *codec_jpeg_encoder_create(void);
codec_encoder *codec_webp_encoder_create(void);

#endif
