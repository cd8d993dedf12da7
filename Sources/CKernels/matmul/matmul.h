#ifndef VJ_MATMUL_INTERNAL_H
#define VJ_MATMUL_INTERNAL_H

#include "../simd/table.h"

#endif
