"""Computes the published vectors: what PyTorch, optax, scikit-learn, SciPy and mpmath say our losses are.

    pip install torch==2.8.0 optax==0.2.8 scikit-learn==1.9.1 mpmath==1.3.0 keras==3.15.1 coral-pytorch==1.4.0 monai==1.6.1 pytorch-metric-learning==2.9.0
    pip install --no-deps open_clip_torch==3.3.0
    cargo run --release --example refresh vectors

Everything is computed in float64 (mpmath: 60 digits) from inputs that are exact f32 numbers, and gradients by
automatic differentiation (mpmath: by differences at 120 digits). Where several libraries have a loss, they must
agree to 1e-8 or this script fails. Where a library loses digits even in float64 it is not asked; mpmath is.

A family is a module of `vectors` calls, listed below, and an arm for each loss in `published.rs`.
"""

import importlib.metadata
import os
import platform
import sys

sys.dont_write_bytecode = True
os.environ["KERAS_BACKEND"] = "torch"

import jax
import keras
import mpmath
import optax
import pytorch_metric_learning
import scipy
import sklearn
import torch

import binary
import classification
import decision
import generative
import info_nce
import likelihood
import metric
import overlap
import peers
import policy
import preference
import probabilities
import regression
import stable_forms
import surroundings

LOSSES = [regression, binary, classification, likelihood, probabilities, generative, overlap]
LOSSES += [preference, policy, metric, info_nce, decision]
for family in [*LOSSES, surroundings, stable_forms]:
    peers.LINES.append(f"# {family.__name__.replace('_', ' ')}")
    family.lines()

count = sum(not line.startswith("#") for line in peers.LINES)
print(f"""\
# Losses and gradients as other libraries compute them, in float64. Written by
#   python tests/published/make.py > tests/published/vectors.txt
# with PyTorch {torch.__version__.split('+')[0]}, optax {optax.__version__}, JAX {jax.__version__}, \
scikit-learn {sklearn.__version__},
# SciPy {scipy.__version__}, mpmath {mpmath.__version__}, pytorch-metric-learning {pytorch_metric_learning.__version__}, Keras {keras.__version__}, coral-pytorch \
{importlib.metadata.version("coral-pytorch")}, MONAI {importlib.metadata.version("monai")},
# Python {platform.python_version()}.
#
# loss | parameters | prediction | target | reduction | value | gradient | source
#
# Rows are separated by commas. The value of "none" is one number a row. Inputs are exact as f32.
# vectors: {count}""")
print("\n".join(peers.LINES))
