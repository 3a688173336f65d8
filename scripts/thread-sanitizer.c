// For ThreadSanitizer: it sees what Swift's Mutex does inline, and not what the library does where threads meet at one. Preloaded, these
// stand before the library's functions and tell it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define MUTEX __attribute__((swift_context)) void *mutex

// Null in programs without the sanitizer, which get the preloaded functions, too.
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

__attribute__((swiftcall)) void lock(uint32_t thread, MUTEX) __asm__(LOCK);
__attribute__((swiftcall)) void unlock(MUTEX) __asm__(UNLOCK);

__attribute__((swiftcall)) void lock(uint32_t thread, MUTEX) {
  __attribute__((swiftcall)) void (*own)(uint32_t, MUTEX) = dlsym(RTLD_NEXT, LOCK);
  own(thread, mutex);
  if (__tsan_acquire)
    __tsan_acquire(mutex);
}

__attribute__((swiftcall)) void unlock(MUTEX) {
  __attribute__((swiftcall)) void (*own)(MUTEX) = dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release)
    __tsan_release(mutex);
  own(mutex);
}
