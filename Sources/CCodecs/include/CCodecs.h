/* Row by row decoders and encoders over libpng, libjpeg-turbo and libwebp, and a decoder over libheif.
 *
 * Every setjmp lives and dies in the C files of this target: a call that fails returns a status, keeps a text, and never jumps
 * over its caller. A decoder or encoder that failed once answers every later call with the same failure.
 * No library ever writes to standard error through these functions.
 */
#ifndef CCODECS_H
#define CCODECS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum codec_format {
  CODEC_FORMAT_PNG,
  CODEC_FORMAT_JPEG,
  CODEC_FORMAT_WEBP,
} codec_format;

typedef enum codec_status {
  CODEC_OK,
  /* The bytes break the format. */
  CODEC_CORRUPT,
  /* The bytes end too early. */
  CODEC_TRUNCATED,
  /* The header's area is above the caller's limit. */
  CODEC_TOO_LARGE,
  /* An animated WebP file. */
  CODEC_ANIMATED,
  /* A legal file, or a legal wish, that the library cannot serve. */
  CODEC_UNSUPPORTED,
  CODEC_OUT_OF_MEMORY,
} codec_status;

/* What a header says: sizes in pixels; channels is 1 (luminance), 3 (RGB) or 4 (RGBA, not premultiplied), 8 bits each. */
typedef struct codec_header {
  uint32_t width;
  uint32_t height;
  uint32_t channels;
} codec_header;

/* Decoding: create, open, next_row `height` times, finish, destroy. */

typedef struct codec_decoder codec_decoder;

/* NULL when there is no memory. */
codec_decoder *codec_decoder_create(codec_format format);

/* libheif, loaded while the program runs: few runs see a picture of a phone, and it brings decoders of 20 MB. */
struct codec_heif_library;

/* How the pixels of a HEIF file are coded; libheif may be there without a decoder for one of them. */
typedef enum codec_heif_coding { CODEC_HEIF_HEVC, CODEC_HEIF_AV1 } codec_heif_coding;

/* Loads the library and finds its functions, or returns NULL with the reason in `problem`. What is loaded stays. */
struct codec_heif_library *codec_heif_library_load(const char *name, char *problem, size_t problem_capacity);

bool codec_heif_library_decodes(const struct codec_heif_library *library, codec_heif_coding coding);

/* A decoder of HEIC and AVIF, whose rows come turned and cropped as the file's boxes say; NULL when there is no memory. */
codec_decoder *codec_heif_decoder_create(const struct codec_heif_library *library);

/* Reads the header. `bytes` is borrowed until destroy. Nothing in proportion to the area is allocated before the area is checked.
 * Without `wants_colours` a file that stores luminance by itself gives that alone. */
codec_status codec_decoder_open(
  codec_decoder *decoder, const uint8_t *bytes, size_t length, uint64_t maximum_area, bool wants_colours);

/* What the header said; zeros before it was read. Also filled in when open answers CODEC_TOO_LARGE. */
codec_header codec_decoder_header(const codec_decoder *decoder);

/* Points `row` at width * channels bytes that stay valid until the next call. */
codec_status codec_decoder_next_row(codec_decoder *decoder, const uint8_t **row);

/* After the last row: reads the rest of the file as far as the format defines it, and verifies it. */
codec_status codec_decoder_finish(codec_decoder *decoder);

/* One sentence on the first failure. */
const char *codec_decoder_message(const codec_decoder *decoder);

void codec_decoder_destroy(codec_decoder *decoder);

/* Encoding: create, open, write_text any number of times, write_row `height` times, finish, bytes, destroy. */

typedef struct codec_encoder codec_encoder;

/* NULL when there is no memory. */
codec_encoder *codec_encoder_create(codec_format format);

codec_status codec_encoder_open(codec_encoder *encoder, codec_header header);

/* Writes one text before the image data. `name` is the PNG chunk type, tEXt or iTXt, and `payload` the whole chunk's data;
 * in JPEG the payload becomes a COM marker of at most 65,533 bytes; WebP drops it. */
codec_status codec_encoder_write_text(codec_encoder *encoder, const char *name, const uint8_t *payload, size_t length);

/* Takes width * channels bytes. */
codec_status codec_encoder_write_row(codec_encoder *encoder, const uint8_t *row);

codec_status codec_encoder_finish(codec_encoder *encoder);

/* The whole file, after finish; belongs to the encoder. */
const uint8_t *codec_encoder_bytes(const codec_encoder *encoder, size_t *length);

const char *codec_encoder_message(const codec_encoder *encoder);

void codec_encoder_destroy(codec_encoder *encoder);

#endif
