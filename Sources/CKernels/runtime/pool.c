// The thread pool. One per process; workers are started by the first parallel work.
//
// A job is published by storing its fields and then one 64-bit ticket: generation in the upper
// half, next unclaimed piece in the lower. A thread claims a piece by moving the ticket on with a
// compare-and-swap, which succeeds only while the fields it has read are still this job's (the ticket
// is closed before they change), so a worker that wakes late can never touch a job that is over. The
// caller works as well, and then waits for the pieces that are in flight, never for a worker that is
// idle or not scheduled.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

#if defined(__linux__)
#include <linux/futex.h>
#include <sys/syscall.h>
#endif

typedef void (*piece_body)(void *, size_t, size_t);

_Atomic(int32_t) vj_interrupt_word;

static struct {
    _Alignas(64) _Atomic(uint64_t) ticket;
    _Atomic(piece_body) body;
    _Atomic(void *) context;
    _Atomic(size_t) count, grain;
    _Atomic(uint32_t) pieces, helpers;
    _Alignas(64) _Atomic(uint32_t) done;
    _Atomic(uint32_t) caller_sleeps, skipped;
    _Atomic(int) caller_processor;
    _Alignas(64) _Atomic(uint32_t) wake;
    _Atomic(uint32_t) sleepers;
    _Alignas(64) pthread_mutex_t owner;
    size_t started;
    pid_t process;
} pool = {.owner = PTHREAD_MUTEX_INITIALIZER};

static _Atomic(size_t) thread_count;
static _Thread_local bool inside;

volatile int32_t *vj_interrupt_flag(void) { return (volatile int32_t *)&vj_interrupt_word; }
void vj_interrupt(void) { atomic_store(&vj_interrupt_word, 1); }
void vj_interrupt_clear(void) { atomic_store(&vj_interrupt_word, 0); }
bool vj_interrupt_pending(void) { return vj_interrupted(); }

// MARK: sleeping and waking

