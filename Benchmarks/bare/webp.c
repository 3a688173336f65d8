#include <webp/decode.h>
#include <webp/encode.h>

#include "bare.h"

/* libwebp decodes a picture whole, so its rows are always kept; the caller may not want them. */
void webp_decode(file source, picture *kept) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(source.bytes, source.length, &features) != VP8_STATUS_OK) fail("no WebP header");
  int width, height;
  uint8_t *rows = features.has_alpha ? WebPDecodeRGBA(source.bytes, source.length, &width, &height)
                                     : WebPDecodeRGB(source.bytes, source.length, &width, &height);
  if (!rows) fail("the WebP cannot be decoded");
  if (kept)
    *kept = (picture){(uint32_t)width, (uint32_t)height, features.has_alpha ? 4 : 3, rows};
  else
    WebPFree(rows);
}

/* From RGB straight to YUV, the shortest way that the library has. */
size_t webp_encode(const picture *source) {
  WebPConfig config;
  WebPPicture webp;
  WebPMemoryWriter writer;
  if (!WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, 85) || !WebPPictureInit(&webp)) fail("libwebp is of another version");
  config.method = 0;
  WebPMemoryWriterInit(&writer);
  webp.width = (int)source->width;
  webp.height = (int)source->height;
  webp.writer = WebPMemoryWrite;
  webp.custom_ptr = &writer;
  int stride = (int)(source->width * source->channels);
  int imported = source->channels == 4 ? WebPPictureImportRGBA(&webp, source->rows, stride) : WebPPictureImportRGB(&webp, source->rows, stride);
  if (!imported || !WebPEncode(&config, &webp)) fail("the WebP cannot be encoded");
  size_t length = writer.size;
  WebPPictureFree(&webp);
  WebPMemoryWriterClear(&writer);
  return length;
}
