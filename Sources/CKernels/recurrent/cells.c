// The cells of recurrent networks, row by row.
#include "../simd/table.h"

typedef struct {
    int real;
    size_t size, hidden;
    char *a, *b;  // gates; or input and recurrent
    size_t a_row, b_row, state_row;
    const char *before, *state, *state_gradient, *cell_gradient;
    char *c, *h, *a_gradient, *b_gradient, *before_gradient;
    size_t a_gradient_row, b_gradient_row;
} cell_job;

#define AT(pointer, row) ((pointer) ? (pointer) + r * (row) * j->size : NULL)

static void lstm_piece(void *context, size_t begin, size_t end) {
    const cell_job *j = context;
    for (size_t r = begin; r < end; r++)
        vj_active->lstm[j->real](
            j->hidden, AT(j->a, j->a_row), AT(j->before, j->state_row), AT(j->c, j->state_row),
            AT(j->h, j->state_row));
}
static void lstm_back_piece(void *context, size_t begin, size_t end) {
    const cell_job *j = context;
    for (size_t r = begin; r < end; r++)
        vj_active->lstm_back[j->real](
            j->hidden, AT(j->a, j->a_row), AT(j->before, j->state_row),
            AT(j->state, j->state_row), AT(j->state_gradient, j->state_row),
            AT(j->cell_gradient, j->state_row), AT(j->a_gradient, j->a_gradient_row),
            AT(j->before_gradient, j->state_row));
}
static void gru_piece(void *context, size_t begin, size_t end) {
    const cell_job *j = context;
    for (size_t r = begin; r < end; r++)
        vj_active->gru[j->real](
            j->hidden, AT(j->a, j->a_row), AT(j->b, j->b_row), AT(j->before, j->state_row),
            AT(j->h, j->state_row));
}
static void gru_back_piece(void *context, size_t begin, size_t end) {
    const cell_job *j = context;
    for (size_t r = begin; r < end; r++)
        vj_active->gru_back[j->real](
            j->hidden, AT(j->a, j->a_row), AT(j->b, j->b_row), AT(j->before, j->state_row),
            AT(j->state_gradient, j->state_row), AT(j->a_gradient, j->a_gradient_row),
            AT(j->b_gradient, j->b_gradient_row), AT(j->before_gradient, j->state_row));
}
#undef AT

static vj_status run(vj_dtype dtype, size_t batch, vj_piece *piece, cell_job *job) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    job->real = vj_real_index(dtype), job->size = vj_dtype_size(dtype);
    return vj_finished(vj_parallel(batch, 4096 / (job->hidden + 1) + 1, piece, job));
}

vj_status vj_lstm_cell(
    vj_dtype dtype, size_t batch, size_t hidden, void *gates, size_t gates_row,
    const void *c_previous, void *c, void *h, size_t state_row) {
    cell_job job = {
        .hidden = hidden, .a = gates, .a_row = gates_row, .before = c_previous, .c = c, .h = h,
        .state_row = state_row};
    return run(dtype, batch, lstm_piece, &job);
}

vj_status vj_lstm_cell_backward(
    vj_dtype dtype, size_t batch, size_t hidden, const void *gates, size_t gates_row,
    const void *c_previous, const void *c, const void *h_gradient, const void *c_gradient,
    size_t state_row, void *gates_gradient, size_t gates_gradient_row,
    void *c_previous_gradient) {
    cell_job job = {
        .hidden = hidden, .a = (char *)gates, .a_row = gates_row, .before = c_previous,
        .state = c, .state_gradient = h_gradient, .cell_gradient = c_gradient,
        .state_row = state_row, .a_gradient = gates_gradient,
        .a_gradient_row = gates_gradient_row, .before_gradient = c_previous_gradient};
    return run(dtype, batch, lstm_back_piece, &job);
}

vj_status vj_gru_cell(
    vj_dtype dtype, size_t batch, size_t hidden, void *input, size_t input_row,
    const void *recurrent, size_t recurrent_row, const void *h_previous, void *h,
    size_t state_row) {
    cell_job job = {
        .hidden = hidden, .a = input, .a_row = input_row, .b = (char *)recurrent,
        .b_row = recurrent_row, .before = h_previous, .h = h, .state_row = state_row};
    return run(dtype, batch, gru_piece, &job);
}

vj_status vj_gru_cell_backward(
    vj_dtype dtype, size_t batch, size_t hidden, const void *input, size_t input_row,
    const void *recurrent, size_t recurrent_row, const void *h_previous, const void *h_gradient,
    size_t state_row, void *input_gradient, size_t input_gradient_row, void *recurrent_gradient,
    size_t recurrent_gradient_row, void *h_previous_gradient) {
    cell_job job = {
        .hidden = hidden, .a = (char *)input, .a_row = input_row, .b = (char *)recurrent,
        .b_row = recurrent_row, .before = h_previous, .state_gradient = h_gradient,
        .state_row = state_row, .a_gradient = input_gradient,
        .a_gradient_row = input_gradient_row, .b_gradient = recurrent_gradient,
        .b_gradient_row = recurrent_gradient_row, .before_gradient = h_previous_gradient};
    return run(dtype, batch, gru_back_piece, &job);
}
