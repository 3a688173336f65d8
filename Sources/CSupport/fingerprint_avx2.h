#ifndef FINGERPRINT_AVX2_H
#define FINGERPRINT_AVX2_H

#include "fingerprint.h"

/// The same as fingerprint_of, for processors with AVX2: at twice the speed.
struct fingerprint fingerprint_with_avx2(const void *bytes, size_t count);

#endif
