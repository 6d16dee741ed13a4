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

ours = {}
if len(sys.argv) > 1:
    with open(sys.argv[1], newline="") as file:
        for row in csv.DictReader(file):
            if row["implementation"] == "microloss":
                ours[row["loss"], row["shape"]] = float(row["ns per element"])

print("loss,shape,implementation,ns per element,times microloss")
for name, shape, prediction, target, torch_loss, jax_loss in CASES:
    for who, loss, make in [(f"torch {torch.__version__}", torch_loss, of_torch), (f"jax {jax.__version__}", jax_loss, of_jax)]:
        if loss is not None:
            each = shortest(make(loss, prediction, target)) * 1e9 / prediction.size
            base = ours.get((name, shape))
            print(f"{name},{shape},{who},{each:.3f},{each / base if base else float('nan'):.2f}", flush=True)
