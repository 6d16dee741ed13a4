"""Losses of given probabilities, the Brier score, ordinal ranks, the focal loss of soft labels, and smoothing of unmasked classes."""

from cases import hard, total
from classes import ROWS, SMALLER, labelled, miss, nlp, p
from exact import Number, above, below, f32, is_positive, log, power, rounded, softplus
from mpmath import mpf

STEP = 1.0 / 256.0

# Four probabilities, or nearly.
GIVEN = [
    ([1.0, 0.0, 0.0, 0.0], "certain"),
    ([0.0, 1.0, 0.0, 0.0], "certain of another"),
    ([below(1.0), 6e-8, 0.0, 0.0], "nearly certain"),
    ([1e-13, 1.0, 0.0, 0.0], "below the floor"),
    ([below(1e-12), 1.0, 1e-12, above(1e-12)], "at the floor"),
    ([1e-45, 1e-38, 0.5, 0.5], "subnormal"),
    ([0.25, 0.25, 0.25, 0.25], "even"),
    ([253 * STEP, 2 * STEP, STEP, 0.0], "of an int8 softmax"),
    ([above(1.0), 0.0, 1e-7, 0.0], "just above 1"),
    ([f32(0.1), f32(0.2), f32(0.3), f32(0.4)], "ordinary"),
]
TARGETS = [
    ([1.0, 0.0, 0.0, 0.0], "one-hot"),
    ([1.0, 1e-13, 0.0, 0.0], "nearly one-hot"),
    ([0.25, 0.25, 0.25, 0.25], "even"),
    ([above(f32(0.1)), f32(0.2), below(f32(0.3)), f32(0.4)], "uneven"),
]
PAIRS = [(x, t, f"{why}, {what}") for x, why in GIVEN for t, what in TARGETS]


def given():
    def categorical(x, t, floor):
        q = x[int(t[0])]
        return (floor - q) / floor - log(floor) if q.value < floor else -log(q)

    hard("CategoricalNll", categorical, labelled(GIVEN, [0, 1]), floor=1e-12)
    hard("CategoricalNll, floor", categorical, labelled(GIVEN, [0, 2, 3])[:: 2], floor=STEP / 2)

    def kullback(x, t, floor):
        value = Number(0)
        for q, share in zip(x, t):
            if not share:
                value += q
                continue
            least = min(floor, share)
            at = q if q.value >= least else Number(least)
            value += rounded(share * log(share / at)) + (at - share)
            if q.value < least:
                value += (share / least - 1) * (least - q)
        return value

    hard("KlDivergence", kullback, PAIRS, floor=1e-12)
    hard("KlDivergence, floor", kullback, PAIRS[::3], floor=STEP / 2)

    def jensen_shannon(x, t):
        value = Number(0)
        for q, share in zip(x, t):
            m = (q + share) / 2
            is_0 = not is_positive(q - mpf(10) ** -50)
            if not is_0:
                value += rounded(q * log(q / m)) / 2
            elif share:
                # The slope that stands for that of 0. The target's term has the slope −½ besides.
                least = mpf(2) ** -126
                value += q * (log(2 * least / (least + share)) + 1) / 2
            if share:
                value += rounded(share * log(share / m)) / 2
            elif is_0:
                value += q * log(2) / 2
        return value

    hard("JensenShannon", jensen_shannon, [case for case in PAIRS if "subnormal" not in case[2]])


def scores():
    def brier(x, t):
        y = int(t[0])
        parts = [miss(x, k) if k == y else p(x, k) for k in range(len(x))]
        return total(rounded(part) * rounded(part) for part in parts)

    hard("SoftmaxBrier", brier, labelled(ROWS, [0, 1]))

    def coral(x, t, importance=None):
        importance = importance or [mpf(1)] * len(x)
        return total(rounded(w * softplus(-a if k < t[0] else a)) for k, (a, w) in enumerate(zip(x, importance)))

    hard("Coral", coral, labelled(ROWS, [0, 2, 4]))
    hard("Coral", coral, labelled(ROWS[::2], [1, 3]), importance=[1.0, 0.25, 0.0, f32(3.3)])


def soft():
    def focal(x, t, gamma, smoothing=0):
        shares = [(1 - smoothing) * share + smoothing / 4 for share in t]
        parts = [(share, k) for k, share in enumerate(shares) if share]
        return total(rounded(share * power(miss(x, k), gamma) * nlp(x, k)) for share, k in parts)

    targets = [
        ([1.0, 0.0, 0.0, 0.0], "one-hot"),
        ([1.0, 1e-8, 0.0, 0.0], "nearly one-hot"),
        ([0.25, 0.25, 0.25, 0.25], "even"),
    ]
    cases = [(x, t, f"{why}, {what}") for x, why in SMALLER for t, what in targets]
    for gamma in [0.5, 2.0, 3.0]:
        hard("SoftmaxFocalDense, γ to 3", focal, cases[:: 1 if gamma == 2 else 2], gamma=gamma)
    hard("SoftmaxFocalDense, γ to 3", focal, cases[::3], gamma=2.0, smoothing=0.1)
    hard("SoftmaxFocalDense, γ = 5", focal, cases[:12], gamma=5.0)


def masked():
    nothing = float("-inf")

    def cross_entropy(x, t, unmasked_smoothing, weights=None):
        counted = [k for k in range(len(x)) if x[k].value != nothing]
        z, y = [x[k] for k in counted], counted.index(int(t[0]))
        weight = weights or [mpf(1)] * len(x)
        value = rounded((1 - unmasked_smoothing) * weight[int(t[0])] * nlp(z, y))
        each = unmasked_smoothing / len(counted)
        return value + total(rounded(each * weight[k] * nlp(z, i)) for i, k in enumerate(counted))

    rows = [
        ([17.0, nothing, 0.0, -1.5], "margin 17"),
        ([88.0, 0.0, nothing, nothing], "margin 88"),
        ([-120.0, 0.0, nothing, -110.0], "an exponential underflows beside a masked class"),
        ([0.25, nothing, nothing, nothing], "one class is left"),
        ([f32(-0.1), f32(0.2), nothing, f32(-1.3)], "ordinary"),
    ]
    for smoothing in [1e-6, 0.1]:
        name = "SoftmaxCrossEntropy, smoothing of unmasked classes"
        hard(name, cross_entropy, labelled(rows, [0]), unmasked_smoothing=smoothing)
        hard(name, cross_entropy, labelled(rows[2:3], [1, 3]), unmasked_smoothing=smoothing, weights=[1.0, 0.5, 2.0, 0.25])


def lines():
    given()
    scores()
    soft()
    masked()
