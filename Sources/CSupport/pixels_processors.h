#ifndef PIXEL_ROWS_PROCESSORS_H
#define PIXEL_ROWS_PROCESSORS_H

/// Before a loop that the compiler turns into vectors: it is compiled twice, and the one that suits the processor is chosen when the program
/// starts. Without AVX2's shuffles pixels are taken apart byte by byte.
///
/// Not under ThreadSanitizer: the choice is made before that has begun to work, and it would look at that, too.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CHOICE_IS_WATCHED
#endif
#endif

#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(CHOICE_IS_WATCHED)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#endif
