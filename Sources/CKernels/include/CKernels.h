/// CKernels: the numeric kernels under Tensors, in C.
///
/// Everything here takes plain pointers, counts and strides, allocates nothing that the caller sees
/// (matrix products take scratch memory from the same allocator), and reports failure as a
/// `vj_status`. Counts and strides are in elements, never in bytes, unless a name says so.
/// Results do not depend on the number of threads.
#ifndef VJ_CKERNELS_H
#define VJ_CKERNELS_H

#include "vj_types.h"
#include "vj_runtime.h"
#include "vj_memory.h"
#include "vj_elementwise.h"
#include "vj_reduce.h"
#include "vj_matmul.h"
#include "vj_convolution.h"
#include "vj_pooling.h"
#include "vj_normalization.h"
#include "vj_recurrent.h"
#include "vj_attention.h"
#include "vj_chain.h"
#include "vj_cluster.h"
#include "vj_loss.h"
#include "vj_optimizer.h"
#include "vj_random.h"
#include "vj_index.h"
#include "vj_sort.h"

#endif
