#ifndef C_CURL_SHIMS_LIBRARY_H
#define C_CURL_SHIMS_LIBRARY_H

// The protocols as numbers are marked as deprecated since 7.85; as text, libraries before that do not know them.
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>

#include "CCurl.h"

/// The functions of libcurl that are used, with the types of its header.
struct transfer_library {
  CURLcode (*global_init)(long flags);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *handle);
  void (*easy_reset)(CURL *handle);
  CURLcode (*easy_setopt)(CURL *handle, CURLoption option, ...);
  CURLcode (*easy_perform)(CURL *handle);
  CURLcode (*easy_getinfo)(CURL *handle, CURLINFO info, ...);
  const char *(*easy_strerror)(CURLcode code);
  struct curl_slist *(*slist_append)(struct curl_slist *list, const char *line);
  void (*slist_free_all)(struct curl_slist *list);
};

#endif
