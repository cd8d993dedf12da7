// The AVX512 variant: 64-byte vectors.
#include "table.h"

#if VJ_X86
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx512cd,avx2,fma,bmi,bmi2,lzcnt,popcnt,f16c"))), \
    apply_to = function)

#define VJ_BYTES 64
#define VJ_TABLE vj_table_avx512
#define VJ_TABLE_ISA VJ_ISA_AVX512
#include "variant.inc.h"

#pragma clang attribute pop
#endif
