// One table of kernels per instruction set. Each variant is the same source (the *.inc.h files of
// this folder) compiled for another vector width; `vj_active` is the one in use.
#ifndef VJ_TABLE_H
#define VJ_TABLE_H

#include "../runtime/internal.h"

// Contiguous operands; a step is 1 or 0 (repeat the first value).
typedef void vj_unary_kernel(size_t n, const void *x, void *out, double p0, double p1);
typedef void vj_gradient_kernel(
    size_t n, const void *saved, const void *gradient, void *out, double p0, double p1);
typedef vj_status vj_binary_kernel(
    size_t n, const void *a, int a_step, const void *b, int b_step, void *out);
typedef void vj_compare_kernel(
    size_t n, const void *a, int a_step, const void *b, int b_step, uint8_t *out);
typedef void vj_where_kernel(
    size_t n, const uint8_t *c, int c_step, const void *a, int a_step, const void *b, int b_step,
    void *out);
typedef void vj_cast_kernel(size_t n, const void *x, void *out);
typedef void vj_accumulate_kernel(size_t n, double alpha, const void *x, void *y);

// Reductions of a stretch to one number; float32 stretches accumulate in vectors of float32 over
// short blocks, combined in float64.
typedef double vj_stretch_kernel(size_t n, const void *x, double parameter);
// Σ x·y.
typedef double vj_dot_kernel(size_t n, const void *x, const void *y);
// Adds `rows` rows of `width` elements (a row begins every `stride` elements) into out.
typedef void vj_columns_kernel(
    size_t rows, size_t width, size_t stride, const void *x, const void *shift, void *out);
typedef void vj_softmax_kernel(size_t n, const void *x, void *out, bool logarithm);
typedef void vj_softmax_gradient_kernel(
    size_t n, const void *y, const void *gradient, void *out, bool logarithm);
// One row of softmax cross-entropy: returns log Σ eˣ; writes softmax·scale when out is not NULL.
typedef double vj_row_softmax_kernel(size_t n, const void *x, void *out, double scale);
// One row in place, with log Σ eˣ known.
typedef void vj_known_softmax_kernel(size_t n, void *x, double log_sum);
typedef void vj_pair_loss_kernel(
    size_t n, const void *x, const void *y, void *losses, void *gradient, double scale);

typedef void vj_sgd_kernel(size_t n, void *w, const void *g, void *v, const vj_sgd *o);
typedef void vj_adam_kernel(
    size_t n, void *w, const void *g, void *m, void *v, const vj_adam *o, double step_size,
    double root_correction);
typedef void vj_rmsprop_kernel(
    size_t n, void *w, const void *g, void *s, void *v, const vj_rmsprop *o);

// Random values of blocks counter..<counter + ⌈n/4⌉ (⌈n/2⌉ for float64).
typedef void vj_uniform_kernel(
    uint64_t seed, uint64_t counter, size_t n, double low, double span, void *out);
typedef void vj_dropout_kernel(
    uint64_t seed, uint64_t counter, size_t n, const void *x, uint32_t threshold, double scale,
    uint8_t *mask, void *out);
typedef void vj_mask_kernel(size_t n, const void *x, const uint8_t *mask, double scale, void *out);

// A body for vj_parallel: pieces of a job that its header describes.
typedef void vj_piece(void *context, size_t begin, size_t end);

// Normalisations. Sums are added to; vectors of `width` values belong to the columns.
typedef void vj_moments_kernel(
    size_t rows, size_t width, const void *x, const void *shift, double *sums, double *squares);
typedef void vj_affine_kernel(
    size_t rows, size_t width, const void *x, const void *mean, const void *factor,
    const void *shift, bool relu, void *y);
typedef void vj_gradient_sums_kernel(
    size_t rows, size_t width, const void *x, const void *gradient, const void *y,
    const void *mean, double *sums, double *products);
typedef void vj_combine_kernel(
    size_t rows, size_t width, const void *x, const void *gradient, const void *y,
    const void *mean, const void *factor, const void *slope, const void *offset, void *out);
typedef void vj_layer_norm_kernel(
    size_t rows, size_t width, const void *x, const void *scale, const void *shift,
    double epsilon, void *y, void *mean, void *deviation);
typedef void vj_layer_norm_back_kernel(
    size_t rows, size_t width, const void *x, const void *gradient, const void *scale,
    const void *mean, const void *deviation, void *x_gradient, void *scale_sums,
    void *shift_sums);

