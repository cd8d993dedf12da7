// What the machine still has to give, from what Linux tells of it.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "internal.h"

// The start of a small file as text; false where there is none. No stream: it is read many times a second.
static bool read_start(const char *path, char *text, size_t room) {
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const ssize_t count = read(file, text, room - 1);
    close(file);
    text[count > 0 ? count : 0] = 0;
    return count > 0;
}

// The number behind a word; SIZE_MAX where the word is missing, or stands before no number ("max").
static size_t number_after(const char *text, const char *word) {
    const char *at = strstr(text, word);
    if (!at) return SIZE_MAX;
    at += strlen(word);
    at += strspn(at, " \t");
    char *end;
    const unsigned long long value = strtoull(at, &end, 10);
    return end == at ? SIZE_MAX : (size_t)value;
}

static size_t number_in(const char *path) {
    char text[64];
    return read_start(path, text, sizeof text) ? number_after(text, "") : SIZE_MAX;
}

// What the group of processes that this one is in may still take, and how much it may take in all: a container's limit.
// Files that are merely kept in memory count as free, as they do for the machine.
static size_t group_available(size_t *total) {
    const size_t most = number_in("/sys/fs/cgroup/memory.max");
    if (most == SIZE_MAX) return SIZE_MAX;
    *total = VJ_MIN_OF(*total, most);
    const size_t used = number_in("/sys/fs/cgroup/memory.current");
    char text[4096];
    size_t files = 0;
    if (read_start("/sys/fs/cgroup/memory.stat", text, sizeof text)) {
        files = number_after(text, "inactive_file");
        if (files == SIZE_MAX) files = 0;
    }
    if (used == SIZE_MAX) return SIZE_MAX;
    const size_t taken = used > files ? used - files : 0;
    return most > taken ? most - taken : 0;
}

size_t vj_memory_available(void) {
    char text[512];
    if (!read_start("/proc/meminfo", text, sizeof text)) return SIZE_MAX;
    const size_t all = number_after(text, "MemTotal:"), left = number_after(text, "MemAvailable:");
    if (all == SIZE_MAX || left == SIZE_MAX) return SIZE_MAX;
    size_t total = all * 1024;
    const size_t group = group_available(&total), available = VJ_MIN_OF(left * 1024, group);
    // A sixteenth is kept for everybody else: what takes the last page is ended by the system.
    const size_t kept = total / 16;
    return available > kept ? available - kept : 0;
}

size_t vj_memory_resident(void) {
    char text[128];
    if (!read_start("/proc/self/statm", text, sizeof text)) return 0;
    char *end;
    strtoull(text, &end, 10);
    const unsigned long long resident = strtoull(end, &end, 10), shared = strtoull(end, &end, 10);
    return resident > shared ? (size_t)(resident - shared) * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

void vj_memory_give_back(void) {
    vj_memory_trim();
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
