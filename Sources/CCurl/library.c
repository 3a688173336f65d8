#include "library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/// Finds one function; false when the library has none of that name. POSIX has dlsym's pointers to functions as data.
static bool find(void *image, const char *name, void *function) {
  void *address = dlsym(image, name);
  *(void **)function = address;
  return address != NULL;
}

static bool find_all(void *image, struct transfer_library *library) {
  return find(image, "curl_global_init", &library->global_init) && find(image, "curl_easy_init", &library->easy_init)
         && find(image, "curl_easy_cleanup", &library->easy_cleanup) && find(image, "curl_easy_reset", &library->easy_reset)
         && find(image, "curl_easy_setopt", &library->easy_setopt) && find(image, "curl_easy_perform", &library->easy_perform)
         && find(image, "curl_easy_getinfo", &library->easy_getinfo) && find(image, "curl_easy_strerror", &library->easy_strerror)
         && find(image, "curl_slist_append", &library->slist_append) && find(image, "curl_slist_free_all", &library->slist_free_all);
}

struct transfer_library *transfer_library_load(const char *name, char *problem, size_t problem_capacity) {
  void *image = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  struct transfer_library *library = image ? calloc(1, sizeof *library) : NULL;
  if (library && find_all(image, library) && library->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
    return library;
  const char *reason = dlerror();
  snprintf(problem, problem_capacity, "%s", reason ? reason : "it cannot be set up");
  free(library);
  if (image)
    dlclose(image);
  return NULL;
}

void *transfer_handle_create(const struct transfer_library *library) { return library->easy_init(); }

void transfer_handle_destroy(const struct transfer_library *library, void *handle) { library->easy_cleanup(handle); }
