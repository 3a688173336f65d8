#include "CXXHashShims.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

struct fingerprint fingerprint_of(const void *bytes, size_t count) {
  const XXH128_hash_t hash = XXH3_128bits(bytes, count);
  return (struct fingerprint){hash.low64, hash.high64};
}
