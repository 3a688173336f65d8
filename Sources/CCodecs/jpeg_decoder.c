#include <stdlib.h>

#include "jpeg_errors.h"

typedef struct jpeg_decoder {
  codec_decoder base;
  struct jpeg_decompress_struct jpeg;
  jpeg_errors errors;
  struct jpeg_source_mgr source;
  struct jpeg_progress_mgr progress;
  /* What `row` lies in. */
  uint8_t *memory;
  uint8_t *row;
  /* One row of CMYK, when that is what the file holds. */
  uint8_t *cmyk;
} jpeg_decoder;

/* A progressive file may repeat whole-picture scans of a few bytes each; encoders write about ten. */
static const int maximum_scans = 100;

static void do_nothing(j_decompress_ptr jpeg) { (void)jpeg; }

/* The whole file is in memory, so to want more is to be at its end, and before EOI: that marker stops all reading. */
static boolean on_end_of_input(j_decompress_ptr jpeg) {
  jpeg_decoder *self = jpeg->client_data;
  if (jpeg->global_state > 202 && jpeg->output_scanline > 0)
    codec_fail(&self->base.failure, CODEC_TRUNCATED, "the file ends inside the image data (row %u of %u)", self->base.rows_done,
      self->base.header.height);
  else
    codec_fail(&self->base.failure, CODEC_TRUNCATED, "the file ends before its EOI marker");
  codec_jpeg_escape((j_common_ptr)jpeg);
}

static void skip_input(j_decompress_ptr jpeg, long count) {
  if (count <= 0) return;
  if ((size_t)count > jpeg->src->bytes_in_buffer) on_end_of_input(jpeg);
  jpeg->src->next_input_byte += count;
  jpeg->src->bytes_in_buffer -= (size_t)count;
}

static void on_progress(j_common_ptr common) {
  j_decompress_ptr jpeg = (j_decompress_ptr)common;
  jpeg_decoder *self = jpeg->client_data;
  if (jpeg->input_scan_number <= maximum_scans) return;
  codec_fail(&self->base.failure, CODEC_UNSUPPORTED, "the JPEG has more than %d scans", maximum_scans);
  codec_jpeg_escape(common);
}

static void configure(jpeg_decoder *self) {
  self->source = (struct jpeg_source_mgr){
    .next_input_byte = self->base.input.bytes,
    .bytes_in_buffer = self->base.input.length,
    .init_source = do_nothing,
    .fill_input_buffer = on_end_of_input,
    .skip_input_data = skip_input,
    .resync_to_restart = jpeg_resync_to_restart,
    .term_source = do_nothing,
  };
  self->progress.progress_monitor = on_progress;
  self->jpeg.client_data = self;
  self->jpeg.src = &self->source;
  self->jpeg.progress = &self->progress;
}

/* libjpeg-turbo writes aligned rows past the caches (vmovntdq), and this one is read at once: it would have to come back from memory. */
enum { alignment = 32, beside_alignment = 8 };

/* In whole alignments, as aligned_alloc wants it. */
static size_t row_memory(codec_header header) {
  return ((size_t)header.width * 3 + beside_alignment + alignment - 1) / alignment * alignment;
}

/* What is not, libjpeg refuses as soon as it is asked for the colours. */
static bool is_sampled_evenly(const struct jpeg_decompress_struct *jpeg) {
  for (int index = 0; index < jpeg->num_components; index++) {
    const jpeg_component_info *component = jpeg->comp_info + index;
    if (jpeg->max_h_samp_factor % component->h_samp_factor != 0 || jpeg->max_v_samp_factor % component->v_samp_factor != 0) return false;
  }
  return true;
}

/* libjpeg then leaves the chroma where it is: it is read and checked, and nothing more. The same files are refused either way. */
static bool gives_luminance_alone(const jpeg_decoder *self) {
  J_COLOR_SPACE stored = self->jpeg.jpeg_color_space;
  return !self->base.wants_colours && (stored == JCS_YCbCr || stored == JCS_GRAYSCALE) && is_sampled_evenly(&self->jpeg);
}

