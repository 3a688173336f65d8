/* The image data of a PNG to be written, deflated in one piece by libdeflate: in half the time of zlib, and smaller. */
#ifndef PNG_IMAGE_DATA_H
#define PNG_IMAGE_DATA_H

#include "codec_internal.h"

typedef struct png_image_data png_image_data;

/* Whether the rows of such a picture should be collected at all; otherwise libpng takes them one by one. */
bool png_image_data_fits(codec_header header);

/* NULL when there is no memory. */
png_image_data *png_image_data_create(codec_header header);
/* To be called `height` times at most. */
void png_image_data_add(png_image_data *data, const uint8_t *row);
/* After the last row: the zlib stream, which belongs to `data`. NULL when there is no memory. */
const uint8_t *png_image_data_deflate(png_image_data *data, size_t *length);
void png_image_data_destroy(png_image_data *data);

/* Writes the filter byte and the filtered row; `previous` is NULL above the first row. */
void png_filter_row(uint8_t *filtered, const uint8_t *row, const uint8_t *previous, codec_header header);

#endif
