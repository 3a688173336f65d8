#include "jpeg_errors.h"

#include <jerror.h>

static codec_status status_of_code(int code) {
  switch (code) {
    case JERR_OUT_OF_MEMORY: return CODEC_OUT_OF_MEMORY;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_EMPTY_IMAGE:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_IMAGE_TOO_BIG:
    case JERR_SOF_UNSUPPORTED: return CODEC_UNSUPPORTED;
    default: return CODEC_CORRUPT;
  }
}

static void keep_failure(j_common_ptr jpeg) {
  jpeg_errors *errors = (jpeg_errors *)jpeg->err;
  char text[JMSG_LENGTH_MAX];
  errors->manager.format_message(jpeg, text);
  codec_fail(errors->failure, status_of_code(errors->manager.msg_code), "JPEG: %s", text);
}

_Noreturn void codec_jpeg_escape(j_common_ptr jpeg) { longjmp(((jpeg_errors *)jpeg->err)->escape, 1); }

static void on_error(j_common_ptr jpeg) {
  keep_failure(jpeg);
  codec_jpeg_escape(jpeg);
}

/* libjpeg only warns when pixels are lost; those warnings are errors here. Not those on stray bytes before a marker,
 * an unknown JFIF or Adobe version, or odd scan parameters: with them the picture is whole. */
static void on_message(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
    case JWRN_ARITH_BAD_CODE:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC: on_error(jpeg);
    default: return;
  }
}

static void stay_silent(j_common_ptr jpeg) { (void)jpeg; }

struct jpeg_error_mgr *codec_jpeg_errors(jpeg_errors *errors, codec_failure *failure) {
  jpeg_std_error(&errors->manager);
  errors->failure = failure;
  errors->manager.error_exit = on_error;
  errors->manager.emit_message = on_message;
  errors->manager.output_message = stay_silent;
  return &errors->manager;
}
