/* Times decoding and encoding of pictures in memory, one task a line of standard input.
 *
 *   usage: bare INPUT ANSWER
 *
 * INPUT is decoded; ANSWER's rows are encoded, in ANSWER's own format. A line of input names the task (`decode library`, `decode mock`,
 * `encode library`, `encode mock`, `inflate`, `deflate`) and is answered by a line: nanoseconds by the clock and
 * of the processor, and the bytes that came out of an encoder.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bare.h"

void fail(const char *what) {
  fprintf(stderr, "bare: %s\n", what);
  exit(1);
}

void *allocate(size_t length) {
  void *memory = malloc(length);
  if (!memory) fail("no memory");
  return memory;
}

format format_of(file source) {
  if (source.length > 8 && memcmp(source.bytes, "\x89PNG", 4) == 0) return PNG;
  if (source.length > 8 && memcmp(source.bytes, "\xff\xd8\xff", 3) == 0) return JPEG;
  if (source.length > 8 && memcmp(source.bytes, "RIFF", 4) == 0) return WEBP;
  fail("neither PNG nor JPEG nor WebP");
}

static file read_file(const char *path) {
  FILE *stream = fopen(path, "rb");
  if (!stream || fseek(stream, 0, SEEK_END) != 0) fail(path);
  long length = ftell(stream);
  rewind(stream);
  file content = {allocate((size_t)length), (size_t)length};
  if (length < 0 || fread(content.bytes, 1, content.length, stream) != content.length) fail(path);
  fclose(stream);
  return content;
}

static void decode(file source, picture *kept) {
  switch (format_of(source)) {
    case PNG: png_decode(source, kept); break;
    case JPEG: jpeg_decode(source, kept); break;
    case WEBP: webp_decode(source, kept); break;
  }
}

static size_t encode(const picture *source, format format) {
  switch (format) {
    case PNG: return png_encode(source);
    case JPEG: return jpeg_encode(source);
    case WEBP: return webp_encode(source);
  }
  fail("no such format");
}

typedef struct bench {
  file input;
  format input_format;
  picture answer;
  format answer_format;
  image_data input_data;
  image_data answer_data;
} bench;

static bench prepare(const char *input_path, const char *answer_path) {
  bench prepared = {.input = read_file(input_path)};
  file answer = read_file(answer_path);
  prepared.input_format = format_of(prepared.input);
  prepared.answer_format = format_of(answer);
  decode(answer, &prepared.answer);
  if (prepared.input_format == PNG) {
    picture decoded;
    decode(prepared.input, &decoded);
    prepared.input_data = image_data_of_file(prepared.input, &decoded);
    free(decoded.rows);
  }
  if (prepared.answer_format == PNG) prepared.answer_data = image_data_of_rows(&prepared.answer);
  return prepared;
}

static size_t run(bench *prepared, const char *task) {
  if (strcmp(task, "decode library") == 0) return decode(prepared->input, NULL), 0;
  if (strcmp(task, "decode mock") == 0) return mock_decode(prepared->input, prepared->input_format), 0;
  if (strcmp(task, "encode library") == 0) return encode(&prepared->answer, prepared->answer_format);
  if (strcmp(task, "encode mock") == 0) return mock_encode(&prepared->answer, prepared->answer_format);
  if (strcmp(task, "inflate") == 0 && prepared->input_format == PNG) return inflate_data(&prepared->input_data), 0;
  if (strcmp(task, "deflate") == 0 && prepared->answer_format == PNG) return deflate_data(&prepared->answer_data);
  fail("no such task for these files");
}

static long long nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 3) fail("usage: bare INPUT ANSWER");
  bench prepared = prepare(arguments[1], arguments[2]);
  char task[32];
  while (fgets(task, sizeof task, stdin)) {
    task[strcspn(task, "\n")] = '\0';
    long long begun = nanoseconds(CLOCK_MONOTONIC), used = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    size_t length = run(&prepared, task);
    used = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - used;
    printf("%lld %lld %zu\n", nanoseconds(CLOCK_MONOTONIC) - begun, used, length);
    fflush(stdout);
  }
  return 0;
}
