#!/usr/bin/env python3
"""Trains the network that the device gets, and writes it to src/network.rs. It knows an upright sensor alone. Needs nothing but Python."""

import math
import random
from pathlib import Path

INPUTS, FEATURES, CLASSES = 9, 16, 3
random.seed(1)


def frame():
    """The sensor of src/sensor.rs, with gravity on its last axis."""
    label = random.randrange(CLASSES)
    height, period = [(0, 8), (random.randrange(100, 300), 16), (random.randrange(100, 300), 6)][label]
    axes = []
    for gravity in 0, 0, 1000:
        phase = random.randrange(period)
        wave = [abs((t + phase) % period * 4 * height // period - 2 * height) - height for t in range(32)]
        axes.append([gravity + w + random.randrange(80) for w in wave])
    return axes, label


def inputs(axes):
    """The nine inputs of src/network.rs: 8 bits each."""
    numbers = []
    for axis in axes:
        mean = sum(axis) // 32
        distance = sum(abs(a - mean) for a in axis) // 32
        change = sum(abs(b - a) for a, b in zip(axis, axis[1:])) // 32
        numbers += [mean // 8, distance // 2, change // 2]
    return [max(-128, min(127, n)) for n in numbers]


def softmax(logits):
    powers = [math.exp(l - max(logits)) for l in logits]
    return [p / sum(powers) for p in powers]


def dot(weights, numbers):
    return sum(w * n for w, n in zip(weights, numbers))


hidden = [[random.gauss(0, 0.5) for _ in range(INPUTS)] for _ in range(FEATURES)]
offsets = [random.gauss(0, 0.3) for _ in range(FEATURES)]
last = [[random.gauss(0, 0.3) for _ in range(FEATURES)] for _ in range(CLASSES)]
biases = [0.0] * CLASSES

samples = [(inputs(axes), label) for axes, label in (frame() for _ in range(1500))]
for epoch in range(20):
    # At the end the hidden layer is one of 8 bits, and the last layer learns to read it.
    if epoch == 12:
        hidden = [[max(-127, min(127, round(64 * w))) for w in row] for row in hidden]
        offsets = [round(64 * 128 * o) for o in offsets]
    right = 0
    for x, label in samples:
        if epoch < 12:
            features = [max(0, min(1, dot(w, x) / 128 + o)) for w, o in zip(hidden, offsets)]
        else:
            features = [max(0, min(127, (dot(w, x) + o) // 64)) / 128 for w, o in zip(hidden, offsets)]
        logits = [dot(w, features) + b for w, b in zip(last, biases)]
        right += logits.index(max(logits)) == label
        slopes = [p - (c == label) for c, p in enumerate(softmax(logits))]
        back = [sum(s * last[c][j] for c, s in enumerate(slopes)) for j in range(FEATURES)]
        for c, s in enumerate(slopes):
            biases[c] -= 0.05 * s
            last[c] = [w - 0.05 * s * f for w, f in zip(last[c], features)]
        for j, b in enumerate(back):
            if epoch < 12 and 0 < features[j] < 1:
                offsets[j] -= 0.05 * b
                hidden[j] = [w - 0.05 * b * n / 128 for w, n in zip(hidden[j], x)]
    print(f"epoch {epoch}: {right / len(samples):.3f} right")


def table(rows, form):
    return "".join("    [" + ", ".join(form(n) for n in row) + "],\n" for row in rows)


source = Path(__file__).parent / "src/network.rs"
before = source.read_text().split("// pretrain.py writes from here on.\n")[0]
source.write_text(
    before
    + "// pretrain.py writes from here on.\n\n"
    + f"#[rustfmt::skip]\nconst HIDDEN: [[i8; 9]; FEATURES] = [\n{table(hidden, str)}];\n"
    + f"#[rustfmt::skip]\nconst OFFSETS: [i32; FEATURES] = [{', '.join(map(str, offsets))}];\n"
    + f"#[rustfmt::skip]\npub const LAST: [[f32; FEATURES]; CLASSES] = [\n{table(last, '{:.4f}'.format)}];\n"
    + f"#[rustfmt::skip]\npub const BIASES: [f32; CLASSES] = [{', '.join(map('{:.4f}'.format, biases))}];\n"
)
