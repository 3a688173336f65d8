/* libmicrohttpd with nothing around it: takes each body in, looks at none of it, and answers the file that the path names. PORT FOLDER THREADS */
#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { most_files = 16 };

/* A file of the folder, as an answer that can be given again and again. */
struct file {
  char name[64];
  struct MHD_Response *response;
};

static const char *folder;
static struct file files[most_files];
static size_t file_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct MHD_Response *read_file(const char *name) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  const int descriptor = open(path, O_RDONLY);
  struct stat facts;
  if (descriptor < 0 || fstat(descriptor, &facts) != 0)
    return NULL;
  char *bytes = malloc(facts.st_size);
  const bool is_whole = bytes && read(descriptor, bytes, facts.st_size) == facts.st_size;
  close(descriptor);
  struct MHD_Response *response =
    is_whole ? MHD_create_response_from_buffer(facts.st_size, bytes, MHD_RESPMEM_MUST_FREE) : NULL;
  if (response)
    MHD_add_response_header(response, "Content-Type", "image/png");
  return response;
}

static struct MHD_Response *answer_to(const char *path) {
  const char *name = strrchr(path, '/') + 1;
  struct MHD_Response *found = NULL;
  pthread_mutex_lock(&lock);
  for (size_t index = 0; index < file_count && !found; index++)
    if (strcmp(files[index].name, name) == 0)
      found = files[index].response;
  if (!found && file_count < most_files && strlen(name) < sizeof files[0].name && (found = read_file(name))) {
    strcpy(files[file_count].name, name);
    files[file_count++].response = found;
  }
  pthread_mutex_unlock(&lock);
  return found;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
                              const char *body, size_t *length, void **request) {
  static int begun;
  (void)context, (void)method, (void)version, (void)body;
  if (*request == NULL) {
    *request = &begun;
    return MHD_YES;
  }
  if (*length > 0) {
    *length = 0;
    return MHD_YES;
  }
  struct MHD_Response *response = answer_to(path);
  return response ? MHD_queue_response(connection, 200, response) : MHD_NO;
}

int main(int count, char **arguments) {
  if (count < 4)
    return 64;
  folder = arguments[2];
  const struct sockaddr_in address = {
    .sin_family = AF_INET, .sin_port = htons(atoi(arguments[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  /* As the mock has it: an epoll thread a core, and 64 KiB a connection. */
  const struct MHD_Daemon *daemon = MHD_start_daemon(
    MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, handle, NULL, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_THREAD_POOL_SIZE,
    (unsigned)atoi(arguments[3]), MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)(64 << 10), MHD_OPTION_CONNECTION_LIMIT, 20000u, MHD_OPTION_END);
  if (!daemon)
    return 69;
  for (;;)
    pause();
}
