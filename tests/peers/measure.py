"""Measures PyTorch and optax in f32 at points of the precision table: the worst ULP of value and gradient.

    mkdir /tmp/points
    MICROLOSS_CASES=2000 MICROLOSS_POINTS=/tmp/points cargo test --test suite precision
    pip install torch==2.8.0 optax==0.2.8
    python tests/peers/measure.py /tmp/points > tests/peers/measured.txt

The points carry what is exact, and of which size ULP are counted; only libraries are called here, with the parameters that
make their formula ours. Their gradients are those of their automatic differentiation, on the CPU.
"""

import platform
import re
import sys
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
import torch
import torch.nn.functional as F


def rows(parts):
    """Takes rows of several embeddings apart."""
    return lambda x: x.reshape(len(x), parts, -1).swapaxes(0, 1)


def cosine(x, t, p):
    return F.cosine_embedding_loss(*rows(2)(x), torch.where(t, 1.0, -1.0), margin=p["margin"], reduction="none")


def multi_label(x, t, p):
    # Their target is a list of the labels, ended by −1.
    places = [[k for k, own in enumerate(row) if own] for row in t.tolist()]
    lists = torch.tensor([own + [-1] * (t.shape[1] - len(own)) for own in places])
    return F.multilabel_margin_loss(x, lists, reduction="none")


def triplet(x, t, p):
    return F.triplet_margin_loss(*rows(3)(x), margin=p["margin"], eps=0.0, swap=p["swap"] == 1, reduction="none")


def kl(x, t, p):
    return F.kl_div(F.log_softmax(x, 1), t, reduction="none").sum(1)


def bce(x, t, p):
    return F.binary_cross_entropy_with_logits(x, t, reduction="none")


def gaussian(x, t, p):
    full = p["constant"] > 0
    return F.gaussian_nll_loss(x[:, 0], t, x[:, 1].exp(), full=full, eps=1e-38, reduction="none")


def margins(x, t, p):
    weights = torch.tensor([1.0, 0.5, 2.0, 0.0, 3.25, 1.5, 0.125])
    return F.multi_margin_loss(x, t, p=2 if p["squared"] else 1, margin=p["margin"], weight=weights, reduction="none")


# One number a row of predictions and targets.
TORCH = {
    "SquaredError": lambda x, t, p: F.mse_loss(x, t, reduction="none"),
    "AbsoluteError": lambda x, t, p: F.l1_loss(x, t, reduction="none"),
    "Huber": lambda x, t, p: F.huber_loss(x, t, delta=p["delta"], reduction="none"),
    "SmoothL1": lambda x, t, p: F.smooth_l1_loss(x, t, beta=p["beta"], reduction="none"),
    "SigmoidCrossEntropy, hard labels": bce,
    "SigmoidCrossEntropy, soft labels": bce,
    "SoftmaxCrossEntropy": lambda x, t, p: F.cross_entropy(x, t, reduction="none"),
    "SoftmaxCrossEntropy, two classes": lambda x, t, p: F.cross_entropy(x, t, reduction="none"),
    "SoftmaxCrossEntropyDense": lambda x, t, p: F.cross_entropy(x, t, reduction="none"),
    "WestonWatkinsHinge": margins,
    "MultiLabelMargin": multi_label,
    "SoftmaxKl": kl,
    "EntropyBonus": lambda x, t, p: -torch.distributions.Categorical(logits=x).entropy(),
    "GaussianNll": gaussian,
    "PoissonNll": lambda x, t, p: F.poisson_nll_loss(x, t, reduction="none"),
    "PoissonNll, full": lambda x, t, p: F.poisson_nll_loss(x, t, full=True, reduction="none"),
    "HingeEmbedding": lambda x, t, p: F.hinge_embedding_loss(x, t, margin=p["margin"], reduction="none"),
    "MarginRanking": lambda x, t, p: F.margin_ranking_loss(x[:, 0], x[:, 1], t, margin=p["margin"], reduction="none"),
    "CosineEmbedding": cosine,
    "Triplet": triplet,
    "Triplet, swap": triplet,
}

def poly(x, t, p):
    return optax.losses.poly_loss_cross_entropy(x, jax.nn.one_hot(t, 5), epsilon=p["epsilon"])


def focal(x, t, p):
    # Weights of 1 on both sides are theirs without an alpha; otherwise they sum to 1.
    loss = optax.losses.sigmoid_focal_loss(x, t, gamma=p["gamma"])
    return loss * jnp.where(t == 1, p["positive_weight"], p["negative_weight"])


