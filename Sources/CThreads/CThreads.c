#include "CThreads.h"

_Thread_local void *vj_thread_word = 0;
