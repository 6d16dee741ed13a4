#!/usr/bin/env python3
"""Measures the same losses in PyTorch, and in JAX with optax: ns per element of the fused value and gradient, on one thread.

    python3 -m venv target/venv && target/venv/bin/pip install torch==2.8.0 jax==0.10.2 optax==0.2.8
    RUSTFLAGS="-C target-cpu=native" cargo run --release --features branchless -- --ours > target/ours.csv
    target/venv/bin/python peers.py target/ours.csv

Prints the same columns as `cargo run`. With the output of `cargo run` as argument, it also prints each time divided by microloss's.
"""

import csv
import os
import sys
import time

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
if hasattr(os, "sched_setaffinity"):
    # This also binds XLA's own threads.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import jax
import jax.numpy as jnp
import numpy as np
import optax
import torch
import torch.nn.functional as F

N = 1 << 20
torch.set_num_threads(1)
random = np.random.default_rng(1)


def bell(*shape):
    """Draws numbers like a network's: bell-shaped, with a standard deviation of 1.7."""
    return (3 * (random.random((*shape, 4)).sum(-1) - 2)).astype(np.float32)


def shortest(call):
    """Returns the shortest of 25 times of a call, in seconds."""
    for _ in range(3):
        call()
    start = time.perf_counter()
    call()
    calls = max(1, min(10_000, int(2e-3 / (time.perf_counter() - start))))
    best = float("inf")
    for _ in range(25):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        best = min(best, (time.perf_counter() - start) / calls)
    return best


def of_torch(loss, prediction, target):
    prediction, target = torch.tensor(prediction, requires_grad=True), torch.tensor(target)

    def call():
        prediction.grad = None
        loss(prediction, target).backward()

    return call


def of_jax(loss, prediction, target):
    prediction, target = jnp.asarray(prediction), jnp.asarray(target)
    fused = jax.jit(jax.value_and_grad(lambda p, t: loss(p, t).mean()))
    return lambda: jax.block_until_ready(fused(prediction, target))


elements, targets = bell(N), bell(N)
decisions = (np.arange(N) % 2).astype(np.float32)
CASES = [
    ("SquaredError", "1048576", elements, targets, F.mse_loss, optax.squared_error),
    ("Huber", "1048576", elements, targets, F.huber_loss, optax.huber_loss),
    ("LogCosh", "1048576", elements, targets, None, optax.log_cosh),
    ("SigmoidCrossEntropy", "1048576", elements, decisions, F.binary_cross_entropy_with_logits, optax.sigmoid_binary_cross_entropy),
    ("SigmoidFocal", "1048576", elements, decisions, None, lambda p, t: optax.sigmoid_focal_loss(p, t, gamma=2.0)),
]
for rows, classes in [(32, 10), (256, 1000)]:
    labels = np.arange(rows) * 7 % classes
    CASES.append((
        "SoftmaxCrossEntropy", f"{rows}x{classes}", bell(rows, classes), labels,
        F.cross_entropy, optax.softmax_cross_entropy_with_integer_labels,
    ))

# Rows of 1000 classes with a target for each class; and one direction of InfoNCE, whose gradients go to both sets.
student, teacher = bell(64, 1000), bell(64, 1000)
soft = np.exp(teacher) / np.exp(teacher).sum(-1, keepdims=True)
CASES.append((
    "SoftmaxKl", "64x1000", student, soft,
    lambda p, t: F.kl_div(F.log_softmax(p, -1), t, reduction="batchmean"),
    lambda p, t: optax.kl_divergence(jax.nn.log_softmax(p), t),
))
CASES.append((
    "Distillation", "64x1000", student, teacher,
    lambda p, t: 16 * F.kl_div(F.log_softmax(p / 4, -1), F.softmax(t / 4, -1), reduction="batchmean"),
    lambda p, t: 16 * optax.kl_divergence(jax.nn.log_softmax(p / 4), jax.nn.softmax(t / 4)),
))

ours = {}
if len(sys.argv) > 1:
    with open(sys.argv[1], newline="") as file:
        for row in csv.DictReader(file):
            if row["implementation"] == "microloss":
                ours[row["loss"], row["shape"]] = float(row["ns per element"])


def report(name, shape, who, call, size):
    """Prints a row: the time per element, and its ratio to microloss's."""
    each = shortest(call) * 1e9 / size
    base = ours.get((name, shape))
    print(f"{name},{shape},{who},{each:.3f},{each / base if base else float('nan'):.2f}", flush=True)


def info_nce_of_torch(anchors, candidates):
    pair = [torch.tensor(x, requires_grad=True) for x in (anchors, candidates)]

    def call():
        for x in pair:
            x.grad = None
        a, b = (F.normalize(x, dim=-1) for x in pair)
        F.cross_entropy(a @ b.T / 0.1, torch.arange(len(a))).backward()

    return call


def info_nce_of_jax(anchors, candidates):
    def loss(a, b):
        a, b = (x / jnp.linalg.norm(x, axis=-1, keepdims=True) for x in (a, b))
        logits = a @ b.T / 0.1
        return optax.softmax_cross_entropy_with_integer_labels(logits, jnp.arange(len(a))).mean()

    fused = jax.jit(jax.value_and_grad(loss, argnums=(0, 1)))
    pair = [jnp.asarray(x) for x in (anchors, candidates)]
    return lambda: jax.block_until_ready(fused(*pair))


def ctc_of_torch(logits, labels, frames, length):
    x = torch.tensor(logits, requires_grad=True)
    labels, frames, length = torch.tensor(labels), torch.tensor([frames]), torch.tensor([length])

    def call():
        x.grad = None
        F.ctc_loss(F.log_softmax(x, -1), labels, frames, length, reduction="sum").backward()

    return call


def ctc_of_jax(logits, labels):
    x, labels = jnp.asarray(logits)[None, :, 0], jnp.asarray(labels)
    lengths = jnp.zeros(x.shape[:2]), jnp.zeros(labels.shape)
    fused = jax.jit(jax.value_and_grad(lambda x: optax.ctc_loss(x, lengths[0], labels, lengths[1]).sum()))
    return lambda: jax.block_until_ready(fused(x))


print("loss,shape,implementation,ns per element,times microloss")
for name, shape, prediction, target, torch_loss, jax_loss in CASES:
    for who, loss, make in [(f"torch {torch.__version__}", torch_loss, of_torch), (f"jax {jax.__version__}", jax_loss, of_jax)]:
        if loss is not None:
            report(name, shape, who, make(loss, prediction, target), prediction.size)

anchors, candidates = bell(1024, 128), bell(1024, 128)
report("InfoNce", "1024x1024x128", f"torch {torch.__version__}", info_nce_of_torch(anchors, candidates), 1 << 20)
report("InfoNce", "1024x1024x128", f"jax {jax.__version__}", info_nce_of_jax(anchors, candidates), 1 << 20)
frames, labels = bell(128, 1, 30), np.array([[1 + i * 7 % 29 for i in range(20)]])
report("Ctc", "128x30", f"torch {torch.__version__}", ctc_of_torch(frames, labels, 128, 20), 128 * 30)
report("Ctc", "128x30", f"jax {jax.__version__}", ctc_of_jax(frames, labels), 128 * 30)
