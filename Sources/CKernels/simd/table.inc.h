// The table of this variant.
#define UNARY(NAME, expression) [VJ_##NAME] = unary_##NAME##_f32,
const vj_table VJ_TABLE = {
    .isa = VJ_TABLE_ISA,
    .unary = {
        [VJ_FLOAT32] = {
#include "unary_list.inc.h"
#undef UNARY
        },
#define UNARY(NAME, expression) [VJ_##NAME] = unary_##NAME##_f64,
        [VJ_FLOAT64] = {
#include "unary_list.inc.h"
#undef UNARY
        },
#define INTEGER_TABLE(SUFFIX) { \
    [VJ_IDENTITY] = unary_IDENTITY_##SUFFIX, [VJ_NEG] = unary_NEG_##SUFFIX, \
    [VJ_ABS] = unary_ABS_##SUFFIX, [VJ_SIGN] = unary_SIGN_##SUFFIX, \
    [VJ_SQUARE] = unary_SQUARE_##SUFFIX, [VJ_RELU] = unary_RELU_##SUFFIX, \
    [VJ_FLOOR] = unary_IDENTITY_##SUFFIX, [VJ_CEIL] = unary_IDENTITY_##SUFFIX, \
    [VJ_TRUNC] = unary_IDENTITY_##SUFFIX, [VJ_ROUND] = unary_IDENTITY_##SUFFIX }
        [VJ_INT32] = INTEGER_TABLE(i32),
        [VJ_INT64] = INTEGER_TABLE(i64),
        [VJ_UINT8] = INTEGER_TABLE(u8),
        [VJ_BOOL] = {[VJ_IDENTITY] = unary_IDENTITY_u8},
    },
    .gradient = {
#define GRADIENT(NAME, uses_output, expression) [VJ_##NAME] = gradient_##NAME##_f32,
        {
#include "gradient_list.inc.h"
        },
#undef GRADIENT
#define GRADIENT(NAME, uses_output, expression) [VJ_##NAME] = gradient_##NAME##_f64,
        {
#include "gradient_list.inc.h"
        },
#undef GRADIENT
    },
#define BINARY_INTEGER(SUFFIX) \
    [VJ_ADD] = binary_ADD_##SUFFIX, [VJ_SUB] = binary_SUB_##SUFFIX, \
    [VJ_MUL] = binary_MUL_##SUFFIX, [VJ_DIV] = binary_DIV_##SUFFIX, \
    [VJ_POW] = binary_POW_##SUFFIX, [VJ_MIN] = binary_MIN_##SUFFIX, \
    [VJ_MAX] = binary_MAX_##SUFFIX, [VJ_MOD] = binary_MOD_##SUFFIX, \
    [VJ_REM] = binary_REM_##SUFFIX, [VJ_FLOOR_DIV] = binary_FLOOR_DIV_##SUFFIX
#define BINARY_REAL(SUFFIX) \
    BINARY_INTEGER(SUFFIX), [VJ_ATAN2] = binary_ATAN2_##SUFFIX, \
    [VJ_HYPOT] = binary_HYPOT_##SUFFIX
    .binary = {
        [VJ_FLOAT32] = {BINARY_REAL(f32)},
        [VJ_FLOAT64] = {BINARY_REAL(f64)},
        [VJ_INT32] = {BINARY_INTEGER(i32)},
        [VJ_INT64] = {BINARY_INTEGER(i64)},
        [VJ_UINT8] = {BINARY_INTEGER(u8)},
        [VJ_BOOL] = {[VJ_ADD] = binary_ADD_bool, [VJ_MUL] = binary_MUL_bool,
                     [VJ_MIN] = binary_MIN_bool, [VJ_MAX] = binary_MAX_bool},
    },
#define COMPARE_TABLE(SUFFIX) { \
    [VJ_EQUAL] = compare_EQUAL_##SUFFIX, [VJ_NOT_EQUAL] = compare_NOT_EQUAL_##SUFFIX, \
    [VJ_LESS] = compare_LESS_##SUFFIX, [VJ_LESS_EQUAL] = compare_LESS_EQUAL_##SUFFIX, \
    [VJ_GREATER] = compare_GREATER_##SUFFIX, \
    [VJ_GREATER_EQUAL] = compare_GREATER_EQUAL_##SUFFIX }
    .compare = {
        [VJ_BOOL] = COMPARE_TABLE(u8),
        [VJ_UINT8] = COMPARE_TABLE(u8),
        [VJ_INT32] = COMPARE_TABLE(i32),
        [VJ_INT64] = COMPARE_TABLE(i64),
        [VJ_FLOAT32] = COMPARE_TABLE(f32),
        [VJ_FLOAT64] = COMPARE_TABLE(f64),
    },
    .where = {[1] = where_1, [4] = where_4, [8] = where_8},
#define CAST_TABLE(SUFFIX) { \
    [VJ_BOOL] = cast_##SUFFIX##_bool, [VJ_UINT8] = cast_##SUFFIX##_u8, \
    [VJ_INT32] = cast_##SUFFIX##_i32, [VJ_INT64] = cast_##SUFFIX##_i64, \
    [VJ_FLOAT32] = cast_##SUFFIX##_f32, [VJ_FLOAT64] = cast_##SUFFIX##_f64 }
    .cast = {
        [VJ_BOOL] = {[VJ_BOOL] = cast_u8_bool, [VJ_UINT8] = cast_bool_u8,
                     [VJ_INT32] = cast_bool_i32, [VJ_INT64] = cast_bool_i64,
                     [VJ_FLOAT32] = cast_bool_f32, [VJ_FLOAT64] = cast_bool_f64},
        [VJ_UINT8] = CAST_TABLE(u8),
        [VJ_INT32] = CAST_TABLE(i32),
        [VJ_INT64] = CAST_TABLE(i64),
        [VJ_FLOAT32] = CAST_TABLE(f32),
        [VJ_FLOAT64] = CAST_TABLE(f64),
    },
    .accumulate = {[VJ_UINT8] = accumulate_u8, [VJ_INT32] = accumulate_i32,
                   [VJ_INT64] = accumulate_i64, [VJ_FLOAT32] = accumulate_f32,
                   [VJ_FLOAT64] = accumulate_f64},
#define STRETCH_TABLE(SUFFIX) { \
    [vj_stretch_sum] = stretch_sum_##SUFFIX, [vj_stretch_squares] = stretch_squares_##SUFFIX, \
    [vj_stretch_abs] = stretch_abs_##SUFFIX, \
    [vj_stretch_deviation] = stretch_deviation_##SUFFIX, \
    [vj_stretch_max] = stretch_max_##SUFFIX, [vj_stretch_min] = stretch_min_##SUFFIX, \
    [vj_stretch_exp] = stretch_exp_##SUFFIX }
    .stretch = {STRETCH_TABLE(f32), STRETCH_TABLE(f64)},
    .dot = {dot_f32, dot_f64},
#define COLUMNS_TABLE(SUFFIX) { \
    [vj_columns_sum] = columns_sum_##SUFFIX, [vj_columns_squares] = columns_squares_##SUFFIX, \
    [vj_columns_abs] = columns_abs_##SUFFIX, \
    [vj_columns_deviation] = columns_deviation_##SUFFIX, \
    [vj_columns_max] = columns_max_##SUFFIX, [vj_columns_min] = columns_min_##SUFFIX }
    .columns = {COLUMNS_TABLE(f32), COLUMNS_TABLE(f64)},
    .softmax = {softmax_f32, softmax_f64},
    .softmax_gradient = {softmax_gradient_f32, softmax_gradient_f64},
    .row_softmax = {row_softmax_f32, row_softmax_f64},
    .known_softmax = {known_softmax_f32, known_softmax_f64},
    .sigmoid_loss = {sigmoid_loss_f32, sigmoid_loss_f64},
    .squared_loss = {squared_loss_f32, squared_loss_f64},
    .sgd = {sgd_f32, sgd_f64},
    .adam = {adam_f32, adam_f64},
    .rmsprop = {rmsprop_f32, rmsprop_f64},
    .uniform = {uniform_f32, uniform_f64},
    .normal = {normal_f32, normal_f64},
    .dropout = {dropout_f32, dropout_f64},
    .gemm = {&gemm_f32, &gemm_f64},
    .slides = {&slides_f32, &slides_f64},
    .mask = {mask_f32, mask_f64},
    .convolve = {convolve_rows_f32, convolve_rows_f64},
    .convolve_back = {convolve_back_rows_f32, convolve_back_rows_f64},
    .convolve_filter = {convolve_filter_rows_f32, convolve_filter_rows_f64},
    .depthwise = {depthwise_rows_f32, depthwise_rows_f64},
    .depthwise_back = {depthwise_back_rows_f32, depthwise_back_rows_f64},
    .depthwise_filter = {depthwise_filter_f32, depthwise_filter_f64},
    .planar = {planar_f32, planar_f64},
    .planar_filter = {planar_filter_f32, planar_filter_f64},
    .unfold = {unfold_rows_f32, unfold_rows_f64},
    .fold = {fold_rows_f32, fold_rows_f64},
    .resample = {resample_rows_f32, resample_rows_f64},
    .resample_back = {resample_back_f32, resample_back_f64},
    .max_pool = {max_pool_f32, max_pool_f64},
    .min_pool = {min_pool_f32, min_pool_f64},
    .max_pool_back = {max_pool_back_f32, max_pool_back_f64},
    .average_pool = {average_pool_f32, average_pool_f64},
    .average_pool_back = {average_pool_back_f32, average_pool_back_f64},
    .nearest = {nearest_rows_f32, nearest_rows_f64},
    .moments = {moments_f32, moments_f64},
    .affine = {affine_f32, affine_f64},
    .gradient_sums = {gradient_sums_f32, gradient_sums_f64},
    .combine = {combine_f32, combine_f64},
    .layer_norm = {layer_norm_f32, layer_norm_f64},
    .layer_norm_back = {layer_norm_back_f32, layer_norm_back_f64},
    .lstm = {lstm_f32, lstm_f64},
    .lstm_back = {lstm_back_f32, lstm_back_f64},
    .gru = {gru_f32, gru_f64},
    .gru_back = {gru_back_f32, gru_back_f64},
};
