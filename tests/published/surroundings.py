"""Sample weights and penalties."""

import sklearn.metrics
import torch
from peers import formula, mean_peer, torch_peer, vectors


def lines():
    def weighted(metric):
        return lambda x, t, sample_weights: metric(t, x, sample_weight=sample_weights)

    x, t, w = [1.5, 2.0, 0.0, 10.0], [1.0, 2.5, 3.0, 4.0], [0.5, 0.0, 2.0, 1.1]

    def squared(x, t, reduction, sample_weights):
        return (torch.tensor(sample_weights) * (x - t) ** 2).sum() / sample_weights.sum()

    by_hand = torch_peer("torch autograd of Σ w·d² / Σ w", squared)
    peers = [by_hand, mean_peer("sklearn mean_squared_error", weighted(sklearn.metrics.mean_squared_error))]
    vectors("SquaredError", x, t, peers, ["mean"], sample_weights=w)

    x = [0.5, -2.0, 0.0, 3.25, -1e-3]
    penalty = {
        "L1": lambda x, _, l1: l1 * x.abs(),
        "L2": lambda x, _, l2: l2 * x**2,
        "ElasticNet": lambda x, _, l1, l2: l1 * x.abs() + l2 * x**2,
    }
    vectors("L1", x, None, [formula("λ Σ abs θ", penalty["L1"])], ["sum"], l1=0.3)
    vectors("L2", x, None, [formula("λ Σ θ²", penalty["L2"])], ["sum"], l2=0.3)
    vectors(
        "ElasticNet",
        x,
        None,
        [formula("λ₁ Σ abs θ + λ₂ Σ θ²", penalty["ElasticNet"])],
        ["sum"],
        l1=0.3,
        l2=0.7,
    )