static codec_status start(jpeg_decoder *self) {
  J_COLOR_SPACE stored = self->jpeg.jpeg_color_space;
  bool is_cmyk = stored == JCS_CMYK || stored == JCS_YCCK;
  self->jpeg.out_color_space = is_cmyk ? JCS_CMYK : self->base.header.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  self->jpeg.dct_method = JDCT_ISLOW;
  self->memory = aligned_alloc(alignment, row_memory(self->base.header));
  if (is_cmyk) self->cmyk = malloc((size_t)self->base.header.width * 4);
  if (!self->memory || (is_cmyk && !self->cmyk)) return codec_fail_memory(&self->base.failure, self->base.header);
  self->row = self->memory + beside_alignment;
  jpeg_start_decompress(&self->jpeg);
  return CODEC_OK;
}

static codec_status open_jpeg(codec_decoder *base) {
  jpeg_decoder *self = (jpeg_decoder *)base;
  if (codec_check_signature(base, "JPEG", "\xff\xd8\xff", 3) != CODEC_OK) return base->failure.status;
  self->jpeg.err = codec_jpeg_errors(&self->errors, &base->failure);
  if (setjmp(self->errors.escape)) return base->failure.status;
  jpeg_create_decompress(&self->jpeg);
  configure(self);
  jpeg_read_header(&self->jpeg, TRUE);
  uint32_t channels = gives_luminance_alone(self) ? 1 : 3;
  if (codec_set_header(base, self->jpeg.image_width, self->jpeg.image_height, channels) != CODEC_OK) return base->failure.status;
  return start(self);
}

/* value / 255, rounded, for values up to 255 * 255. */
static uint8_t divide_by_255(uint32_t value) { return (uint8_t)((value + 128 + ((value + 128) >> 8)) >> 8); }

/* Adobe's programs store CMYK inverted, 255 for no ink, and say so by their marker; without it 255 is full ink. */
static void convert_cmyk(const uint8_t *cmyk, uint8_t *rgb, uint32_t width, bool inverted) {
  uint8_t flip = inverted ? 0 : 255;
  for (uint32_t x = 0; x < width; x++, cmyk += 4, rgb += 3)
    for (int channel = 0; channel < 3; channel++)
      rgb[channel] = divide_by_255((uint32_t)(cmyk[channel] ^ flip) * (uint32_t)(cmyk[3] ^ flip));
}

static codec_status next_jpeg_row(codec_decoder *base, const uint8_t **row) {
  jpeg_decoder *self = (jpeg_decoder *)base;
  if (setjmp(self->errors.escape)) return base->failure.status;
  JSAMPROW destination = self->cmyk ? self->cmyk : self->row;
  if (jpeg_read_scanlines(&self->jpeg, &destination, 1) != 1) return codec_fail(&base->failure, CODEC_CORRUPT, "JPEG: a row is missing");
  if (self->cmyk) convert_cmyk(self->cmyk, self->row, base->header.width, self->jpeg.saw_Adobe_marker);
  *row = self->row;
  return CODEC_OK;
}

static codec_status finish_jpeg(codec_decoder *base) {
  jpeg_decoder *self = (jpeg_decoder *)base;
  if (setjmp(self->errors.escape)) return base->failure.status;
  if (jpeg_finish_decompress(&self->jpeg)) return CODEC_OK;
  return codec_fail(&base->failure, CODEC_CORRUPT, "JPEG: there is another scan behind the picture");
}

static void close_jpeg(codec_decoder *base) {
  jpeg_decoder *self = (jpeg_decoder *)base;
  jpeg_destroy_decompress(&self->jpeg);
  free(self->memory);
  free(self->cmyk);
}

codec_decoder *codec_jpeg_decoder_create(void) {
  jpeg_decoder *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->base.open = open_jpeg;
  self->base.next_row = next_jpeg_row;
  self->base.finish = finish_jpeg;
  self->base.close = close_jpeg;
  return &self->base;
}
