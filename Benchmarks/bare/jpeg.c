#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "bare.h"

static void on_error(j_common_ptr jpeg) {
  char text[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, text);
  fail(text);
}

void jpeg_decode(file source, picture *kept) {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = on_error;
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, source.bytes, source.length);
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_RGB;
  jpeg.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&jpeg);
  picture decoded = {jpeg.output_width, jpeg.output_height, 3, NULL};
  size_t row_length = (size_t)decoded.width * 3;
  decoded.rows = allocate(kept ? row_length * decoded.height : row_length);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = decoded.rows + (kept ? jpeg.output_scanline * row_length : 0);
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  if (kept)
    *kept = decoded;
  else
    free(decoded.rows);
}

/* Alpha is left out: the mock's JPEGs have none. */
size_t jpeg_encode(const picture *source) {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  unsigned char *bytes = NULL;
  unsigned long length = 0;
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = on_error;
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &bytes, &length);
  jpeg.image_width = source->width;
  jpeg.image_height = source->height;
  jpeg.input_components = (int)source->channels;
  jpeg.in_color_space = source->channels == 4 ? JCS_EXT_RGBX : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 90, TRUE);
  jpeg.dct_method = JDCT_ISLOW;
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < jpeg.image_height) {
    JSAMPROW row = source->rows + (size_t)jpeg.next_scanline * source->width * source->channels;
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  free(bytes);
  return length;
}
