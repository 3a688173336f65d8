#ifndef PIXEL_ROWS_BLENDING_H
#define PIXEL_ROWS_BLENDING_H

#include <stdint.h>

/// `over` where alpha is 255, `under` where it is 0. At most 255 * 255 + 127: 16 bits hold it.
static inline uint8_t blended(uint8_t over, uint8_t under, uint8_t alpha) {
  return (uint16_t)(over * alpha + under * (255 - alpha) + 127) / 255;
}

static inline uint8_t over_white(uint8_t sample, uint8_t alpha) { return blended(sample, 255, alpha); }

#endif