#if defined(__linux__)
static void sleep_while(_Atomic(uint32_t) *word, uint32_t value) {
    syscall(SYS_futex, (uint32_t *)word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}
static void wake_up(_Atomic(uint32_t) *word, int threads) {
    syscall(SYS_futex, (uint32_t *)word, FUTEX_WAKE_PRIVATE, threads, NULL, NULL, 0);
}
#else
static pthread_mutex_t sleep_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t sleep_signal = PTHREAD_COND_INITIALIZER;
static void sleep_while(_Atomic(uint32_t) *word, uint32_t value) {
    pthread_mutex_lock(&sleep_lock);
    while (atomic_load(word) == value) pthread_cond_wait(&sleep_signal, &sleep_lock);
    pthread_mutex_unlock(&sleep_lock);
}
static void wake_up(_Atomic(uint32_t) *word, int threads) {
    (void)word, (void)threads;
    pthread_mutex_lock(&sleep_lock);
    pthread_cond_broadcast(&sleep_signal);
    pthread_mutex_unlock(&sleep_lock);
}
#endif

static inline void relax(void) {
#if VJ_X86
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ __volatile__("yield");
#endif
}

static uint64_t nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// Long enough to bridge the serial code between two parallel operations of a training step, short
// enough not to take the core from somebody else.
static const uint64_t worker_spin = 60000, caller_spin = 100000;

// MARK: pieces

static void run_piece(piece_body body, void *context, size_t count, size_t grain, size_t piece) {
    size_t begin = piece * grain;
    size_t end = grain < count - begin ? begin + grain : count;
    body(context, begin, end);
}

// Takes pieces of the job of `generation` until none is left.
static void take_pieces(uint32_t generation) {
    uint64_t ticket = atomic_load_explicit(&pool.ticket, memory_order_acquire);
    for (;;) {
        if ((uint32_t)(ticket >> 32) != generation) return;
        uint32_t piece = (uint32_t)ticket;
        piece_body body = atomic_load_explicit(&pool.body, memory_order_acquire);
        void *context = atomic_load_explicit(&pool.context, memory_order_acquire);
        size_t count = atomic_load_explicit(&pool.count, memory_order_acquire);
        size_t grain = atomic_load_explicit(&pool.grain, memory_order_acquire);
        uint32_t pieces = atomic_load_explicit(&pool.pieces, memory_order_acquire);
        if (piece >= pieces) return;
        if (!atomic_compare_exchange_weak_explicit(
                &pool.ticket, &ticket, ticket + 1, memory_order_acq_rel, memory_order_acquire))
            continue;
        if (vj_interrupted())
            atomic_store_explicit(&pool.skipped, 1, memory_order_relaxed);
        else
            run_piece(body, context, count, grain, piece);
        uint32_t done = atomic_fetch_add_explicit(&pool.done, 1, memory_order_seq_cst) + 1;
        if (done == pieces && atomic_load_explicit(&pool.caller_sleeps, memory_order_seq_cst))
            wake_up(&pool.done, 1);
        ticket = atomic_load_explicit(&pool.ticket, memory_order_acquire);
    }
}

#if defined(__linux__)
static int processor(void) { return sched_getcpu(); }

// On a busy machine the scheduler likes to wake a worker where its caller runs, and then leaves it
// waiting there for as long as the caller works, while other processors change hands. A worker that
// finds itself there goes elsewhere: it asks for the processors that this process may use, without
// that one.
static void leave_processor(int taken) {
    cpu_set_t set;
    if (taken < 0 || taken >= CPU_SETSIZE || sched_getaffinity(getpid(), sizeof set, &set) != 0)
        return;
    CPU_CLR(taken, &set);
    if (CPU_COUNT(&set) > 0) sched_setaffinity(0, sizeof set, &set);
}
#else
static int processor(void) { return -1; }
static void leave_processor(int taken) { (void)taken; }
#endif

static void *work(void *argument) {
    size_t index = (size_t)argument;
    inside = true;
    uint32_t seen = 0;
    for (;;) {
        uint32_t now = atomic_load_explicit(&pool.wake, memory_order_acquire);
        if (now == seen) {
            uint64_t end = nanoseconds() + worker_spin;
            do {
                for (int i = 0; i < 32 && now == seen; i++) {
                    relax();
                    now = atomic_load_explicit(&pool.wake, memory_order_acquire);
                }
            } while (now == seen && nanoseconds() < end);
        }
        if (now == seen) {
            atomic_fetch_add(&pool.sleepers, 1);
            while ((now = atomic_load(&pool.wake)) == seen) sleep_while(&pool.wake, seen);
            atomic_fetch_sub(&pool.sleepers, 1);
        }
        seen = now;
        const int taken = atomic_load_explicit(&pool.caller_processor, memory_order_relaxed);
        if (VJ_UNLIKELY(taken >= 0 && taken == processor())) leave_processor(taken);
        if (index < atomic_load_explicit(&pool.helpers, memory_order_relaxed)) take_pieces(seen);
    }
    return NULL;
}

// MARK: threads

// A container may see all processors and be allowed the time of a few: its quota, rounded up, or
// `count` where there is none.
static size_t within_quota(size_t count) {
#if defined(__linux__)
    FILE *file = fopen("/sys/fs/cgroup/cpu.max", "re");
    if (!file) return count;
    long quota = 0, period = 0;
    if (fscanf(file, "%ld %ld", &quota, &period) == 2 && quota > 0 && period > 0) {
        const size_t allowed = (size_t)((quota + period - 1) / period);
        if (allowed < count) count = allowed;
    }
    fclose(file);
#endif
    return count;
}

static size_t default_threads(void) {
    const char *text = getenv("VENCEJO_THREADS");
    if (text && *text) {
        long wanted = strtol(text, NULL, 10);
        if (wanted >= 1) return wanted > VJ_MAX_THREADS ? VJ_MAX_THREADS : (size_t)wanted;
    }
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) {
        int count = CPU_COUNT(&set);
        if (count >= 1)
            return within_quota(count > VJ_MAX_THREADS ? VJ_MAX_THREADS : (size_t)count);
    }
#endif
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    if (online < 1) return 1;
    return online > VJ_MAX_THREADS ? VJ_MAX_THREADS : (size_t)online;
}

