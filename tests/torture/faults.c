/* Counts the calls that change files, and makes the one that is asked for fail or the last.

   Preloaded into a process (LD_PRELOAD), so that SQLite's calls are counted too. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* What happens at the call: nothing; a kill before it; a kill in the middle of a write;
   an error of the disk, once; a disk that is full from then on. */
enum { COUNT, KILL, TEAR, BREAK, FILL };

static int wanted = -1, action = COUNT, seen = 0, is_full = 0, is_armed = 0;
static char names[1 << 20];
static size_t names_end = 0;

/* From the next call on: do `what` at the call with number `at`, counted from 0. */
void arm(int at, int what) {
  wanted = at, action = what, seen = 0, is_full = 0, is_armed = 1;
  names_end = 0, names[0] = 0;
}

/* How many calls there were since `arm`. */
int count_calls(void) { return seen; }

/* Their names, each with a blank after it. */
const char *name_calls(void) { return names; }

/* The error with which a call fails, or 0. `grows` says whether it takes room on the
   disk; -1 stands for a write of which half is written before the kill. */
static int meet(const char *name, int grows) {
  if (!is_armed) return 0;
  size_t length = strlen(name);
  if (names_end + length + 2 < sizeof names) {
    memcpy(names + names_end, name, length);
    names[names_end + length] = ' ', names_end += length + 1, names[names_end] = 0;
  }
  int here = seen++;
  if (is_full && grows) return ENOSPC;
  if (here != wanted) return 0;
  if (action == KILL) kill(getpid(), SIGKILL);
  if (action == TEAR) return -1;
  if (action == BREAK) return EIO;
  if (action == FILL && grows) return is_full = 1, ENOSPC;
  return 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define PASS(name, grows, parameters, arguments)   \
  int name parameters {                            \
    int fault = meet(#name, grows);                \
    if (fault < 0) kill(getpid(), SIGKILL);        \
    if (fault) return errno = fault, -1;           \
    return REAL(name) arguments;                   \
  }

PASS(fsync, 0, (int fd), (fd))
PASS(fdatasync, 0, (int fd), (fd))
PASS(ftruncate, 0, (int fd, off_t size), (fd, size))
PASS(ftruncate64, 0, (int fd, off64_t size), (fd, size))
PASS(rename, 1, (const char *from, const char *to), (from, to))
PASS(renameat, 1, (int a, const char *from, int b, const char *to), (a, from, b, to))
PASS(link, 1, (const char *from, const char *to), (from, to))
PASS(linkat, 1, (int a, const char *from, int b, const char *to, int f), (a, from, b, to, f))
PASS(symlink, 1, (const char *from, const char *to), (from, to))
PASS(unlink, 0, (const char *path), (path))
PASS(unlinkat, 0, (int fd, const char *path, int flags), (fd, path, flags))
PASS(rmdir, 0, (const char *path), (path))
PASS(mkdir, 1, (const char *path, mode_t mode), (path, mode))
PASS(mkdirat, 1, (int fd, const char *path, mode_t mode), (fd, path, mode))
PASS(chmod, 0, (const char *path, mode_t mode), (path, mode))
PASS(fchmod, 0, (int fd, mode_t mode), (fd, mode))

/* What is written to the terminal takes no room on the disk. */
#define WRITE(name, parameters, arguments, halved)              \
  ssize_t name parameters {                                     \
    int fault = meet(#name, fd > 2);                            \
    if (fault < 0) {                                            \
      (void)!REAL(name) halved;                                 \
      kill(getpid(), SIGKILL);                                  \
    }                                                           \
    if (fault) return errno = fault, -1;                        \
    return REAL(name) arguments;                                \
  }

WRITE(write, (int fd, const void *data, size_t n), (fd, data, n), (fd, data, n / 2))
WRITE(pwrite, (int fd, const void *data, size_t n, off_t at), (fd, data, n, at), (fd, data, n / 2, at))
WRITE(pwrite64, (int fd, const void *data, size_t n, off64_t at), (fd, data, n, at), (fd, data, n / 2, at))

#define OPEN(name, parameters, arguments)                       \
  int name parameters {                                         \
    mode_t mode = 0;                                            \
    if (flags & O_CREAT) {                                      \
      va_list rest;                                             \
      va_start(rest, flags);                                    \
      mode = va_arg(rest, mode_t);                              \
      va_end(rest);                                             \
      int fault = meet(#name, 1);                               \
      if (fault < 0) kill(getpid(), SIGKILL);                   \
      if (fault) return errno = fault, -1;                      \
    }                                                           \
    return REAL(name) arguments;                                \
  }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int fd, const char *path, int flags, ...), (fd, path, flags, mode))
OPEN(openat64, (int fd, const char *path, int flags, ...), (fd, path, flags, mode))
