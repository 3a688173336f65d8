/* libjpeg's error manager, made to keep texts and to leave by longjmp. */
#ifndef JPEG_ERRORS_H
#define JPEG_ERRORS_H

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include "codec_internal.h"

typedef struct jpeg_errors {
  /* First: libjpeg's err pointer is cast back to this struct. */
  struct jpeg_error_mgr manager;
  jmp_buf escape;
  codec_failure *failure;
} jpeg_errors;

struct jpeg_error_mgr *codec_jpeg_errors(jpeg_errors *errors, codec_failure *failure);

/* Leaves the library with a failure that was kept already. */
_Noreturn void codec_jpeg_escape(j_common_ptr jpeg);

#endif
