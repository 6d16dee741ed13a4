"""Losses in the currency of decisions."""

import sklearn.metrics
import torch
from peers import formula, mean_peer, vectors


def lines():
    def expected(x, labels, costs):
        return (x.softmax(1) * torch.tensor(costs).view(4, 4)[labels]).sum(1)

    costs = [0.0, 1.0, 2.0, 5.0, 8.0, -0.5, 3.0, 1.0, 1.0, 1.0, 0.0, 1.0, 50.0, 20.0, 7.5, -2.0]
    x = [[2.0, -1.0, 0.5, 0.0], [0.1, 0.2, 0.3, 0.4], [-4.0, 3.0, -2.0, 1.5], [8.0, -10.0, 12.0, 0.0]]
    peers = [formula("softmax times costs", expected)]
    for labels in [[0, 1, 2, 3], [3, 3, 0, 1]]:
        vectors("ExpectedCost", x, labels, peers, costs=costs)

    def weight(d, aversion):
        return torch.where(d > 0, aversion, 1.0)

    # `lambda` is a keyword of Python: it is passed in a dictionary.
    def squared(x, t, **given):
        return weight(x - t, given["lambda"]) * (x - t) ** 2

    def absolute(x, t, **given):
        return weight(x - t, given["lambda"]) * (x - t).abs()

    def pinball(x, t, **given):
        aversion = given["lambda"]
        return (1 + aversion) * sklearn.metrics.mean_pinball_loss(t, x, alpha=1 / (1 + aversion))

    p, t = [1.5, 2.0, 0.0, 10.0, -0.25, 0.75, -7.5, 3.0], [1.0, 2.5, 3.0, 4.0, 0.25, 0.75, 5.0, -2000.0]
    expectile = formula("the expectile loss, scaled", squared)
    quantile = formula("the quantile loss, scaled", absolute)
    for aversion in [2.25, 0.5]:
        vectors("LossAverseSquaredError", p, t, [expectile], **{"lambda": aversion})
        peers = [quantile, mean_peer("sklearn mean_pinball_loss", pinball)]
        vectors("LossAverseAbsoluteError", p, t, peers, **{"lambda": aversion})
