"""Losses of given probabilities, the Brier score, and ordinal ranks."""

from cases import hard, total
from classes import ROWS, labelled, miss, p
from exact import Number, above, below, f32, is_positive, log, rounded, softplus
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


def lines():
    given()
    scores()
