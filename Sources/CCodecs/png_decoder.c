#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "codec_internal.h"
#include "whole_png.h"

typedef struct png_decoder {
  codec_decoder base;
  /* Does all the work where it is not NULL; libpng then is not even started. */
  whole_png *whole;
  png_structp png;
  png_infop info;
  size_t offset;
  size_t row_length;
  /* One row; or, of an interlaced picture, whose passes each touch all of it, every row. */
  uint8_t *pixels;
  bool interlaced;
  bool reading_rows;
  /* Bytes of image data that were read behind the picture, and whether there are more of them than are ever read. */
  size_t surplus;
  bool leaves_surplus;
} png_decoder;

/* libpng inflates what follows the picture, where a kilobyte can be a megabyte of zeros. Encoders write a few bytes there, if any. */
static const size_t longest_surplus = 64 << 10;

/* Whether libpng has the last row of the last pass, and goes on to the end of the image data. */
static bool is_behind_picture(const png_decoder *self) {
  if (!self->reading_rows) return false;
  if (self->interlaced) return png_get_current_pass_number(self->png) >= PNG_INTERLACE_ADAM7_PASSES;
  return png_get_current_row_number(self->png) >= self->base.header.height;
}

/* Says where in the file the input ran out. */
static void fail_truncated(png_decoder *self) {
  codec_failure *failure = &self->base.failure;
  if (self->reading_rows && !self->interlaced) {
    codec_fail(failure, CODEC_TRUNCATED, "the file ends inside the image data (row %u of %u)", self->base.rows_done,
      self->base.header.height);
    return;
  }
  if (self->reading_rows) {
    codec_fail(failure, CODEC_TRUNCATED, "the file ends inside the image data");
    return;
  }
  if ((png_get_io_state(self->png) & PNG_IO_MASK_LOC) == PNG_IO_CHUNK_HDR) {
    codec_fail(failure, CODEC_TRUNCATED, "the file ends before its IEND chunk");
    return;
  }
  png_uint_32 type = png_get_io_chunk_type(self->png);
  codec_fail(failure, CODEC_TRUNCATED, "the file ends inside PNG chunk %c%c%c%c", (int)(type >> 24 & 255), (int)(type >> 16 & 255),
    (int)(type >> 8 & 255), (int)(type & 255));
}

static void read_input(png_structp png, png_bytep destination, size_t length) {
  png_decoder *self = png_get_io_ptr(png);
  if (length > self->base.input.length - self->offset) {
    fail_truncated(self);
    png_error(png, "truncated");
  }
  if (is_behind_picture(self)) {
    self->surplus += length;
    self->leaves_surplus = self->surplus > longest_surplus;
    if (self->leaves_surplus) png_longjmp(png, 1);
  }
  memcpy(destination, self->base.input.bytes + self->offset, length);
  self->offset += length;
}

/* libpng's texts are "IDAT: CRC error" for a chunk's trouble and bare sentences for the rest. */
static void describe(png_decoder *self, const char *text) {
  codec_failure *failure = &self->base.failure;
  bool names_chunk = strlen(text) > 6 && text[4] == ':' && text[5] == ' ';
  if (names_chunk && strcmp(text + 6, "CRC error") == 0)
    codec_fail(failure, CODEC_CORRUPT, "PNG chunk %.4s has a bad CRC", text);
  else if (self->reading_rows && strcmp(names_chunk ? text + 6 : text, "Not enough image data") == 0)
    codec_fail(failure, CODEC_CORRUPT, "the PNG image data ends early (row %u of %u)", self->base.rows_done, self->base.header.height);
  else if (names_chunk)
    codec_fail(failure, CODEC_CORRUPT, "PNG chunk %.4s: %s", text, text + 6);
  else
    codec_fail(failure, CODEC_CORRUPT, "PNG: %s", text);
}

static void on_error(png_structp png, png_const_charp text) {
  describe(png_get_error_ptr(png), text);
  png_longjmp(png, 1);
}

/* Warnings go nowhere, with one exception: after the last row libpng merely warns of a zlib stream that goes bad or whose Adler-32
 * is wrong. Surplus bytes behind a sound stream are harmless; some encoders write them. */
static void on_warning(png_structp png, png_const_charp text) {
  png_decoder *self = png_get_error_ptr(png);
  if (!self->reading_rows || strncmp(text, "IDAT: ", 6) != 0) return;
  if (strcmp(text + 6, "Extra compressed data") == 0 || strcmp(text + 6, "Too much image data") == 0) return;
  describe(self, text);
}

/* Only IHDR, PLTE, tRNS, IDAT and IEND are interpreted. All else is skipped with its CRC checked: a zTXt or iCCP bomb is never inflated,
 * and the broken colour profile of an otherwise sound photograph does no harm. A skipped chunk costs no memory, so its length has no limit. */
