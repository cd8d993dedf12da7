"""jax with jit: matrix products, operations on ten million numbers, training steps. Usage: jax_jit.py
matmul|steps|tensors|cold"""
import sys

from common import GEMMS, gemm_repeats, measure

import jax
import jax.numpy as jnp
import numpy as np
import optax

random = np.random.default_rng(0)


def normal(*shape):
    return jnp.asarray(random.standard_normal(shape, dtype=np.float32))


def layer(inputs, outputs):
    bound = inputs ** -0.5
    weight = random.uniform(-bound, bound, (inputs, outputs)).astype(np.float32)
    return jnp.asarray(weight), jnp.zeros(outputs, jnp.float32)


def stepper(parameters, forward, optimizer, batches):
    moments = optimizer.init(parameters)

    @jax.jit
    def update(parameters, moments, x, y):
        value, gradient = jax.value_and_grad(forward)(parameters, x, y)
        change, moments = optimizer.update(gradient, moments, parameters)
        return optax.apply_updates(parameters, change), moments, value

    state = {"step": 0, "parameters": parameters, "moments": moments}

    def step():
        x, y = batches[state["step"] % len(batches)]
        state["step"] += 1
        state["parameters"], state["moments"], value = update(
            state["parameters"], state["moments"], x, y)
        jax.block_until_ready(state["parameters"])
        return float(value)

    return step


def mnist_step(count=8):
    def forward(parameters, x, y):
        for index, (weight, bias) in enumerate(parameters):
            x = x @ weight + bias
            if index < 2:
                x = jax.nn.relu(x)
        return optax.softmax_cross_entropy_with_integer_labels(x, y).mean()

    batches = [(jnp.asarray(random.random((128, 784), dtype=np.float32)),
                jnp.asarray(random.integers(0, 10, 128, dtype=np.int32))) for _ in range(count)]
    layers = [layer(784, 512), layer(512, 256), layer(256, 10)]
    return stepper(layers, forward, optax.adam(1e-3), batches)


def xor_step():
    def forward(parameters, x, y):
        (w1, b1), (w2, b2) = parameters
        logits = jnp.tanh(x @ w1 + b1) @ w2 + b2
        return optax.sigmoid_binary_cross_entropy(logits, y).mean()

    x = jnp.asarray([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
    y = jnp.asarray([[0.], [1.], [1.], [0.]])
    return stepper([layer(2, 8), layer(8, 1)], forward, optax.sgd(0.5), [(x, y)])


group = sys.argv[1]
if group == "matmul":
    product = jax.jit(jnp.matmul)
    for name, (rows, columns, inner) in GEMMS.items():
        a, b = normal(rows, inner), normal(inner, columns)
        measure(name, lambda: product(a, b).block_until_ready(), gemm_repeats(rows, columns, inner))
elif group == "steps":
    measure("mlp_xor", xor_step(), repeats=200, rounds=21)
    measure("mlp_mnist", mnist_step(), rounds=200, warm=10)
elif group == "tensors":
    def fast(name, function, *arguments):
        function = jax.jit(function)
        measure(name, lambda: function(*arguments).block_until_ready())

    x, u, v = normal(10_000_000), normal(100, 1, 1000), normal(1, 100, 1000)
    rows = x.reshape(10_000, 1000)
    fast("ew_chain_10M", lambda x, a, b, c: jnp.tanh(a * x + b) * c, x, 1.5, 0.5, 2.0)
    fast("sum_10M", jnp.sum, x)
    fast("mean_axis0_10M", lambda x: x.mean(0), rows)
    fast("mean_axis1_10M", lambda x: x.mean(1), rows)
    fast("std_10M", jnp.std, x)
    fast("softmax_4096x1000", lambda x: jax.nn.softmax(x, -1), normal(4096, 1000))
    fast("sort_1M", jnp.sort, normal(1_000_000))
    fast("randn_10M", lambda key: jax.random.normal(key, (10_000_000,)), jax.random.key(0))
    fast("bcast_add_10M", jnp.add, u, v)
elif group == "cold":
    step = mnist_step(1)
    step()
    print("FIRST", flush=True)
    for _ in range(50):
        step()