// One row of a recurrent cell; see vj_recurrent.h. Pointers that may be NULL there may be here.
typedef void vj_lstm_kernel(size_t n, void *gates, const void *before, void *c, void *h);
typedef void vj_lstm_back_kernel(
    size_t n, const void *gates, const void *before, const void *c, const void *h_gradient,
    const void *c_gradient, void *gates_gradient, void *before_gradient);
typedef void vj_gru_kernel(
    size_t n, void *input, const void *recurrent, const void *before, void *h);
typedef void vj_gru_back_kernel(
    size_t n, const void *input, const void *recurrent, const void *before,
    const void *h_gradient, void *input_gradient, void *recurrent_gradient,
    void *before_gradient);

enum { vj_real_count = 2 };  // float32, float64
enum {
    vj_stretch_sum, vj_stretch_squares, vj_stretch_abs, vj_stretch_deviation, vj_stretch_max,
    vj_stretch_min, vj_stretch_exp, vj_stretch_count
};
enum { vj_columns_sum, vj_columns_squares, vj_columns_abs, vj_columns_deviation, vj_columns_max,
       vj_columns_min, vj_columns_count };

struct vj_gemm_real;
struct vj_slides;
typedef struct {
    vj_isa isa;
    vj_unary_kernel *unary[6][VJ_UNARY_COUNT];
    vj_gradient_kernel *gradient[vj_real_count][VJ_UNARY_COUNT];
    vj_binary_kernel *binary[6][VJ_BINARY_COUNT];
    vj_compare_kernel *compare[6][6];
    vj_where_kernel *where[9];  // by element size
    vj_cast_kernel *cast[6][6];
    vj_accumulate_kernel *accumulate[6];
    vj_stretch_kernel *stretch[vj_real_count][vj_stretch_count];
    vj_dot_kernel *dot[vj_real_count];
    vj_columns_kernel *columns[vj_real_count][vj_columns_count];
    vj_softmax_kernel *softmax[vj_real_count];
    vj_softmax_gradient_kernel *softmax_gradient[vj_real_count];
    vj_row_softmax_kernel *row_softmax[vj_real_count];
    vj_known_softmax_kernel *known_softmax[vj_real_count];
    vj_pair_loss_kernel *sigmoid_loss[vj_real_count], *squared_loss[vj_real_count];
    vj_sgd_kernel *sgd[vj_real_count];
    vj_adam_kernel *adam[vj_real_count];
    vj_rmsprop_kernel *rmsprop[vj_real_count];
    vj_uniform_kernel *uniform[vj_real_count], *normal[vj_real_count];
    vj_dropout_kernel *dropout[vj_real_count];
    vj_mask_kernel *mask[vj_real_count];
    const struct vj_gemm_real *gemm[vj_real_count];
    const struct vj_slides *slides[vj_real_count];
    vj_piece *convolve[vj_real_count], *convolve_back[vj_real_count],
        *convolve_filter[vj_real_count], *depthwise[vj_real_count],
        *depthwise_back[vj_real_count], *depthwise_filter[vj_real_count],
        *planar[vj_real_count], *planar_filter[vj_real_count], *unfold[vj_real_count],
        *fold[vj_real_count],
        *resample[vj_real_count], *resample_back[vj_real_count];
    vj_piece *max_pool[vj_real_count], *min_pool[vj_real_count], *max_pool_back[vj_real_count],
        *average_pool[vj_real_count], *average_pool_back[vj_real_count];
    vj_piece *nearest[vj_real_count];
    vj_moments_kernel *moments[vj_real_count];
    vj_affine_kernel *affine[vj_real_count];
    vj_gradient_sums_kernel *gradient_sums[vj_real_count];
    vj_combine_kernel *combine[vj_real_count];
    vj_layer_norm_kernel *layer_norm[vj_real_count];
    vj_layer_norm_back_kernel *layer_norm_back[vj_real_count];
    vj_lstm_kernel *lstm[vj_real_count];
    vj_lstm_back_kernel *lstm_back[vj_real_count];
    vj_gru_kernel *gru[vj_real_count];
    vj_gru_back_kernel *gru_back[vj_real_count];
} vj_table;

extern const vj_table vj_table_portable;
#if VJ_X86
extern const vj_table vj_table_avx2, vj_table_avx512;
#endif

extern const vj_table *vj_active;

// 0 for float32, 1 for float64; other types must have been turned away.
static inline int vj_real_index(vj_dtype dtype) { return dtype == VJ_FLOAT64; }
static inline bool vj_is_real(vj_dtype dtype) {
    return dtype == VJ_FLOAT32 || dtype == VJ_FLOAT64;
}

#endif
