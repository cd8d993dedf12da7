/// The cells of recurrent networks, one pass each; and LSTM, GRU and the plain
/// recurrence over whole sequences. float32
/// and float64.
#ifndef VJ_RECURRENT_H
#define VJ_RECURRENT_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// One step of an LSTM. `gates` [batch, 4·hidden] holds the sums x·W + h·U + bias of the input,
/// forget, cell and output gates, in this order, and receives σ, σ, tanh, σ of them:
/// c = f·c_previous + i·g, h = o·tanh(c). Rows lie `gates_row` and `state_row` elements apart (of
/// c_previous, c and h alike). `c_previous` may be NULL for zeros, and may be c.
vj_status vj_lstm_cell(
    vj_dtype dtype, size_t batch, size_t hidden, void *gates, size_t gates_row,
    const void *c_previous, void *c, void *h, size_t state_row);
/// Its gradient: from the gates and c of the forward pass and the gradients of h and c (NULL: 0)
/// those of the gates' sums and of c_previous (which may be c_gradient).
vj_status vj_lstm_cell_backward(
    vj_dtype dtype, size_t batch, size_t hidden, const void *gates, size_t gates_row,
    const void *c_previous, const void *c, const void *h_gradient, const void *c_gradient,
    size_t state_row, void *gates_gradient, size_t gates_gradient_row, void *c_previous_gradient);

/// One step of a GRU. `input` [batch, 3·hidden] holds x·W + bias of the reset, update and new
/// gates and receives r, z, n; `recurrent` [batch, 3·hidden] holds h_previous·U + bias:
/// r = σ(·), z = σ(·), n = tanh(input + r·recurrent), h = (1 − z)·n + z·h_previous. h_previous may
/// be NULL for zeros, and may be h.
vj_status vj_gru_cell(
    vj_dtype dtype, size_t batch, size_t hidden, void *input, size_t input_row,
    const void *recurrent, size_t recurrent_row, const void *h_previous, void *h,
    size_t state_row);
/// Its gradient: those of both sums, and the part of h_previous's that does not go through
/// `recurrent` (which may be h_gradient).
vj_status vj_gru_cell_backward(
    vj_dtype dtype, size_t batch, size_t hidden, const void *input, size_t input_row,
    const void *recurrent, size_t recurrent_row, const void *h_previous, const void *h_gradient,
    size_t state_row, void *input_gradient, size_t input_gradient_row, void *recurrent_gradient,
    size_t recurrent_gradient_row, void *h_previous_gradient);

/// An LSTM over a sequence, time first. `gates` [time, batch, 4·hidden] holds x·W + bias of all
/// steps (one matrix product) and receives the activated gates; `weights` [hidden, 4·hidden] is U;
/// `h`, `c` [time + 1, batch, hidden]: the first of each is the initial state, the others are
/// written.
vj_status vj_lstm_sequence(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights, void *gates,
    void *h, void *c);
/// From the gradient of h[1...] [time, batch, hidden], and of the last c (NULL: 0): the gradients of
/// the gates' sums [time, batch, 4·hidden], of the initial h and c [batch, hidden] and of `weights`.
vj_status vj_lstm_sequence_backward(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *gates, const void *h, const void *c, const void *h_gradient,
    const void *c_gradient, void *gates_gradient, void *initial_h_gradient,
    void *initial_c_gradient, void *weights_gradient);

/// A GRU over a sequence, time first. `input` [time, batch, 3·hidden] holds x·W + bias and receives
/// r, z, n; `recurrent` [time, batch, 3·hidden] receives h·U + recurrent_bias (NULL: none);
/// `h` [time + 1, batch, hidden]: the first is the initial state.
vj_status vj_gru_sequence(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *recurrent_bias, void *input, void *recurrent, void *h);
/// The gradients of both sums, of the initial state, and of `weights` (that of recurrent_bias is
/// the sum of recurrent_gradient over time and batch).
vj_status vj_gru_sequence_backward(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *input, const void *recurrent, const void *h, const void *h_gradient,
    void *input_gradient, void *recurrent_gradient, void *initial_h_gradient,
    void *weights_gradient);

/// The plain recurrence h = tanh(sums + h·U) over a sequence, time first: `sums`
/// [time, batch, hidden] holds x·W + bias; `h` [time + 1, batch, hidden]: the first is the initial
/// state.
vj_status vj_rnn_sequence(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *sums, void *h);
/// The gradients of the sums, of the initial state, and of `weights`.
vj_status vj_rnn_sequence_backward(
    vj_dtype dtype, size_t time, size_t batch, size_t hidden, const void *weights,
    const void *h, const void *h_gradient, void *sums_gradient, void *initial_h_gradient,
    void *weights_gradient);

#ifdef __cplusplus
}
#endif
#endif
