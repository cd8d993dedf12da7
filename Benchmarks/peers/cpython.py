"""CPython: the same plain loops inside a function and, as in a notebook, at the top level (…_top). Usage: cpython.py"""
import math
import random

from common import measure

PERCEPTRON = """
weights = [0.0, 0.0]
bias = 0.0
for epoch in range(1000):
    for i in range(4):
        x = inputs[i]
        s = weights[0] * x[0] + weights[1] * x[1] + bias
        output = 1.0 if s > 0 else 0.0
        error = targets[i] - output
        weights[0] += rate * error * x[0]
        weights[1] += rate * error * x[1]
        bias += rate * error
"""
SUM = """
total = 0
for i in range(10_000_000):
    total += i
"""
WHILE = """
count = 0
total = 0
while count < 10_000_000:
    total += count
    count += 1
"""
ARRAY = """
numbers = []
for i in range(1_000_000):
    numbers.append(i)
total = 0
for k in range(5):
    for i in range(len(numbers)):
        total += numbers[i]
"""
APPEND = """
text = ""
for i in range(100_000):
    text += "even " if i % 2 == 0 else "odd "
"""
WORDS = """
counts = {}
for word in text.split(" "):
    counts[word] = counts.get(word, 0) + 1
"""
SORT = """
ordered = sorted(numbers)
"""


def numbers(seed):
    """The same linear congruential generator as in the Swift program."""
    while True:
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed


def words():
    draw = numbers(12345)
    return " ".join(f"word{next(draw) // 65536 % 5000 % 977}" for _ in range(180_000))


DATA = {"inputs": [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]],
        "targets": [0.0, 1.0, 1.0, 1.0], "rate": 0.1, "text": words(),
        "numbers": [n / 2147483648 for n, _ in zip(numbers(42), range(1_000_000))]}


def function(source):
    """The code as the body of a function."""
    lines = "".join("    " + line + "\n" for line in source.strip().splitlines())
    scope = dict(DATA)
    exec("def work():\n" + lines, scope)
    return scope["work"]


def top_level(source):
    """The code as a cell: every name is a global."""
    code = compile(source, "cell", "exec")
    scope = dict(DATA)
    return lambda: exec(code, scope)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, *values):
        self.x, self.y, self.z, self.vx, self.vy, self.vz, self.mass = values


def advance(bodies, dt):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            squared = dx * dx + dy * dy + dz * dz
            magnitude = dt / (squared * math.sqrt(squared))
            a.vx -= dx * b.mass * magnitude
            a.vy -= dy * b.mass * magnitude
            a.vz -= dz * b.mass * magnitude
            b.vx += dx * a.mass * magnitude
            b.vy += dy * a.mass * magnitude
            b.vz += dz * a.mass * magnitude
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def n_body():
    """The sun and four planets, a million steps."""
    bodies = [
        Body(0, 0, 0, 0, 0, 0, 39.47841760435743),
        Body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.606326392995832,
             2.81198684491626, -0.02521836165988763, 0.03769367487038949),
        Body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -1.01077434617879,
             1.82566237123041, 0.008415761376584154, 0.011286326131968767),
        Body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 1.08279100644154,
             0.868713018169608, -0.010832637401363636, 0.0017237240570597112),
        Body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.979090732243898,
             0.594698998647676, -0.034755955504078104, 0.0020336868699246304),
    ]
    for _ in range(1_000_000):
        advance(bodies, 0.01)
    return bodies[0].x


def xor():
    """The 2-8-1 network in plain Python: forward, backward and update of one batch of four."""
    r = random.Random(0)
    w1 = [[r.uniform(-0.7, 0.7), r.uniform(-0.7, 0.7)] for _ in range(8)]
    b1 = [0.0] * 8
    w2 = [r.uniform(-0.35, 0.35) for _ in range(8)]
    b2 = [0.0]
    data = list(zip(DATA["inputs"], [0.0, 1.0, 1.0, 0.0]))

    def step():
        gw1 = [[0.0, 0.0] for _ in range(8)]
        gb1 = [0.0] * 8
        gw2 = [0.0] * 8
        gb2 = loss = 0.0
        for x, target in data:
            hidden = [math.tanh(w[0] * x[0] + w[1] * x[1] + b) for w, b in zip(w1, b1)]
            p = 1 / (1 + math.exp(-sum(h * w for h, w in zip(hidden, w2)) - b2[0]))
            loss -= math.log(p if target else 1 - p)
            d = (p - target) / 4
            gb2 += d
            for j, h in enumerate(hidden):
                gw2[j] += d * h
                back = d * w2[j] * (1 - h * h)
                gb1[j] += back
                gw1[j][0] += back * x[0]
                gw1[j][1] += back * x[1]
        for j in range(8):
            w2[j] -= 0.5 * gw2[j]
            b1[j] -= 0.5 * gb1[j]
            w1[j][0] -= 0.5 * gw1[j][0]
            w1[j][1] -= 0.5 * gw1[j][1]
        b2[0] -= 0.5 * gb2
        return loss / 4

    return step


measure("perceptron", function(PERCEPTRON), rounds=31)
measure("sum", function(SUM), rounds=5, warm=1)
measure("while", function(WHILE), rounds=5, warm=1)
measure("array", function(ARRAY), rounds=5, warm=1)
measure("fib27", lambda: fib(27), rounds=5, warm=1)
measure("nbody", n_body, rounds=1, warm=0)
measure("append_100k", function(APPEND), rounds=5, warm=1)
measure("words_1MB", function(WORDS), rounds=5, warm=1)
measure("sort_1M", function(SORT), rounds=5, warm=1)
measure("perceptron_top", top_level(PERCEPTRON), rounds=31)
measure("sum_top", top_level(SUM), rounds=5, warm=1)
measure("mlp_xor", xor(), repeats=500)
