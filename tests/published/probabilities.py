"""Losses of given probabilities."""

import keras
import numpy as np
import scipy.special
import torch
import torch.nn.functional as F
from peers import REDUCE, formula, torch_peer, vectors


def keras_values(name, loss, **arguments):
    """Keras' values. It divides p by its sum, so that its gradient is another."""

    def run(p, t, reduction, params):
        terms = loss(torch.tensor(t), torch.tensor(p), **arguments).numpy()
        return REDUCE[reduction](terms), None

    return f"Keras {name}", run


def lines():
    # Rows of eighths and 256ths, whose f32s sum to 1 exactly.
    p = [[0.5, 0.125, 0.25, 0.125], [0.125, 0.25, 0.5, 0.125], [0.25, 0.25, 0.25, 0.25], [0.9375, 0.00390625, 0.046875, 0.01171875]]
    t = [[0.25, 0.25, 0.4375, 0.0625], [0.0, 1.0, 0.0, 0.0], [0.5, 0.125, 0.0625, 0.3125], [0.75, 0.0, 0.125, 0.125]]

    nll = torch_peer("torch nll_loss of ln p", lambda p, y, reduction: F.nll_loss(p.log(), y, reduction=reduction))
    sparse = keras_values("sparse_categorical_crossentropy", keras.losses.sparse_categorical_crossentropy)
    vectors("CategoricalNll", p, [0, 1, 3, 1], [nll, sparse])

    def generalized_kl(p, t):
        return (torch.xlogy(t, t) - t * p.log() - t + p).sum(1)

    def kl_div(p, t, reduction, params):
        return REDUCE[reduction](scipy.special.kl_div(t, p).sum(1)), None

    divergence = keras_values("kl_divergence", lambda t, p: keras.losses.kl_divergence(t, p))
    peers = [formula("Σ t·ln(t/p) − t + p", generalized_kl), ("scipy.special.kl_div", kl_div)]
    vectors("KlDivergence", p, t, peers)
    # Keras clips a target of 0 to 1e-7.
    full = [0, 2]
    vectors("KlDivergence", np.take(p, full, 0), np.take(t, full, 0), [*peers, divergence])
    # Sums other than 1.
    vectors("KlDivergence", [[0.5, 0.125, 0.25, 0.0625]], [[0.25, 0.25, 0.5, 0.125]], peers)

    def jensen_shannon(p, t):
        m = (t + p) / 2
        return 0.5 * (torch.xlogy(t, t / m) + torch.xlogy(p, p / m)).sum(1)

    positive = [t[0], [0.25, 0.625, 0.0625, 0.0625], t[2], [0.5, 0.0625, 0.1875, 0.25]]
    vectors("JensenShannon", p, positive, [formula("½·KL(t‖m) + ½·KL(p‖m)", jensen_shannon)])
