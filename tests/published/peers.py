"""Asks the libraries and writes down what they agree on."""

import sys

import jax
import mpmath as mp
import numpy as np
import torch

jax.config.update("jax_enable_x64", True)
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
mp.mp.dps = 60

LINES = []

# A peer is (name, run), and run(prediction, target, reduction, params) gives (value, gradient). A gradient that the
# peer does not have is None, and so is the whole answer for a reduction it does not have.

REDUCE = {"mean": lambda x: x.mean(), "sum": lambda x: x.sum(), "none": lambda x: x}


def tensor(x):
    return None if x is None else torch.tensor(x)


def torch_peer(name, loss):
    """`loss(prediction, target, reduction, **params)`, reduced by PyTorch."""

    def run(prediction, target, reduction, params):
        x = torch.tensor(prediction, requires_grad=True)
        value = loss(x, tensor(target), reduction, **params)
        value.sum().backward()
        return value.detach().numpy(), x.grad.numpy()

    return name, run


def formula(of, terms):
    """A loss that PyTorch lacks, written in PyTorch: `terms(prediction, target, **params)`."""
    return torch_peer(
        f"torch autograd of {of}", lambda x, t, reduction, **p: REDUCE[reduction](terms(x, t, **p))
    )


def pml_peer(name, term):
    """`term(row, target, **params)`, one row at a time: pytorch-metric-learning averages each kind of pair on its own."""

    def terms(x, t, reduction, **params):
        rows = [term(row, None if t is None else t[i], **params) for i, row in enumerate(x)]
        return REDUCE[reduction](torch.stack([torch.as_tensor(row) for row in rows]))

    return torch_peer(f"pytorch-metric-learning {name}", terms)


def jax_peer(name, terms):
    """`terms(prediction, target, **params)`, differentiated by JAX."""

    def run(prediction, target, reduction, params):
        def value(x):
            return REDUCE[reduction](terms(x, target, **params))

        gradient = jax.grad(lambda x: value(x).sum())
        return np.asarray(value(prediction)), np.asarray(gradient(prediction))

    return name, run


def mean_peer(name, mean):
    """`mean(prediction, target, **params)`, without a gradient."""
    return name, lambda x, t, reduction, params: (mean(x, t, **params), None) if reduction == "mean" else None


def value_peer(name, terms):
    """`terms(prediction, target, **params)`, without a gradient."""
    return name, lambda x, t, reduction, params: (REDUCE[reduction](terms(x, t, **params)), None)


def sgd_peer(name, loss):
    """A loss of scikit-learn's stochastic gradient descent, `loss(**params)`: value and derivative of one number at a time."""

    def run(prediction, target, reduction, params):
        of = loss(**params)
        terms = np.array([of.py_loss(p, t) for p, t in zip(prediction, target)])
        slopes = np.array([of.py_dloss(p, t) for p, t in zip(prediction, target)])
        return REDUCE[reduction](terms), slopes / (len(terms) if reduction == "mean" else 1)

    return f"sklearn SGD {name}", run


def exact(term):
    """`term(row, target, **params)` on a list of mpmath numbers."""

    def run(prediction, target, reduction, params):
        params = {k: v if np.ndim(v) else mp.mpf(v) for k, v in params.items()}
        terms, gradient = [], []
        for i, row in enumerate(prediction):
            row = [mp.mpf(float(x)) for x in np.atleast_1d(row)]
            t = None if target is None else target[i]
            t = t if np.ndim(t) or np.asarray(t).dtype.kind in "iO" else mp.mpf(float(t))
            terms.append(term(row, t, **params))
            with mp.workdps(120):
                f = lambda *x: term(list(x), t, **params)
                unit = lambda k: tuple(int(j == k) for j in range(len(row)))
                gradient.append([mp.diff(f, tuple(row), unit(k)) for k in range(len(row))])
        terms, gradient = np.array(terms), np.array(gradient).reshape(prediction.shape)
        n = len(terms) if reduction == "mean" else 1
        return np.array(REDUCE[reduction](terms)).astype(float), (gradient / n).astype(float)

    return "mpmath", run


def f32(x):
    """The nearest f32, as a float64; labels stay integers."""
    x = np.asarray(x)
    if x.dtype.kind == "i" and x.ndim:
        return x
    x = x.astype(np.float32).astype(np.float64)
    return x if x.ndim else float(x)


def shown(x, join=" "):
    """Inputs, in the fewest digits that give the same f32."""
    return join.join(str(np.float32(x)).removesuffix(".0") for x in np.ravel(x))


def rows(x, form):
    x = np.asarray(x)
    return ", ".join(map(form, x)) if x.ndim > 1 else form(x)


def results(x):
    return rows(x, lambda row: " ".join(f"{x:.10g}" for x in np.ravel(row)))


def agreed(loss, answers):
    """The first answer, if all agree."""
    answers = [(name, np.asarray(answer, float)) for name, answer in answers if answer is not None]
    if not answers:
        return None
    for name, answer in answers:
        if not np.allclose(answer, answers[0][1], rtol=1e-8, atol=0.0):
            sys.exit(f"{loss}: {answers[0][0]} says {answers[0][1]}\n{name} says {answer}")
    return answers[0][1]


def vectors(loss, prediction, target, peers, reductions=("mean", "sum", "none"), **params):
    """One line for every reduction."""
    prediction, target = f32(prediction), None if target is None else f32(target)
    params = {name: f32(value) for name, value in params.items()}
    for reduction in reductions:
        answers = [(name, run(prediction, target, reduction, params)) for name, run in peers]
        answers = [(name, *answer) for name, answer in answers if answer is not None]
        value = agreed(loss, [(name, value) for name, value, _ in answers])
        gradient = None if reduction == "none" else agreed(loss, [(name, g) for name, _, g in answers])
        fields = [
            loss,
            " ".join(f"{name}={shown(value, ',')}" for name, value in params.items()),
            rows(prediction, shown),
            "" if target is None else rows(target, shown),
            reduction,
            results(value),
            "" if gradient is None else results(gradient),
            "; ".join(name for name, _, _ in answers),
        ]
        LINES.append(" | ".join(fields))
