// Everything of one variant. Included once per instruction set.
#pragma clang fp contract(fast)

#include "../cluster/cluster.h"
#include "../convolution/planar.h"
#include "../matmul/matmul.h"
#include "../normalization/normalization.h"
#include "../pooling/pooling.h"
#include "coefficients.h"
#include "special.h"
#include "vector.inc.h"
#include "math_f32.inc.h"
#include "math_f64.inc.h"
#include "math_derived.inc.h"

// Rows of the largest tile: what the registers hold beside two vectors of B and one of A; and of the
// largest tile of one vector in segments.
#if VJ_BYTES == 64 || defined(__aarch64__)
#define GEMM_ROWS 12
#define GEMM_TALL 16
#else
#define GEMM_ROWS 6
#define GEMM_TALL 6
#endif

#define REAL_IS_F32 1
#include "real_begin.inc.h"
#include "elementwise.inc.h"
#include "reduce.inc.h"
#include "softmax.inc.h"
#include "optimizer.inc.h"
#include "gemm.inc.h"
#include "slide.inc.h"
#include "convolution.inc.h"
#include "planar.inc.h"
#include "pooling.inc.h"
#include "cluster.inc.h"
#include "normalization.inc.h"
#include "recurrent.inc.h"
#include "real_end.inc.h"

#define REAL_IS_F32 0
#include "real_begin.inc.h"
#include "elementwise.inc.h"
#include "reduce.inc.h"
#include "softmax.inc.h"
#include "optimizer.inc.h"
#include "gemm.inc.h"
#include "slide.inc.h"
#include "convolution.inc.h"
#include "planar.inc.h"
#include "pooling.inc.h"
#include "cluster.inc.h"
#include "normalization.inc.h"
#include "recurrent.inc.h"
#include "real_end.inc.h"

#include "types.inc.h"
#include "random.inc.h"
#include "table.inc.h"
