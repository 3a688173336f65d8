#include "CHTTP.h"

#include <malloc.h>

void http_return_free_memory(void) { malloc_trim(0); }

void http_set_heap_limits(int mapping_threshold, int heap_count) {
  mallopt(M_MMAP_THRESHOLD, mapping_threshold);
  mallopt(M_ARENA_MAX, heap_count);
  mallopt(M_TRIM_THRESHOLD, 2 * mapping_threshold);
}
