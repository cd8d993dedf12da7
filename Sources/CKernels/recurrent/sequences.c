// LSTM, GRU and the plain recurrence over sequences. The rows of a batch do not know of each other, so each thread takes
// some rows through all of time, and nobody waits for anybody between two steps; the gradient of the
// weights is one matrix product over all steps in the end.
#include "../simd/table.h"

typedef struct {
    vj_dtype dtype;
    size_t size, time, batch, hidden, gates;  // gates: 4, 3 or 1
    const char *weights, *bias, *h, *c, *h_gradient, *c_gradient;
    char *sums, *recurrent;          // of the gates; the GRU's second ones
    char *h_out, *c_out;
    char *sums_gradient, *recurrent_gradient;
    char *initial_h, *initial_c;     // gradients
    char *packed;                    // the weights, or their transpose, in rows `pitch` apart
    size_t pitch;
    _Atomic(int) status;
} sequence;

// Rows of the batch that go through time together, so that each reading of the weights serves them.
static size_t rows_of(size_t batch) { return batch >= 32 ? 16 : 8; }

// c [rows, n] = a [rows, k]·b + beta·c, b the weights [hidden, gates·hidden] or their transpose.
static bool product(
    sequence *s, bool transposed, size_t rows, const void *a, size_t a_row, double beta,
    const void *bias, void *c, size_t c_row) {
    const size_t wide = s->gates * s->hidden;
    const vj_matmul_args args = {
        .dtype = s->dtype, .m = rows, .n = transposed ? s->hidden : wide,
        .k = transposed ? wide : s->hidden, .alpha = 1, .beta = beta, .a = a,
        .a_row = (ptrdiff_t)a_row, .a_col = 1, .b = s->packed, .b_row = (ptrdiff_t)s->pitch,
        .b_col = 1, .c = c, .c_row = (ptrdiff_t)c_row, .bias = bias};
    const vj_status status = vj_matmul(&args);
    if (status != VJ_OK) atomic_store(&s->status, (int)status);
    return status == VJ_OK;
}

// The weights are used at every step: once, they are turned round for the way back, and their rows
// moved apart, which in powers of two would all fall into the same few sets of the cache.
static vj_status pack_weights(sequence *s, bool transposed) {
    const size_t wide = s->gates * s->hidden, rows = transposed ? wide : s->hidden,
                 columns = transposed ? s->hidden : wide;
    s->pitch = columns + 16;
    s->packed = vj_alloc(rows * s->pitch * s->size);
    if (!s->packed) return VJ_OUT_OF_MEMORY;
    return vj_copy_strided(
        s->dtype, 2, (size_t[]){rows, columns}, s->weights,
        (ptrdiff_t[]){transposed ? 1 : (ptrdiff_t)wide, transposed ? (ptrdiff_t)wide : 1},
        s->packed, (ptrdiff_t[]){(ptrdiff_t)s->pitch, 1});
}

static void lstm_piece(void *context, size_t begin, size_t end) {
    sequence *s = context;
    const size_t wide = 4 * s->hidden * s->size, narrow = s->hidden * s->size;
    for (size_t t = 0; t < s->time; t++) {
        const size_t now = t * s->batch + begin, next = now + s->batch;
        char *gates = s->sums + now * wide;
        if (!product(
                s, false, end - begin, s->h_out + now * narrow, s->hidden, 1, NULL, gates,
                4 * s->hidden))
            return;
        for (size_t r = 0; r < end - begin; r++)
            vj_active->lstm[vj_real_index(s->dtype)](
                s->hidden, gates + r * wide, s->c_out + (now + r) * narrow,
                s->c_out + (next + r) * narrow, s->h_out + (next + r) * narrow);
    }
}