OPTAX = {
    "SquaredError": lambda x, t, p: optax.losses.squared_error(x, t),
    "Huber": lambda x, t, p: optax.losses.huber_loss(x, t, delta=p["delta"]),
    "LogCosh": lambda x, t, p: optax.losses.log_cosh(x, t),
    "SigmoidCrossEntropy, hard labels": lambda x, t, p: optax.losses.sigmoid_binary_cross_entropy(x, t),
    "SigmoidCrossEntropy, soft labels": lambda x, t, p: optax.losses.sigmoid_binary_cross_entropy(x, t),
    "SigmoidFocal": focal,
    "Hinge": lambda x, t, p: optax.losses.hinge_loss(x, t),
    "SoftmaxCrossEntropy": lambda x, t, p: optax.losses.softmax_cross_entropy_with_integer_labels(x, t),
    "SoftmaxCrossEntropy, two classes": lambda x, t, p: optax.losses.softmax_cross_entropy_with_integer_labels(x, t),
    "SoftmaxCrossEntropyDense": lambda x, t, p: optax.losses.softmax_cross_entropy(x, t),
    "Poly1CrossEntropy, ε ≥ 0": poly,
    "SoftmaxKl": lambda x, t, p: optax.losses.kl_divergence(jax.nn.log_softmax(x), t),
    "Triplet": lambda x, t, p: optax.losses.triplet_margin_loss(*rows(3)(x), margin=p["margin"], eps=0.0),
}
# Losses whose parameters may be arrays with one entry a row.
BY_ROW = {"Huber", "Triplet", "SigmoidFocal"}
# Whose targets are labels.
LABELLED = {"SoftmaxCrossEntropy", "WestonWatkinsHinge", "Poly1CrossEntropy"}


def of_torch(f, x, t, p):
    x = torch.tensor(x, requires_grad=True)
    value = f(x, torch.tensor(t), p)
    value.sum().backward()
    return value.detach().numpy(), x.grad.numpy()


def of_optax(f, x, t, p):
    x, t = jnp.asarray(x), jnp.asarray(t)
    return np.asarray(f(x, t, p)), np.asarray(jax.grad(lambda x: f(x, t, p).sum())(x))


def number(word):
    return word == "true" if word in ("true", "false") else float(word)


def read(path):
    """Parameters, target, inputs and figures of every point."""
    points = []
    for line in path.read_text().splitlines():
        loss, target, inputs, figures = line.split(" | ")
        parameters = {k: number(v) for k, v in re.findall(r"(\w+): (true|false|-?[\d.e+-]+)\b", loss)}
        words = re.findall(r"true|false|-?[\d.]+(?:e-?\d+)?", target)
        bits = np.array([int(word, 16) for word in inputs.split()], dtype=np.uint32)
        figures = np.array([word.split(",") for word in figures.split()], dtype=np.float64)
        points.append((parameters, [number(word) for word in words], bits.view(np.float32), figures))
    return points


def worst(computed, figures):
    """The worst ULP of everything measured; infinite if it is not a number."""
    exact, size, forgiven = figures[..., 0], figures[..., 1], figures[..., 2]
    measured = size > 0
    with np.errstate(all="ignore"):
        ulp = 2.0 ** (np.maximum(np.floor(np.log2(np.where(measured, size, 1.0))), -126) - 23)
        ulps = np.abs(computed.astype(np.float64) - exact) / ulp - forgiven
    ulps = np.where(np.isnan(ulps), np.inf, ulps)
    return np.max(ulps, where=measured, initial=0.0)


def measure(evaluate, f, points, by_row, labels):
    """The worst of value and of gradient, over groups of equal parameters unless those go by row."""
    groups = {}
    for point in points:
        groups.setdefault("" if by_row else str(point[0]), []).append(point)
    value, gradient = 0.0, 0.0
    for group in groups.values():
        parameters, targets, inputs, figures = zip(*group)
        p = {k: jnp.array([p[k] for p in parameters], dtype=jnp.float32) for k in parameters[0]} if by_row else parameters[0]
        x, figures = np.stack(inputs), np.stack(figures)
        t = np.array(targets)
        t = t if t.dtype == bool else t.astype(np.float32)
        # A row of one number is not a list.
        flat = x.shape[1] == 1
        x = x[:, 0] if flat else x
        t = t[:, 0] if t.ndim == 2 and t.shape[1] == 1 else t
        got = evaluate(f, x, t.astype(np.int64) if labels else t, p)
        value = max(value, worst(got[0], figures[:, 0]))
        gradient = max(gradient, worst(got[1][:, None] if flat else got[1], figures[:, 1:]))
    return value, gradient


def shown(ulps):
    return "∞" if np.isinf(ulps) else f"{ulps:.2f}" if ulps < 1000 else f"{ulps:.1e}".replace("e+0", "e").replace("e+", "e")


print(f"""\
# The worst errors of other libraries in f32, in ULP, at points of the precision table: value and gradient of each. Written by
#   python tests/peers/measure.py /tmp/points > tests/peers/measured.txt
# with PyTorch {torch.__version__.split('+')[0]}, optax {optax.__version__}, JAX {jax.__version__}, Python \
{platform.python_version()}. ∞: an infinity or NaN where a number was due.
#
# loss, variant | PyTorch | optax""")
for name in dict.fromkeys([*TORCH, *OPTAX]):
    loss, _, variant = name.partition(", ")
    points = read(Path(sys.argv[1]) / f"{loss} {variant}.txt")
    cells = [name]
    for of, evaluate in [(TORCH, of_torch), (OPTAX, of_optax)]:
        if name in of:
            by_row = of is OPTAX and loss in BY_ROW
            cells.append(" / ".join(map(shown, measure(evaluate, of[name], points, by_row, loss in LABELLED))))
        else:
            cells.append("–")
    print(" | ".join(cells), flush=True)
