"""TensorFlow and Keras: training steps of larger models, a step in tf.function or Keras' own
train_on_batch. Usage: tensorflow_training.py training [function|keras] [WORK]"""
import os
import sys

from common import THREADS, every, measure

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers as L  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(int(THREADS))
tf.config.threading.set_inter_op_parallelism_threads(int(THREADS))
keras.utils.set_random_seed(0)
random = np.random.default_rng(0)
own_step = sys.argv[2:3] != ["keras"]
CE = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def run(name, model, batches, rounds, loss=CE):
    optimizer = keras.optimizers.Adam(1e-3)
    state = {"step": 0}
    if own_step:
        @tf.function
        def update(x, y):
            with tf.GradientTape() as tape:
                value = loss(y, model(x, training=True))
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(value, variables), variables))
            return value

        batches = [(tf.constant(x), tf.constant(y)) for x, y in batches]
    else:
        model.compile(optimizer=optimizer, loss=loss)
        update = model.train_on_batch

    def step():
        batch = batches[state["step"] % 8]
        state["step"] += 1
        return float(update(*batch))

    measure(name, step, rounds=rounds, warm=5)


def images(batch, size=28, channels=1):
    return [(random.random((batch, size, size, channels), dtype=np.float32),
             random.integers(0, 10, batch, dtype=np.int32)) for _ in range(8)]


def lenet():
    return keras.Sequential([
        keras.Input((28, 28, 1)), L.Conv2D(6, 5, padding="same", activation="relu"), L.MaxPool2D(),
        L.Conv2D(16, 5, activation="relu"), L.MaxPool2D(), L.Flatten(), L.Dense(120, "relu"),
        L.Dense(84, "relu"), L.Dense(10)])


def autoencoder():
    return keras.Sequential([
        keras.Input((28, 28, 1)), L.Conv2D(16, 3, 2, "same", activation="relu"),
        L.Conv2D(32, 3, 2, "same", activation="relu"),
        L.Conv2DTranspose(16, 3, 2, "same", activation="relu"),
        L.Conv2DTranspose(1, 3, 2, "same", activation="sigmoid")])


def unet():
    def twice(x, filters):
        for _ in range(2):
            x = L.ReLU()(L.BatchNormalization()(L.Conv2D(filters, 3, padding="same")(x)))
        return x

    start = keras.Input((64, 64, 1))
    a = twice(start, 16)
    b = twice(L.MaxPool2D()(a), 32)
    c = twice(L.MaxPool2D()(b), 64)
    d = twice(L.Concatenate()([L.Conv2DTranspose(32, 2, 2)(c), b]), 32)
    e = twice(L.Concatenate()([L.Conv2DTranspose(16, 2, 2)(d), a]), 16)
    return keras.Model(start, L.Conv2D(1, 1)(e))


class Attention(L.Layer):
    def __init__(self, size, causal):
        super().__init__()
        self.size, self.causal, self.qkv, self.out = size, causal, L.Dense(3 * size), L.Dense(size)

    def call(self, x):
        steps, width = x.shape[1], self.size // 4
        q, k, v = tf.unstack(
            tf.transpose(tf.reshape(self.qkv(x), (-1, steps, 3, 4, width)), (2, 0, 3, 1, 4)))
        scores = tf.matmul(q, k, transpose_b=True) * width ** -0.5
        if self.causal:
            scores = tf.where(tf.linalg.band_part(tf.ones((steps, steps)), -1, 0) > 0, scores, -1e30)
        mixed = tf.transpose(tf.matmul(tf.nn.softmax(scores), v), (0, 2, 1, 3))
        return self.out(tf.reshape(mixed, (-1, steps, self.size)))


class Places(L.Layer):
    def build(self, shape):
        self.places = self.add_weight(
            shape=shape[1:], initializer=keras.initializers.RandomNormal(stddev=0.02))

    def call(self, x):
        return x + self.places


def block(x, size, hidden, causal):
    x = x + Attention(size, causal)(L.LayerNormalization(epsilon=1e-5)(x))
    y = L.Dense(hidden, lambda z: keras.ops.gelu(z, approximate=False))(
        L.LayerNormalization(epsilon=1e-5)(x))
    return x + L.Dense(size)(y)


def transformer():
    start = keras.Input((64,), dtype="int32")
    x = Places()(L.Embedding(1000, 128)(start))
    for _ in range(2):
        x = block(x, 128, 512, True)
    return keras.Model(start, L.Dense(1000)(L.LayerNormalization(epsilon=1e-5)(x)))


