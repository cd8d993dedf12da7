// The AVX2 variant: 32-byte vectors.
#include "table.h"

#if VJ_X86
#include <immintrin.h>
#include <math.h>
#include <stdlib.h>

#pragma clang attribute push( \
    __attribute__((target("avx2,fma,bmi,bmi2,lzcnt,popcnt,f16c"))), \
    apply_to = function)

#define VJ_BYTES 32
#define VJ_TABLE vj_table_avx2
#define VJ_TABLE_ISA VJ_ISA_AVX2
#include "variant.inc.h"

#pragma clang attribute pop
#endif
