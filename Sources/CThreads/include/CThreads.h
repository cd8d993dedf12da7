#ifndef CTHREADS_H
#define CTHREADS_H

/// A thread's own word, which Swift has no variables for: reading it costs one instruction.
extern _Thread_local void *_Nullable vj_thread_word __attribute__((tls_model("initial-exec")));

static inline void *_Nullable vj_get_thread_word(void) { return vj_thread_word; }
static inline void vj_set_thread_word(void *_Nullable word) { vj_thread_word = word; }

#endif