def vit():
    start = keras.Input((28, 28, 1))
    x = Places()(L.Reshape((49, 64))(L.Conv2D(64, 4, 4)(start)))
    for _ in range(4):
        x = block(x, 64, 256, False)
    x = L.GlobalAveragePooling1D()(L.LayerNormalization(epsilon=1e-5)(x))
    return keras.Model(start, L.Dense(10)(x))


def resnet():
    def residual(x, filters, stride, projects):
        y = L.ReLU()(L.BatchNormalization()(L.Conv2D(filters, 3, stride, "same", use_bias=False)(x)))
        y = L.BatchNormalization()(L.Conv2D(filters, 3, padding="same", use_bias=False)(y))
        if projects:
            x = L.BatchNormalization()(L.Conv2D(filters, 1, stride, use_bias=False)(x))
        return L.ReLU()(x + y)

    start = keras.Input((32, 32, 3))
    x = L.ReLU()(L.BatchNormalization()(L.Conv2D(16, 3, padding="same", use_bias=False)(start)))
    for settings in [(16, 1, False), (16, 1, False), (32, 2, True), (32, 1, False), (64, 2, True), (64, 1, False)]:
        x = residual(x, *settings)
    return keras.Model(start, L.Dense(10)(L.GlobalAveragePooling2D()(x)))


def dcgan(name):
    if not own_step:
        return
    g = keras.Sequential([
        keras.Input((64,)), L.Dense(3136, use_bias=False), L.BatchNormalization(), L.ReLU(),
        L.Reshape((7, 7, 64)), L.Conv2DTranspose(32, 4, 2, "same", use_bias=False),
        L.BatchNormalization(), L.ReLU(), L.Conv2DTranspose(1, 4, 2, "same", activation="tanh")])
    d = keras.Sequential([
        keras.Input((28, 28, 1)), L.Conv2D(32, 4, 2, "same"), L.LeakyReLU(negative_slope=0.2),
        L.Conv2D(64, 4, 2, "same", use_bias=False), L.BatchNormalization(),
        L.LeakyReLU(negative_slope=0.2), L.Flatten(), L.Dense(1)])
    og, od = keras.optimizers.Adam(2e-4, 0.5), keras.optimizers.Adam(2e-4, 0.5)
    og.build(g.trainable_variables)
    od.build(d.trainable_variables)
    bce = keras.losses.BinaryCrossentropy(from_logits=True)
    ones, zeros = tf.ones((64, 1)), tf.zeros((64, 1))

    @tf.function
    def update(real):
        fake = g(tf.random.normal((64, 64)), training=True)
        with tf.GradientTape() as tape:
            first = bce(ones, d(real, training=True)) + bce(zeros, d(fake, training=True))
        od.apply_gradients(zip(tape.gradient(first, d.trainable_variables), d.trainable_variables))
        with tf.GradientTape() as tape:
            second = bce(ones, d(g(tf.random.normal((64, 64)), training=True), training=True))
        og.apply_gradients(zip(tape.gradient(second, g.trainable_variables), g.trainable_variables))
        return first + second

    batches = [tf.constant(x * 2 - 1) for x, _ in images(64)]
    state = {"step": 0}

    def step():
        state["step"] += 1
        return float(update(batches[state["step"] % 8]))

    measure(name, step, rounds=40, warm=5)


def sequences():
    return [(random.standard_normal((32, 64, 32), dtype=np.float32),
             random.integers(0, 10, 32, dtype=np.int32)) for _ in range(8)]


def tokens():
    return [(random.integers(0, 1000, (16, 64), dtype=np.int32),
             random.integers(0, 1000, (16, 64), dtype=np.int32)) for _ in range(8)]


def masks():
    return [(x, (x > 0.5).astype(np.float32)) for x, _ in images(8, 64)]


every({
    "lenet5_b64": lambda name: run(name, lenet(), images(64), 60),
    "lenet5_b256": lambda name: run(name, lenet(), images(256), 60),
    "conv_autoencoder": lambda name: run(
        name, autoencoder(), [(x, x) for x, _ in images(64)], 60, keras.losses.MeanSquaredError()),
    "dcgan": dcgan,
    "unet": lambda name: run(
        name, unet(), masks(), 30, keras.losses.BinaryCrossentropy(from_logits=True)),
    "lstm": lambda name: run(
        name, keras.Sequential([keras.Input((64, 32)), L.LSTM(128), L.Dense(10)]), sequences(), 40),
    "transformer": lambda name: run(name, transformer(), tokens(), 20),
    "vit": lambda name: run(name, vit(), images(64), 20),
    "resnet_small": lambda name: run(name, resnet(), images(32, 32, 3), 30),
}, sys.argv[3:])
