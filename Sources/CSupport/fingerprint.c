#include "fingerprint.h"
#include "fingerprint_avx2.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

struct fingerprint fingerprint_of(const void *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2"))
    return fingerprint_with_avx2(bytes, count);
#endif
  const XXH128_hash_t hash = XXH3_128bits(bytes, count);
  return (struct fingerprint){hash.low64, hash.high64};
}
