/// Element types, status codes and the limits that all kernels share.
#ifndef VJ_TYPES_H
#define VJ_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Element types, in order of promotion. A bool is one byte, 0 or 1.
typedef enum {
    VJ_BOOL = 0,
    VJ_UINT8 = 1,
    VJ_INT32 = 2,
    VJ_INT64 = 3,
    VJ_FLOAT32 = 4,
    VJ_FLOAT64 = 5,
} vj_dtype;

/// What a kernel answers. Anything but `VJ_OK` means that the output must not be used.
typedef enum {
    VJ_OK = 0,
    /// The operation has no meaning for this element type; cast first.
    VJ_UNSUPPORTED = 1,
    /// The memory limit would be passed, or the system has no memory left.
    VJ_OUT_OF_MEMORY = 2,
    /// The interrupt flag was seen; the work was left unfinished.
    VJ_INTERRUPTED = 3,
    /// Integer division or remainder by zero, or an integer power with a negative exponent.
    VJ_DOMAIN = 4,
    /// A label or an index lies outside its range.
    VJ_OUT_OF_RANGE = 5,
    /// More axes than `VJ_MAX_RANK` are left after collapsing.
    VJ_RANK = 6,
} vj_status;

/// Most axes that the strided kernels take.
#define VJ_MAX_RANK 32

/// Bytes of one element.
size_t vj_dtype_size(vj_dtype dtype);

#ifdef __cplusplus
}
#endif
#endif
