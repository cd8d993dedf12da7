"""jax with jit: the training step of a VAE, where it is the fastest peer. Usage: jax_training.py training [jit] [WORK]"""
import sys

from common import every, measure

import jax
import jax.numpy as jnp
import numpy as np
import optax

random = np.random.default_rng(0)


def layer(inputs, outputs):
    bound = inputs ** -0.5
    weight = random.uniform(-bound, bound, (inputs, outputs)).astype(np.float32)
    return jnp.asarray(weight), jnp.zeros(outputs, jnp.float32)


def vae(name):
    sizes = [(784, 400), (400, 20), (400, 20), (20, 400), (400, 784)]
    parameters = [layer(*size) for size in sizes]
    optimizer = optax.adam(1e-3)

    def loss(parameters, key, x):
        encoder, mean, variance, hidden, output = [
            lambda x, w=w, b=b: x @ w + b for w, b in parameters]
        h = jax.nn.relu(encoder(x))
        m, v = mean(h), variance(h)
        z = m + jnp.exp(v * 0.5) * jax.random.normal(key, m.shape)
        logits = output(jax.nn.relu(hidden(z)))
        kl = -0.5 * (1 + v - m * m - jnp.exp(v)).sum(1).mean()
        return optax.sigmoid_binary_cross_entropy(logits, x).sum() / len(x) + kl

    @jax.jit
    def update(parameters, moments, key, x):
        key, own = jax.random.split(key)
        value, gradient = jax.value_and_grad(loss)(parameters, own, x)
        change, moments = optimizer.update(gradient, moments, parameters)
        return optax.apply_updates(parameters, change), moments, key, value

    batches = [jnp.asarray(random.random((128, 784), dtype=np.float32)) for _ in range(8)]
    state = [parameters, optimizer.init(parameters), jax.random.key(0), 0]

    def step():
        *state[:3], value = update(*state[:3], batches[state[3] % 8])
        state[3] += 1
        jax.block_until_ready(state[0])
        return float(value)

    measure(name, step, rounds=60, warm=5)


every({"vae": vae}, sys.argv[3:])
