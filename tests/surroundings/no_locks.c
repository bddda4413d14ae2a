/* A file system without locks: every lock of a file is refused with ENOLCK. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

static int without_locks(const char *name, int file, int command, void *value) {
    if (command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK) {
        errno = ENOLCK;
        return -1;
    }
    int (*real)(int, int, ...) = (int (*)(int, int, ...))dlsym(RTLD_NEXT, name);
    return real(file, command, value);
}

#define REPLACE(name)                                   \
    int name(int file, int command, ...) {              \
        va_list values;                                 \
        va_start(values, command);                      \
        void *value = va_arg(values, void *);           \
        va_end(values);                                 \
        return without_locks(#name, file, command, value); \
    }

REPLACE(fcntl)
REPLACE(fcntl64)
