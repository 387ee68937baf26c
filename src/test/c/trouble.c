/*
 * Put before the C library (LD_PRELOAD), it makes a process's disk fail and its clock jump, as the
 * numbers in the file that TROUBLE names say; devicehub.faults.Troubles writes them.
 *
 *   offset 0   how often fsync and fdatasync were called so far
 *   offset 8   from which call on they fail with EIO; 0 for never
 *   offset 16  how many calls fail
 *   offset 24  by how many seconds the clock on the wall is off; the monotonic one never is
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct trouble {
  int64_t syncs;
  int64_t fail_from;
  int64_t fail_calls;
  int64_t clock_seconds;
};

static struct trouble none;
static struct trouble *volatile trouble = &none;

static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_clock_gettime)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void) {
  real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  real_clock_gettime =
      (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  const char *name = getenv("TROUBLE");
  int file = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) {
    return;
  }
  void *map =
      mmap(NULL, sizeof(struct trouble), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (map != MAP_FAILED) {
    trouble = map;
  }
}

static int fails(void) {
  int64_t call = __atomic_add_fetch(&trouble->syncs, 1, __ATOMIC_SEQ_CST);
  int64_t from = __atomic_load_n(&trouble->fail_from, __ATOMIC_SEQ_CST);
  int64_t calls = __atomic_load_n(&trouble->fail_calls, __ATOMIC_SEQ_CST);
  return from > 0 && call >= from && call - from < calls;
}

int fsync(int file) {
  if (fails()) {
    errno = EIO;
    return -1;
  }
  return real_fsync(file);
}

int fdatasync(int file) {
  if (fails()) {
    errno = EIO;
    return -1;
  }
  return real_fdatasync(file);
}

static int64_t off(void) { return __atomic_load_n(&trouble->clock_seconds, __ATOMIC_SEQ_CST); }

int clock_gettime(clockid_t clock, struct timespec *now) {
  if (!real_clock_gettime) { /* before begin() */
    real_clock_gettime =
        (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  }
  int answer = real_clock_gettime(clock, now);
  if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    now->tv_sec += off();
  }
  return answer;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec exact;
  int answer = clock_gettime(CLOCK_REALTIME, &exact);
  if (answer == 0) {
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
  }
  return answer;
}

time_t time(time_t *now) {
  struct timespec exact;
  if (clock_gettime(CLOCK_REALTIME, &exact) != 0) {
    return (time_t)-1;
  }
  if (now) {
    *now = exact.tv_sec;
  }
  return exact.tv_sec;
}
