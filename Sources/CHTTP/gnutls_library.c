#include "gnutls_session.h"

#include <dlfcn.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>

const char *const tls_library_name = "libgnutls.so.30";

static bool is_loaded;

/// Loads GnuTLS for a call that comes before any use of TLS: another library found these functions before GnuTLS's own.
static void load_unasked(void);

// What hands on: a pointer into the library, null until it is loaded, and a function of the library's name that goes there.
#define FUNCTION(result, name, parameters, arguments) \
  static result(*loaded_##name) parameters;           \
  result name parameters {                            \
    if (!is_loaded)                                   \
      load_unasked();                                 \
    return loaded_##name arguments;                   \
  }
#include "gnutls_functions.h"
#undef FUNCTION

// The library sets itself up when it is loaded, and libmicrohttpd asks for it at every start.
int gnutls_global_init(void) { return GNUTLS_E_SUCCESS; }
void gnutls_global_deinit(void) {}

// Data that libmicrohttpd reads; the library's own has this value, too.
gnutls_alloc_function gnutls_malloc = malloc;

/// Finds one function; false when the library has none of that name. POSIX has dlsym's pointers to functions as data.
static bool find(void *image, const char *name, void *function) {
  void *address = dlsym(image, name);
  *(void **)function = address;
  return address != NULL;
}

bool tls_library_load(const char *name, char *problem, size_t problem_capacity) {
  if (is_loaded)
    return true;
  void *image = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (image) {
#define FUNCTION(result, name, parameters, arguments) &&find(image, #name, &loaded_##name)
    is_loaded = true
#include "gnutls_functions.h"
      ;
#undef FUNCTION
  }
  if (!is_loaded) {
    const char *reason = dlerror();
    snprintf(problem, problem_capacity, "%s", reason ? reason : "it cannot be set up");
  }
  return is_loaded;
}

static void load_unasked(void) {
  char problem[256];
  if (tls_library_load(tls_library_name, problem, sizeof problem))
    return;
  fprintf(stderr, "image-edit-mock: %s\n", problem);
  abort();
}
