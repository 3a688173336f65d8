#ifndef BASE64_H
#define BASE64_H

#include <stddef.h>
#include <stdint.h>

/// Decodes blocks of 32 characters into 24 bytes each, up to the first that holds anything but characters of either alphabet, or for which
/// there is no room: 32 bytes are written for each. Returns how many characters were decoded; 0 on processors without AVX2.
size_t base64_decode_blocks(const uint8_t *text, size_t count, uint8_t *bytes, size_t capacity);

#endif
