"""Multi-class losses."""

import jax
import keras
import mpmath as mp
import optax
import sklearn.metrics
import torch
import torch.nn.functional as F
from coral_pytorch.losses import coral_loss
from peers import exact, formula, jax_peer, mean_peer, tensor, torch_peer, vectors


def lines():
    # Right and wrong, sure and unsure, with a class of weight 0.
    x = [
        [2.0, -1.0, 0.5, 0.0],
        [0.1, 0.2, 0.3, 0.4],
        [-4.0, 3.0, -2.0, 1.5],
        [0.0, 5.0, -7.5, 1.0],
        [9.0, -3.0, 2.5, 8.0],
    ]
    labels = [0, 1, 2, 3, 3]
    weights = [0.5, 2.0, 0.0, 1.3]

    def cross_entropy(x, t, reduction, weights=None, smoothing=0.0, ignored=-100, temperature=1.0):
        return F.cross_entropy(
            x / temperature,
            t,
            tensor(weights),
            ignore_index=int(ignored),
            label_smoothing=smoothing,
            reduction=reduction,
        )

    def exact_cross_entropy(x, t):
        return mp.log(sum(mp.exp(x) for x in x) / mp.exp(x[t]))

    peer = torch_peer("torch cross_entropy", cross_entropy)
    plain = jax_peer(
        "optax softmax_cross_entropy_with_integer_labels", optax.softmax_cross_entropy_with_integer_labels
    )
    smooth = jax_peer(
        "optax softmax_cross_entropy of smooth_labels",
        lambda x, t, smoothing: optax.softmax_cross_entropy(
            x, optax.smooth_labels(jax.nn.one_hot(t, 4), smoothing)
        ),
    )
    vectors("SoftmaxCrossEntropy", x, labels, [peer, plain, exact(exact_cross_entropy)])
    for epsilon in [0.0, 0.1, 1.0]:
        for weighted in [{}, {"weights": weights}]:
            for ignoring in [{}, {"ignored": 1}]:
                peers = [peer] if weighted or ignoring else [peer, smooth]
                vectors("SoftmaxCrossEntropy", x, labels, peers, smoothing=epsilon, **weighted, **ignoring)
    # A padding label that names no class.
    vectors(
        "SoftmaxCrossEntropy", x, [0, 255, 2, 3, 255], [peer], weights=weights, smoothing=0.1, ignored=255
    )

    # Beyond a margin of 17 PyTorch's and optax's forms have no digits for a sure and right answer.
    for margin in [5.0, 10.0, 16.0, 17.0, 40.0, 80.0]:
        row = [[margin, 0.0, -1.5, -0.25]]
        right = [exact(exact_cross_entropy)] + ([peer, plain] if margin < 16 else [])
        vectors("SoftmaxCrossEntropy", row, [0], right, ["sum"])
        vectors("SoftmaxCrossEntropy", row, [1], [exact(exact_cross_entropy), peer, plain], ["sum"])

    def temperature_gradient(prediction, target, reduction, params):
        temperature = torch.tensor(params["temperature"], requires_grad=True)
        params = {**params, "temperature": temperature}
        cross_entropy(torch.tensor(prediction), torch.tensor(target), reduction, **params).backward()
        return temperature.grad.numpy(), None

    for temperature in [0.5, 1.0, 3.0]:
        for others in [{}, {"smoothing": 0.1}, {"weights": weights, "smoothing": 0.1, "ignored": 1}]:
            vectors("SoftmaxCrossEntropy", x, labels, [peer], temperature=temperature, **others)
            slope = [("torch autograd of cross_entropy(x / T)", temperature_gradient)]
            reductions = ["mean", "sum"]
            vectors("temperature_gradient", x, labels, slope, reductions, temperature=temperature, **others)

    distributions = [
        [0.7, 0.1, 0.15, 0.05],
        [0.0, 1.0, 0.0, 0.0],
        [0.25, 0.25, 0.25, 0.25],
        [0.5, 0.0, 0.5, 0.0],
        [0.3, 0.2, 0.1, 1.0],
    ]
    dense = jax_peer("optax softmax_cross_entropy", optax.softmax_cross_entropy)
    vectors("SoftmaxCrossEntropyDense", x, distributions, [peer, dense])
    for epsilon in [0.0, 0.1, 1.0]:
        for weighted in [{}, {"weights": weights}]:
            vectors("SoftmaxCrossEntropyDense", x, distributions, [peer], smoothing=epsilon, **weighted)

    def focal(x, t, gamma, alpha=None):
        log_p = torch.log_softmax(x, 1).gather(1, t[:, None])[:, 0]
        weight = 1 if alpha is None else torch.tensor(alpha)[t]
        return -weight * (1 - log_p.exp()) ** gamma * log_p

    def exact_focal(x, t, gamma):
        e = [mp.exp(x) for x in x]
        return (sum(e[:t] + e[t + 1 :]) / sum(e)) ** gamma * mp.log(sum(e) / e[t])

    for gamma in [0.0, 0.5, 2.0, 5.0]:
        textbook = formula("−α(1 − p)^γ ln p", focal)
        vectors("SoftmaxFocal", x, labels, [textbook, exact(exact_focal)], gamma=gamma)
        vectors("SoftmaxFocal", x, labels, [textbook], gamma=gamma, alpha=[0.25, 1.0, 0.6, 2.0])
        for margin in [10.0, 20.0, 80.0]:
            for label in [0, 1] if (gamma + 1) * margin < 80 else [1]:
                row = [[margin, 0.0, -1.5, -0.25]]
                vectors("SoftmaxFocal", row, [label], [exact(exact_focal)], ["sum"], gamma=gamma)

    def soft_focal(x, t, gamma, alpha=None, smoothing=0.0):
        t = t * (1 - smoothing) + smoothing / 4
        log_p = x.log_softmax(1)
        return -((1 if alpha is None else tensor(alpha)) * t * (1 - log_p.exp()) ** gamma * log_p).sum(1)

    def keras_focal(x, t, reduction, gamma, alpha=None, smoothing=0.0):
        terms = keras.losses.categorical_focal_crossentropy(
            t, x, alpha=1.0 if alpha is None else tensor(alpha), gamma=gamma, from_logits=True, label_smoothing=smoothing
        )
        return {"mean": terms.mean(), "sum": terms.sum(), "none": terms}[reduction]

    # Keras clips p to [1e-7, 1 − 1e-7]: no row is surer.
    unsure, mixed = [x[0], x[1], x[2]], [distributions[0], distributions[1], [0.25, 0.5, 0.125, 0.125]]
    peers = [formula("−Σ α·t·(1 − p)^γ·ln p", soft_focal), torch_peer("Keras categorical_focal_crossentropy", keras_focal)]
    for options in [{}, {"smoothing": 0.1}, {"alpha": [0.25, 1.0, 0.6, 2.0]}]:
        vectors("SoftmaxFocalDense", unsure, mixed, peers, gamma=2.0, **options)
    vectors("SoftmaxFocalDense", unsure, mixed, peers, gamma=0.5)

    def allowed(x, t, unmasked_smoothing):
        # Of rows whose second class is masked.
        keep = [0, 2, 3]
        terms = -x[:, keep].log_softmax(1)
        own = terms.gather(1, torch.tensor([keep.index(int(y)) for y in t])[:, None])[:, 0]
        return (1 - unmasked_smoothing) * own + unmasked_smoothing * terms.mean(1)

    masked = [[row[0], float("-inf"), row[2], row[3]] for row in x]
    peer = formula("torch cross_entropy of the other classes", allowed)
    vectors("SoftmaxCrossEntropy", masked, [0, 2, 2, 3, 3], [peer], unmasked_smoothing=0.25)

    def brier(x, t):
        return ((x.softmax(1) - torch.nn.functional.one_hot(t, 4)) ** 2).sum(1)

    def brier_score_loss(x, t):
        p = torch.softmax(torch.tensor(x), 1).numpy()
        return sklearn.metrics.brier_score_loss(t, p, labels=[0, 1, 2, 3], scale_by_half=False)

    peers = [formula("Σ (p − [k = y])²", brier), mean_peer("sklearn brier_score_loss", brier_score_loss)]
    vectors("SoftmaxBrier", x, labels, peers)

    def coral(x, t, reduction, importance=None):
        levels = (torch.arange(4) < t[:, None]).double()
        reduction = None if reduction == "none" else reduction
        return coral_loss(x, levels, tensor(importance), reduction)

    ranks, peer = [0, 4, 2, 1, 3], torch_peer("coral_pytorch coral_loss", coral)
    vectors("Coral", x, ranks, [peer])
    vectors("Coral", x, ranks, [peer], importance=[0.5, 1.0, 0.25, 2.0])

    multiclass = [
        jax_peer("optax multiclass_hinge_loss", optax.losses.multiclass_hinge_loss),
        mean_peer("sklearn hinge_loss", lambda x, t: sklearn.metrics.hinge_loss(t, x, labels=[0, 1, 2, 3])),
    ]
    vectors("CrammerSingerHinge", x, labels, multiclass)

    def margin_loss(x, t, r, margin, p, weights=None):
        return F.multi_margin_loss(x, t, p=int(p), margin=margin, weight=tensor(weights), reduction=r)

    for p in [1, 2]:
        for margin in [0.5, 1.0]:
            for weighted in [{}, {"weights": weights}]:
                peers = [torch_peer("torch multi_margin_loss", margin_loss)]
                vectors("WestonWatkinsHinge", x, labels, peers, margin=margin, p=p, **weighted)
