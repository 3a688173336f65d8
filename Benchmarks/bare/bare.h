/* Decoding and encoding one picture in memory, by a library with nothing around it, and by the mock's own code.
 *
 * Failures end the program: a figure for a picture that was not read would be worse than none.
 */
#ifndef BARE_H
#define BARE_H

#include <stddef.h>
#include <stdint.h>

typedef struct file {
  uint8_t *bytes;
  size_t length;
} file;

/* 8 bits a sample; channels is 3 or 4. */
typedef struct picture {
  uint32_t width;
  uint32_t height;
  uint32_t channels;
  uint8_t *rows;
} picture;

typedef enum format { PNG, JPEG, WEBP } format;

format format_of(file source);

/* Decodes to the end of the file. Rows are kept only where `kept` is given; else each is written over the one before, as the mock reads them. */
void png_decode(file source, picture *kept);
void jpeg_decode(file source, picture *kept);
void webp_decode(file source, picture *kept);

/* Encodes as the mock does: PNG at zlib's level 1 with the UP filter, JPEG at quality 90, WebP lossy at quality 85 with method 0.
 * Returns the file's length. */
size_t png_encode(const picture *source);
size_t jpeg_encode(const picture *source);
size_t webp_encode(const picture *source);

/* The same through Sources/CCodecs. */
void mock_decode(file source, format format);
size_t mock_encode(const picture *source, format format);

/* What is left of PNG when filters, checksums and chunks are taken away: libdeflate over the image data, at level 1 when it deflates. */
typedef struct image_data {
  file stream;
  file raw;
} image_data;

image_data image_data_of_file(file source, const picture *decoded);
image_data image_data_of_rows(const picture *source);
void inflate_data(image_data *data);
size_t deflate_data(image_data *data);

void *allocate(size_t length);
_Noreturn void fail(const char *what);

#endif
