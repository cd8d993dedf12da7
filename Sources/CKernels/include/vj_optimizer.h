/// Optimizer steps, each one pass over weights, gradient and state. float32 and float64.
#ifndef VJ_OPTIMIZER_H
#define VJ_OPTIMIZER_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Hyperparameters of stochastic gradient descent; semantics of PyTorch's SGD.
typedef struct {
    double learning_rate, momentum, dampening, weight_decay;
    bool nesterov;
    /// The velocity has no value yet: v = g instead of v = momentum·v + (1 − dampening)·g.
    bool first;
} vj_sgd;
/// w −= lr·v. `velocity` may be NULL when momentum is 0.
vj_status vj_sgd_step(
    vj_dtype dtype, size_t count, void *weights, const void *gradient, void *velocity,
    const vj_sgd *options);

/// Hyperparameters of Adam (Kingma & Ba 2015) and AdamW (`decoupled`); semantics of PyTorch's.
typedef struct {
    double learning_rate, beta1, beta2, epsilon, weight_decay;
    /// Weight decay acts on the weights (AdamW), not through the gradient.
    bool decoupled;
    /// Number of this step, the first is 1.
    uint64_t step;
} vj_adam;
/// m = β₁m + (1−β₁)g, v = β₂v + (1−β₂)g², w −= lr·m̂ / (√v̂ + ε).
vj_status vj_adam_step(
    vj_dtype dtype, size_t count, void *weights, const void *gradient, void *m, void *v,
    const vj_adam *options);

/// Hyperparameters of RMSprop; semantics of PyTorch's.
typedef struct {
    double learning_rate, decay, epsilon, momentum, weight_decay;
} vj_rmsprop;
/// s = ρs + (1−ρ)g², w −= lr·g / (√s + ε), through a velocity when momentum is not 0 (`velocity`
/// may be NULL otherwise).
vj_status vj_rmsprop_step(
    vj_dtype dtype, size_t count, void *weights, const void *gradient, void *square,
    void *velocity, const vj_rmsprop *options);

#ifdef __cplusplus
}
#endif
#endif