static void lstm_back_piece(void *context, size_t begin, size_t end) {
    sequence *s = context;
    const size_t wide = 4 * s->hidden * s->size, narrow = s->hidden * s->size,
                 rows = end - begin;
    char *dh = s->initial_h + begin * narrow, *dc = s->initial_c + begin * narrow;
    memset(dh, 0, rows * narrow);
    if (s->c_gradient)
        memcpy(dc, s->c_gradient + begin * narrow, rows * narrow);
    else
        memset(dc, 0, rows * narrow);
    for (size_t t = s->time; t-- > 0;) {
        const size_t now = t * s->batch + begin, next = now + s->batch;
        vj_active->accumulate[s->dtype](
            rows * s->hidden, 1, s->h_gradient + now * narrow, dh);
        for (size_t r = 0; r < rows; r++)
            vj_active->lstm_back[vj_real_index(s->dtype)](
                s->hidden, s->sums + (now + r) * wide, s->c + (now + r) * narrow,
                s->c + (next + r) * narrow, dh + r * narrow, dc + r * narrow,
                s->sums_gradient + (now + r) * wide, dc + r * narrow);
        if (!product(
                s, true, rows, s->sums_gradient + now * wide, 4 * s->hidden, 0, NULL, dh,
                s->hidden))
            return;
    }
}

static void gru_piece(void *context, size_t begin, size_t end) {
    sequence *s = context;
    const size_t wide = 3 * s->hidden * s->size, narrow = s->hidden * s->size;
    for (size_t t = 0; t < s->time; t++) {
        const size_t now = t * s->batch + begin, next = now + s->batch;
        if (!product(
                s, false, end - begin, s->h_out + now * narrow, s->hidden, 0, s->bias,
                s->recurrent + now * wide, 3 * s->hidden))
            return;
        for (size_t r = 0; r < end - begin; r++)
            vj_active->gru[vj_real_index(s->dtype)](
                s->hidden, s->sums + (now + r) * wide, s->recurrent + (now + r) * wide,
                s->h_out + (now + r) * narrow, s->h_out + (next + r) * narrow);
    }
}

static void gru_back_piece(void *context, size_t begin, size_t end) {
    sequence *s = context;
    const size_t wide = 3 * s->hidden * s->size, narrow = s->hidden * s->size,
                 rows = end - begin;
    char *dh = s->initial_h + begin * narrow;
    memset(dh, 0, rows * narrow);
    for (size_t t = s->time; t-- > 0;) {
        const size_t now = t * s->batch + begin;
        vj_active->accumulate[s->dtype](
            rows * s->hidden, 1, s->h_gradient + now * narrow, dh);
        for (size_t r = 0; r < rows; r++)
            vj_active->gru_back[vj_real_index(s->dtype)](
                s->hidden, s->sums + (now + r) * wide, s->recurrent + (now + r) * wide,
                s->h + (now + r) * narrow, dh + r * narrow, s->sums_gradient + (now + r) * wide,
                s->recurrent_gradient + (now + r) * wide, dh + r * narrow);
        if (!product(
                s, true, rows, s->recurrent_gradient + now * wide, 3 * s->hidden, 1, NULL, dh,
                s->hidden))
            return;
    }
}

static void rnn_piece(void *context, size_t begin, size_t end) {
    sequence *s = context;
    const size_t narrow = s->hidden * s->size, rows = end - begin;
    for (size_t t = 0; t < s->time; t++) {
        const size_t now = t * s->batch + begin, next = now + s->batch;
        char *h = s->h_out + next * narrow;
        memcpy(h, s->sums + now * narrow, rows * narrow);
        if (!product(s, false, rows, s->h_out + now * narrow, s->hidden, 1, NULL, h, s->hidden))
            return;
        vj_active->unary[s->dtype][VJ_TANH](rows * s->hidden, h, h, 0, 0);
    }
}

static void rnn_back_piece(void *context, size_t begin, size_t end) {
    sequence *s = context;
    const size_t narrow = s->hidden * s->size, rows = end - begin;
    char *dh = s->initial_h + begin * narrow;
    memset(dh, 0, rows * narrow);
    for (size_t t = s->time; t-- > 0;) {
        const size_t now = t * s->batch + begin, next = now + s->batch;
        char *sums = s->sums_gradient + now * narrow;
        vj_active->accumulate[s->dtype](
            rows * s->hidden, 1, s->h_gradient + now * narrow, dh);
        vj_active->gradient[vj_real_index(s->dtype)][VJ_TANH](
            rows * s->hidden, s->h + next * narrow, dh, sums, 0, 0);
        if (!product(s, true, rows, sums, s->hidden, 0, NULL, dh, s->hidden)) return;
    }
}

