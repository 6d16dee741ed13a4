"""Binary losses."""

import mpmath as mp
import optax
import sklearn.metrics
import sklearn.linear_model._sgd_fast as sgd
import torch
import torch.nn.functional as F
from peers import exact, formula, jax_peer, mean_peer, sgd_peer, tensor, torch_peer, vectors


def lines():
    def cross_entropy(x, t, r, positive_weight=None, smoothing=0.0):
        t = t * (1 - smoothing) + smoothing / 2
        return F.binary_cross_entropy_with_logits(x, t, pos_weight=tensor(positive_weight), reduction=r)

    x = [0.0, 0.5, -2.0, 3.0, -1.5, 4.0, -0.25, 6.0]
    hard = [1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0]
    soft = [0.3, 0.9, 0.75, 0.5, 0.05, 0.125, 0.0, 1.0]
    logits = torch_peer("torch binary_cross_entropy_with_logits", cross_entropy)
    sigmoid = jax_peer("optax sigmoid_binary_cross_entropy", optax.sigmoid_binary_cross_entropy)
    for t in [hard, soft]:
        vectors("SigmoidCrossEntropy", x, t, [logits, sigmoid])
        vectors("SigmoidCrossEntropy", x, t, [logits], smoothing=0.1)
        for weight in [0.0, 0.4, 3.0]:
            vectors("SigmoidCrossEntropy", x, t, [logits], positive_weight=weight)
            vectors("SigmoidCrossEntropy", x, t, [logits], positive_weight=weight, smoothing=0.2)

    rows, labels = [x[:4], x[4:]], [[1.0, 0.0, 1.0, 0.0], [0.3, 1.0, 0.75, 1.0]]

    def per_label(x, t, reduction, positive_weights, weights=None):
        options = {"pos_weight": tensor(positive_weights), "weight": tensor(weights)}
        terms = F.binary_cross_entropy_with_logits(x, t, reduction="none", **options).mean(1)
        return {"mean": terms.mean(), "sum": terms.sum(), "none": terms}[reduction]

    peer = torch_peer("torch binary_cross_entropy_with_logits, mean of a row", per_label)
    for weighted in [{}, {"weights": [0.5, 2.0, 1.0, 0.0]}]:
        vectors("SigmoidCrossEntropy", rows, labels, [peer], positive_weights=[1.0, 3.0, 0.25, 10.0], **weighted)

    # −20 and −80 against 0 cost PyTorch's form its digits; optax's keeps them.
    likelihood = exact(
        lambda x, t: -t * mp.log(1 / (1 + mp.exp(-x[0]))) - (1 - t) * mp.log(1 / (1 + mp.exp(x[0])))
    )
    for x in [20.0, -20.0, 80.0, -80.0]:
        for t in [0.0, 1.0]:
            vectors("SigmoidCrossEntropy", [x], [t], [sigmoid, likelihood], ["sum"])
    vectors("SigmoidCrossEntropy", [20.0, -20.0, 80.0, -80.0], [0.25, 0.25, 0.9, 0.01], [sigmoid, likelihood])

    def focal_loss(x, t, gamma, alpha=None):
        entropy = F.binary_cross_entropy_with_logits(x, t, reduction="none")
        p = torch.sigmoid(x)
        loss = entropy * (1 - (p * t + (1 - p) * (1 - t))) ** gamma
        return loss if alpha is None else (alpha * t + (1 - alpha) * (1 - t)) * loss

    def exact_focal(x, t, gamma, alpha=None):
        weight = 1 if alpha is None else alpha * t + (1 - alpha) * (1 - t)
        miss = 1 / (1 + mp.exp(x[0] if t == 1 else -x[0]))
        return -weight * miss**gamma * mp.log(1 / (1 + mp.exp(-x[0] if t == 1 else x[0])))

    torchvision = formula("torchvision's sigmoid_focal_loss", focal_loss)
    focal = jax_peer("optax sigmoid_focal_loss", optax.sigmoid_focal_loss)
    x = [0.0, 0.5, -2.0, 3.0, -1.5, 4.0, -0.25, 6.0]
    for gamma in [0.0, 0.5, 2.0, 5.0]:
        for alpha in [{}, {"alpha": 0.25}, {"alpha": 0.9}]:
            vectors("SigmoidFocal", x, hard, [torchvision, focal], gamma=gamma, **alpha)
        for logit in [20.0, -20.0, 100.0, -100.0]:
            # A sure and right answer costs e^(−(γ + 1)·|x|), which an f32 cannot hold beyond 87.
            ends = [1.0, 0.0] if (gamma + 1) * abs(logit) < 87 else [float(logit < 0)]
            for t in ends:
                vectors("SigmoidFocal", [logit], [t], [exact(exact_focal)], ["sum"], gamma=gamma, alpha=0.25)

    x, y = [0.25, -0.5, 2.0, -3.0, 0.75, 0.1], [1.0, 1.0, 1.0, 1.0, -1.0, -1.0]
    hinge = [
        jax_peer("optax hinge_loss", optax.hinge_loss),
        mean_peer("sklearn hinge_loss", lambda x, y: sklearn.metrics.hinge_loss(y, x)),
    ]
    vectors("Hinge", x, y, hinge)
    squared = formula("max(0, 1 − y·s)²", lambda x, y: torch.relu(1 - y * x) ** 2)
    vectors("SquaredHinge", x, y, [squared])

    # At 0 scikit-learn and we take the slope of a wrong answer; optax, which takes half of it, is not asked there.
    perceptron = sgd_peer("Hinge(threshold=0)", lambda: sgd.Hinge(0.0))
    vectors("Perceptron", x, y, [perceptron, jax_peer("optax perceptron_loss", optax.losses.perceptron_loss)])
    vectors("Perceptron", [0.0, 0.0], [1.0, -1.0], [perceptron])
    vectors("ModifiedHuber", [*x, -1.0, 1.0], [*y, 1.0, 1.0], [sgd_peer("ModifiedHuber", sgd.ModifiedHuber)])

    def smoothed_hinge(x, y, gamma):
        q = torch.relu(1 - y * x)
        return torch.where(q <= gamma, q * q / (2 * gamma), q - gamma / 2)

    for gamma in [0.1, 0.5, 1.0, 2.0]:
        vectors("SmoothedHinge", x, y, [formula("LossFunctions.jl's SmoothedL1HingeLoss", smoothed_hinge)], gamma=gamma)

    p = [0.25, 0.5, 0.9, 1e-3, 1e-6, 0.999999, 0.7, 0.01]
    bernoulli = torch_peer(
        "torch binary_cross_entropy", lambda p, t, r: F.binary_cross_entropy(p, t, reduction=r)
    )
    log_loss = mean_peer("sklearn log_loss", lambda p, t: sklearn.metrics.log_loss(t, p, labels=[0, 1]))
    vectors("BernoulliNll", p, hard, [bernoulli, log_loss])
    vectors("BernoulliNll", p, soft, [bernoulli])
