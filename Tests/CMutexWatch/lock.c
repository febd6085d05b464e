#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

// Swift's Mutex takes a free lock, and gives one back that nobody waits for, in code that is compiled into ours, where the
// thread sanitizer sees it. For all else it calls these functions of its library, which is compiled without the sanitizer:
// what one hand did before it gave the lock back then seems to have nothing to do with the next, and every Mutex that two
// hands want at once seems to be a race. So these stand in the functions' places, have them do their work, and say what
// they did.

#define LOCK_SLOWLY "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOWLY "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

void __tsan_acquire(void *address);
void __tsan_release(void *address);

SWIFT void paiban_lock_slowly(uint32_t seen, SELF void *mutex) __asm__(LOCK_SLOWLY);
SWIFT void paiban_unlock_slowly(SELF void *mutex) __asm__(UNLOCK_SLOWLY);

SWIFT void paiban_lock_slowly(uint32_t seen, SELF void *mutex) {
    SWIFT void (*own)(uint32_t, SELF void *) = dlsym(RTLD_NEXT, LOCK_SLOWLY);
    own(seen, mutex);
    __tsan_acquire(mutex);
}

SWIFT void paiban_unlock_slowly(SELF void *mutex) {
    SWIFT void (*own)(SELF void *) = dlsym(RTLD_NEXT, UNLOCK_SLOWLY);
    __tsan_release(mutex);
    own(mutex);
}
