#include <stdarg.h>
#include <stdio.h>

#include "codec_internal.h"

codec_status codec_fail(codec_failure *failure, codec_status status, const char *format, ...) {
  if (failure->status != CODEC_OK) return failure->status;
  failure->status = status;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(failure->message, sizeof failure->message, format, arguments);
  va_end(arguments);
  return status;
}

codec_status codec_fail_memory(codec_failure *failure, codec_header header) {
  return codec_fail(failure, CODEC_OUT_OF_MEMORY, "there is not enough memory for a picture of %ux%u pixels", header.width, header.height);
}