static vj_status run(sequence *s, vj_piece *piece, bool back) {
    if (!vj_is_real(s->dtype)) return VJ_UNSUPPORTED;
    s->size = vj_dtype_size(s->dtype);
    vj_status status = pack_weights(s, back);
    if (status == VJ_OK)
        status = vj_finished(vj_parallel(s->batch, rows_of(s->batch), piece, s));
    vj_free(s->packed);
    const vj_status inside = (vj_status)atomic_load(&s->status);
    return inside != VJ_OK ? inside : status;
}

// hᵀ·(gradient of the sums), over all steps and rows.
static vj_status weights(const sequence *s, const void *sums_gradient, void *out) {
    const size_t wide = s->gates * s->hidden;
    const vj_matmul_args args = {
        .dtype = s->dtype, .m = s->hidden, .n = wide, .k = s->time * s->batch, .alpha = 1,
        .a = s->h, .a_row = 1, .a_col = (ptrdiff_t)s->hidden, .b = sums_gradient,
        .b_row = (ptrdiff_t)wide, .b_col = 1, .c = out, .c_row = (ptrdiff_t)wide};
    return vj_matmul(&args);
}

vj_status vj_lstm_sequence(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights, void *gates,
    void *h, void *c) {
    sequence s = {
        .dtype = dtype, .time = time, .batch = batch, .hidden = hidden, .gates = 4,
        .weights = weights, .sums = gates, .h_out = h, .c_out = c};
    return run(&s, lstm_piece, false);
}

vj_status vj_lstm_sequence_backward(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights_,
    const void *gates, const void *h, const void *c, const void *h_gradient,
    const void *c_gradient, void *gates_gradient, void *initial_h_gradient,
    void *initial_c_gradient, void *weights_gradient) {
    sequence s = {
        .dtype = dtype, .time = time, .batch = batch, .hidden = hidden, .gates = 4,
        .weights = weights_, .sums = (char *)gates, .h = h, .c = c, .h_gradient = h_gradient,
        .c_gradient = c_gradient, .sums_gradient = gates_gradient,
        .initial_h = initial_h_gradient, .initial_c = initial_c_gradient};
    const vj_status status = run(&s, lstm_back_piece, true);
    return status != VJ_OK ? status : weights(&s, gates_gradient, weights_gradient);
}

vj_status vj_gru_sequence(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *recurrent_bias, void *input, void *recurrent, void *h) {
    sequence s = {
        .dtype = dtype, .time = time, .batch = batch, .hidden = hidden, .gates = 3,
        .weights = weights, .bias = recurrent_bias, .sums = input, .recurrent = recurrent,
        .h_out = h};
    return run(&s, gru_piece, false);
}

vj_status vj_gru_sequence_backward(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights_,
    const void *input, const void *recurrent, const void *h, const void *h_gradient,
    void *input_gradient, void *recurrent_gradient, void *initial_h_gradient,
    void *weights_gradient) {
    sequence s = {
        .dtype = dtype, .time = time, .batch = batch, .hidden = hidden, .gates = 3,
        .weights = weights_, .sums = (char *)input, .recurrent = (char *)recurrent, .h = h,
        .h_gradient = h_gradient, .sums_gradient = input_gradient,
        .recurrent_gradient = recurrent_gradient, .initial_h = initial_h_gradient};
    const vj_status status = run(&s, gru_back_piece, true);
    return status != VJ_OK ? status : weights(&s, recurrent_gradient, weights_gradient);
}

vj_status vj_rnn_sequence(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *sums, void *h) {
    sequence s = {
        .dtype = dtype, .time = time, .batch = batch, .hidden = hidden, .gates = 1,
        .weights = weights, .sums = (char *)sums, .h_out = h};
    return run(&s, rnn_piece, false);
}

vj_status vj_rnn_sequence_backward(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights_,
    const void *h, const void *h_gradient, void *sums_gradient, void *initial_h_gradient,
    void *weights_gradient) {
    sequence s = {
        .dtype = dtype, .time = time, .batch = batch, .hidden = hidden, .gates = 1,
        .weights = weights_, .h = h, .h_gradient = h_gradient, .sums_gradient = sums_gradient,
        .initial_h = initial_h_gradient};
    const vj_status status = run(&s, rnn_back_piece, true);
    return status != VJ_OK ? status : weights(&s, sums_gradient, weights_gradient);
}
