#include "base64.h"

#if defined(__x86_64__)
#include <immintrin.h>

enum { block_characters = 32, block_bytes = 24 };

/// 0xFF where a character is one of `first`…`last`, which are ASCII; bytes beyond ASCII count as below zero.
__attribute__((target("avx2"))) static inline __m256i between(__m256i text, char first, char last) {
  return _mm256_and_si256(_mm256_cmpgt_epi8(text, _mm256_set1_epi8(first - 1)), _mm256_cmpgt_epi8(_mm256_set1_epi8(last + 1), text));
}

__attribute__((target("avx2"))) static inline __m256i either(__m256i text, char one, char other) {
  return _mm256_or_si256(_mm256_cmpeq_epi8(text, _mm256_set1_epi8(one)), _mm256_cmpeq_epi8(text, _mm256_set1_epi8(other)));
}

/// The six bits of each character, where it has the distance to them that is added.
__attribute__((target("avx2"))) static inline __m256i moved(__m256i text, __m256i where, char distance) {
  return _mm256_and_si256(where, _mm256_add_epi8(text, _mm256_set1_epi8(distance)));
}

/// Six bits in each byte become 24 bytes in a row, and eight zeros.
__attribute__((target("avx2"))) static inline __m256i packed(__m256i sextets) {
  const __m256i pairs = _mm256_maddubs_epi16(sextets, _mm256_set1_epi32(0x01400140));
  const __m256i quads = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00011000));
  const __m256i order =
    _mm256_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1, 2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
  return _mm256_permutevar8x32_epi32(_mm256_shuffle_epi8(quads, order), _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 3, 7));
}

__attribute__((target("avx2"))) static size_t decode_with_avx2(const uint8_t *text, size_t count, uint8_t *bytes, size_t capacity) {
  size_t offset = 0, filled = 0;
  while (count - offset >= block_characters && capacity - filled >= sizeof(__m256i)) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)(text + offset));
    const __m256i upper = between(block, 'A', 'Z'), lower = between(block, 'a', 'z'), digit = between(block, '0', '9');
    const __m256i plus = either(block, '+', '-'), slash = either(block, '/', '_');
    const __m256i letters = _mm256_or_si256(_mm256_or_si256(upper, lower), digit), signs = _mm256_or_si256(plus, slash);
    if (_mm256_movemask_epi8(_mm256_or_si256(letters, signs)) != -1)
      break;
    const __m256i sextets = _mm256_or_si256(
      _mm256_or_si256(moved(block, upper, -'A'), moved(block, lower, 26 - 'a')),
      _mm256_or_si256(
        moved(block, digit, 52 - '0'),
        _mm256_or_si256(_mm256_and_si256(plus, _mm256_set1_epi8(62)), _mm256_and_si256(slash, _mm256_set1_epi8(63)))));
    _mm256_storeu_si256((__m256i *)(bytes + filled), packed(sextets));
    offset += block_characters;
    filled += block_bytes;
  }
  return offset;
}

size_t base64_decode_blocks(const uint8_t *text, size_t count, uint8_t *bytes, size_t capacity) {
  return __builtin_cpu_supports("avx2") ? decode_with_avx2(text, count, bytes, capacity) : 0;
}

#else

size_t base64_decode_blocks(const uint8_t *text, size_t count, uint8_t *bytes, size_t capacity) {
  (void)text, (void)count, (void)bytes, (void)capacity;
  return 0;
}

#endif
