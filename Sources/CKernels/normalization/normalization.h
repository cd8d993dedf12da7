// Between the drivers of the normalisations and their kernels (simd/normalization.inc.h).
#ifndef VJ_NORMALIZATION_INTERNAL_H
#define VJ_NORMALIZATION_INTERNAL_H

#include "../simd/table.h"

// Rows that are gone through column by column before the next ones.
enum { vj_norm_block = 128 };

#endif