static void configure(png_decoder *self) {
  static const png_byte also_skipped[] = "sRGB";
  png_set_crc_action(self->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_keep_unknown_chunks(self->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_keep_unknown_chunks(self->png, PNG_HANDLE_CHUNK_NEVER, also_skipped, 1);
  png_set_user_limits(self->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_chunk_cache_max(self->png, 1);
  png_set_read_fn(self->png, self, read_input);
}

/* Every colour type and bit depth becomes 8-bit RGB or RGBA. No gamma and no profile is applied: the pixels are those stored. */
static codec_status set_output(png_decoder *self) {
  bool has_alpha = (png_get_color_type(self->png, self->info) & PNG_COLOR_MASK_ALPHA) != 0
    || png_get_valid(self->png, self->info, PNG_INFO_tRNS) != 0;
  codec_status status = codec_set_header(
    &self->base, png_get_image_width(self->png, self->info), png_get_image_height(self->png, self->info), has_alpha ? 4 : 3);
  if (status != CODEC_OK) return status;
  png_set_expand(self->png);
  png_set_scale_16(self->png);
  png_set_gray_to_rgb(self->png);
  self->interlaced = png_set_interlace_handling(self->png) > 1;
  png_read_update_info(self->png, self->info);
  self->row_length = png_get_rowbytes(self->png, self->info);
  if (self->row_length != (size_t)self->base.header.width * self->base.header.channels)
    return codec_fail(&self->base.failure, CODEC_UNSUPPORTED, "PNG: the rows have an unexpected length");
  /* calloc: an interlaced file that ends early must not have cost the pages it never reached. */
  self->pixels = calloc(self->interlaced ? self->base.header.height : 1, self->row_length);
  return self->pixels ? CODEC_OK : codec_fail_memory(&self->base.failure, self->base.header);
}

static codec_status start_libpng(png_decoder *self) {
  self->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, self, on_error, on_warning);
  if (self->png) self->info = png_create_info_struct(self->png);
  if (!self->info) return codec_fail(&self->base.failure, CODEC_OUT_OF_MEMORY, "there is not enough memory for a PNG decoder");
  if (setjmp(png_jmpbuf(self->png))) return self->base.failure.status;
  configure(self);
  png_read_info(self->png, self->info);
  return set_output(self);
}

static codec_status png_open(codec_decoder *base) {
  png_decoder *self = (png_decoder *)base;
  if (codec_check_signature(base, "PNG", "\x89PNG\r\n\x1a\n", 8) != CODEC_OK) return base->failure.status;
  self->whole = whole_png_open(base->input, base->maximum_area);
  if (self->whole) {
    codec_header header = whole_png_header(self->whole);
    return codec_set_header(base, header.width, header.height, header.channels);
  }
  return start_libpng(self);
}

static void read_all_passes(png_decoder *self) {
  for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++)
    for (uint32_t y = 0; y < self->base.header.height; y++) png_read_row(self->png, self->pixels + y * self->row_length, NULL);
}

static codec_status png_next_row(codec_decoder *base, const uint8_t **row) {
  png_decoder *self = (png_decoder *)base;
  if (self->whole) {
    *row = whole_png_next_row(self->whole);
    return CODEC_OK;
  }
  if (self->interlaced && base->rows_done > 0) {
    *row = self->pixels + base->rows_done * self->row_length;
    return CODEC_OK;
  }
  /* A row is in its place before libpng looks behind it. */
  if (setjmp(png_jmpbuf(self->png))) {
    self->reading_rows = false;
    *row = self->pixels;
    return base->failure.status;
  }
  self->reading_rows = true;
  if (self->interlaced)
    read_all_passes(self);
  else
    png_read_row(self->png, self->pixels, NULL);
  self->reading_rows = false;
  *row = self->pixels;
  return base->failure.status;
}

static codec_status png_finish(codec_decoder *base) {
  png_decoder *self = (png_decoder *)base;
  /* Looked at to the end before the first row. */
  if (self->whole || self->leaves_surplus) return CODEC_OK;
  if (setjmp(png_jmpbuf(self->png))) return base->failure.status;
  png_read_end(self->png, NULL);
  return base->failure.status;
}

static void png_close(codec_decoder *base) {
  png_decoder *self = (png_decoder *)base;
  whole_png_close(self->whole);
  png_destroy_read_struct(&self->png, &self->info, NULL);
  free(self->pixels);
}

codec_decoder *codec_png_decoder_create(void) {
  png_decoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->base.open = png_open;
  self->base.next_row = png_next_row;
  self->base.finish = png_finish;
  self->base.close = png_close;
  return &self->base;
}