size_t vj_threads(void) {
    size_t count = atomic_load_explicit(&thread_count, memory_order_relaxed);
    if (VJ_UNLIKELY(count == 0)) {
        count = default_threads();
        atomic_store_explicit(&thread_count, count, memory_order_relaxed);
    }
    return count;
}

void vj_set_threads(size_t count) {
    if (count > VJ_MAX_THREADS) count = VJ_MAX_THREADS;
    atomic_store_explicit(
        &thread_count, count ? count : default_threads(), memory_order_relaxed);
}

// Starts workers up to `wanted`, with all signals blocked so that they reach the program's own
// threads; answers how many there are.
static size_t start_workers(size_t wanted) {
    if (pool.process != getpid()) {  // a fork leaves the workers behind
        pool.started = 0;
        pool.process = getpid();
        atomic_store(&pool.sleepers, 0);
    }
    if (pool.started >= wanted) return wanted;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 1 << 20);
    while (pool.started < wanted) {
        pthread_t thread;
        if (pthread_create(&thread, &attributes, work, (void *)pool.started) != 0) break;
        pool.started++;
    }
    pthread_attr_destroy(&attributes);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return pool.started;
}

static bool run_inline(size_t count, size_t grain, piece_body body, void *context) {
    for (size_t begin = 0; begin < count;) {
        if (vj_interrupted()) return false;
        size_t end = grain < count - begin ? begin + grain : count;
        body(context, begin, end);
        begin = end;
    }
    return true;
}

bool vj_parallel_for(size_t count, size_t grain, piece_body body, void *context) {
    if (count == 0) return !vj_interrupted();
    if (grain == 0) grain = 1;
    size_t pieces = count / grain + (count % grain != 0), threads = vj_threads();
    if (pieces < 2 || threads < 2 || inside || pieces >= UINT32_MAX
        || pthread_mutex_trylock(&pool.owner) != 0)
        return run_inline(count, grain, body, context);

    size_t helpers = start_workers(VJ_MIN_OF(threads, pieces) - 1);
    // The ticket is closed before the fields change: a worker that still holds the last ticket of the
    // job before would otherwise compare its piece with this job's number of pieces.
    uint32_t generation = atomic_load_explicit(&pool.wake, memory_order_relaxed) + 1;
    atomic_store_explicit(
        &pool.ticket, (uint64_t)generation << 32 | UINT32_MAX, memory_order_relaxed);
    atomic_store_explicit(&pool.body, body, memory_order_release);
    atomic_store_explicit(&pool.context, context, memory_order_release);
    atomic_store_explicit(&pool.count, count, memory_order_release);
    atomic_store_explicit(&pool.grain, grain, memory_order_release);
    atomic_store_explicit(&pool.pieces, (uint32_t)pieces, memory_order_release);
    atomic_store_explicit(&pool.helpers, (uint32_t)helpers, memory_order_relaxed);
    atomic_store_explicit(&pool.skipped, 0, memory_order_relaxed);
    atomic_store_explicit(&pool.caller_sleeps, 0, memory_order_relaxed);
    atomic_store_explicit(&pool.done, 0, memory_order_relaxed);
    atomic_store_explicit(&pool.caller_processor, processor(), memory_order_relaxed);
    atomic_store_explicit(&pool.ticket, (uint64_t)generation << 32, memory_order_release);
    atomic_store(&pool.wake, generation);
    if (helpers && atomic_load(&pool.sleepers)) wake_up(&pool.wake, (int)pool.started);

    inside = true;
    take_pieces(generation);
    inside = false;

    uint32_t done = atomic_load_explicit(&pool.done, memory_order_acquire);
    if (done != pieces) {
        uint64_t end = nanoseconds() + caller_spin;
        do {
            for (int i = 0; i < 32 && done != pieces; i++) {
                relax();
                done = atomic_load_explicit(&pool.done, memory_order_acquire);
            }
        } while (done != pieces && nanoseconds() < end);
        if (done != pieces) {
            atomic_store(&pool.caller_sleeps, 1);
            while ((done = atomic_load(&pool.done)) != pieces) sleep_while(&pool.done, done);
        }
    }
    bool complete = atomic_load_explicit(&pool.skipped, memory_order_relaxed) == 0;
    pthread_mutex_unlock(&pool.owner);
    return complete;
}
