// Which variant is in use: the best that the processor has, or the one VENCEJO_ISA names.
#include <stdlib.h>

#include "table.h"

const vj_table *vj_active = &vj_table_portable;

bool vj_isa_available(vj_isa isa) {
    switch (isa) {
    case VJ_ISA_PORTABLE: return true;
#if VJ_X86
    case VJ_ISA_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case VJ_ISA_AVX512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
    default: return false;
    }
}

bool vj_isa_select(vj_isa isa) {
    if (!vj_isa_available(isa)) return false;
    switch (isa) {
#if VJ_X86
    case VJ_ISA_AVX512: vj_active = &vj_table_avx512; break;
    case VJ_ISA_AVX2: vj_active = &vj_table_avx2; break;
#endif
    default: vj_active = &vj_table_portable;
    }
    return true;
}

vj_isa vj_isa_current(void) { return vj_active->isa; }

const char *vj_isa_name(vj_isa isa) {
    switch (isa) {
    case VJ_ISA_AVX512: return "avx512";
    case VJ_ISA_AVX2: return "avx2";
    default: return "portable";
    }
}

__attribute__((constructor)) static void choose(void) {
#if VJ_X86
    __builtin_cpu_init();
#endif
    const char *wanted = getenv("VENCEJO_ISA");
    for (int isa = VJ_ISA_AVX512; isa >= VJ_ISA_PORTABLE; isa--)
        if (wanted && strcmp(wanted, vj_isa_name((vj_isa)isa)) == 0 && vj_isa_select((vj_isa)isa))
            return;
    for (int isa = VJ_ISA_AVX512; isa >= VJ_ISA_PORTABLE; isa--)
        if (vj_isa_select((vj_isa)isa)) return;
}
