"""Losses of a row of logits, scores or energies."""

from cases import UNPUBLISHED, hard, total
from exact import Number, above, below, exp, f32, first_of, log, power, relu, rounded
from mpmath import mp, mpf

# Four logits: confident, tied, near each other, far out.
ROWS = [
    ([17.0, 0.0, 0.0, -1.5], "margin 17"),
    ([50.0, 0.0, -3.25, 0.0], "margin 50"),
    ([88.0, 0.0, 0.0, -1.5], "margin 88"),
    ([100.0, 0.0, 0.0, -1.5], "margin 100"),
    ([104.0, 0.0, 0.0, -1.5], "margin 104"),
    ([f32(0.3), f32(17.3), f32(-7.7), f32(0.3)], "margin 17, rounded differences"),
    ([f32(-99.9), f32(-50.1), f32(-100.3), f32(-99.9)], "margin 50, rounded differences"),
    ([0.0, 0.0, 0.0, 0.0], "all equal"),
    ([5.5, 5.5, -5.5, -5.5], "a tie"),
    ([1.0, above(1.0), below(1.0), 1.0], "1 ULP apart"),
    ([1e-45, 0.0, -1e-45, 1e-20], "subnormal"),
    ([1e38, -1e38, 1e38, 0.0], "huge"),
    ([f32(-0.1), f32(0.2), f32(0.7), f32(-1.3)], "ordinary"),
]
# Those whose logits need no rounding when they are divided.
SMALLER = ROWS[:10] + ROWS[12:]


def nlp(x, k):
    """−ln softmax(x)_k."""
    best = max(range(len(x)), key=lambda j: x[j].value)
    rest = total(exp(x[j] - x[best]) for j in range(len(x)) if j != best)
    return (x[best] - x[k]) + log1p(rest)


def log1p(x):
    return x.through(mp.log1p(x.value), 1 / (1 + x.value))


def expm1(x):
    return x.through(mp.expm1(x.value), mp.exp(x.value))


def p(x, k):
    return exp(-nlp(x, k))


def miss(x, k):
    return total(p(x, j) for j in range(len(x)) if j != k)


def labelled(rows, labels):
    return [(x, float(y), f"{why}, label {y}") for x, why in rows for y in labels]


def plain_cross_entropy():
    def cross_entropy(x, t, weights=None, smoothing=0, temperature=1):
        y, n = int(t[0]), len(x)
        z = x if temperature == 1 else [rounded(a / temperature) for a in x]
        weight = weights or [mpf(1)] * n
        if not smoothing:
            return weight[y] * nlp(z, y)
        value = rounded((1 - smoothing) * weight[y] * nlp(z, y))
        return value + total(rounded(smoothing / n * weight[k] * nlp(z, k)) for k in range(n))

    hard("SoftmaxCrossEntropy", cross_entropy, labelled(ROWS, [0, 1]))
    cases = labelled(ROWS[:6] + ROWS[8:10], [0])
    weights = [1.0, 0.5, 2.0, 0.0]
    for smoothing in [1e-6, 0.1]:
        hard("SoftmaxCrossEntropy, weights, smoothing", cross_entropy, cases, weights=weights, smoothing=smoothing)
    for temperature in [0.01, 0.3, 70.0]:
        hard("SoftmaxCrossEntropy", cross_entropy, labelled(SMALLER, [1])[::2], temperature=temperature)

    def token(x, t, upstream=1):
        return -cross_entropy(x, t)

    hard("SequenceLogProbability", token, labelled(ROWS, [0]), upstream=1.0)

    def entropies(x, t, weights=None, smoothing=0):
        n = len(x)
        weight = weights or [mpf(1)] * n
        shares = [weight[k] * ((1 - smoothing) * t[k] + smoothing / n) for k in range(n)]
        return total(rounded(share * nlp(x, k)) for k, share in enumerate(shares) if share)

    targets = [
        ([1.0, 0.0, 0.0, 0.0], "one-hot"),
        ([1.0, 1e-8, 0.0, 0.0], "nearly one-hot"),
        ([below(1.0), 6e-8, 0.0, 0.0], "nearly one-hot"),
        ([0.25, 0.25, 0.25, 0.25], "even"),
    ]
    cases = [(x, t, f"{why}, {what}") for x, why in ROWS[:4] + [ROWS[7], ROWS[9], ROWS[11]] for t, what in targets]
    hard("SoftmaxCrossEntropyDense", entropies, cases)
    hard("SoftmaxCrossEntropyDense, weights, smoothing", entropies, cases[:12], weights=weights, smoothing=0.1)

    def focal(x, t, gamma):
        y = int(t[0])
        return power(miss(x, y), gamma) * nlp(x, y)

    cases = labelled(SMALLER, [0]) + labelled(ROWS[:2] + ROWS[11:12], [1])
    for gamma in [0.0, 0.5, 2.0, 3.0]:
        hard("SoftmaxFocal, γ to 3", focal, cases if gamma else cases[:5], gamma=gamma)
    hard("SoftmaxFocal, γ = 5", focal, cases[:8], gamma=5.0)

    def generalized(x, t, q):
        return -expm1(-q * nlp(x, int(t[0]))) / q

    for q in [0.5, 1.0]:
        hard("GeneralizedCrossEntropy", generalized, labelled(SMALLER, [0, 1])[: 14 if q == 0.5 else 6], q=q)
    hard("GeneralizedCrossEntropy, small q", generalized, labelled(ROWS, [0, 1])[:16], q=1e-8)

    def poly(x, t, epsilon):
        y = int(t[0])
        return nlp(x, y) + epsilon * miss(x, y)

    hard("Poly1CrossEntropy, ε ≥ 0", poly, labelled(ROWS, [0, 1]), epsilon=2.0)
    for epsilon in [-1.0, -0.75]:
        hard("Poly1CrossEntropy, ε < 0", poly, labelled(SMALLER[:3] + SMALLER[5:], [0, 1]), epsilon=epsilon)

    def bonus(x, _):
        logs = [nlp(x, k) for k in range(len(x))]
        best = max(range(len(x)), key=lambda k: x[k].value)
        # Σ p·(−ln p): the distance to the best logit and the norm are the parts.
        parts = [rounded(rounded(p(x, k)) * (x[best] - x[k])) for k in range(len(x))]
        return -(total(parts) + rounded(logs[best]))

    hard("EntropyBonus", bonus, ROWS)


def hinges():
    def crammer_singer(x, t, margin):
        y = int(t[0])
        others = [k for k in range(len(x)) if k != y]
        best = others[first_of([x[k] for k in others])]
        return relu(rounded(margin) + rounded(x[best]) - rounded(x[y]))

    scores = [
        ([2.0, 1.0, 0.0, -1.0], 0.0, "at the kink"),
        ([2.0, above(1.0), 0.0, -1.0], 0.0, "just within"),
        ([2.0, below(1.0), 0.0, -1.0], 0.0, "just beyond"),
        ([0.0, 1.0, 1.0, 1.0], 0.0, "rivals tie"),
        ([0.0, 0.0, 0.0, 0.0], 3.0, "all equal"),
        ([16777216.0, 16777216.0, 0.0, 0.0], 0.0, "the margin is absorbed"),
        ([1e37, -1e37, 3e36, 0.0], 1.0, "huge"),
        ([f32(0.1), f32(-0.7), f32(0.6), f32(0.3)], 0.0, "ordinary"),
        ([f32(-99.9), f32(100.1), f32(0.6), f32(0.3)], 1.0, "right by far"),
    ]
    hard("CrammerSingerHinge", crammer_singer, scores, margin=1.0)
    hard("CrammerSingerHinge", crammer_singer, scores[3:], margin=f32(0.3))

    def weston_watkins(x, t, margin, p):
        y, size = int(t[0]), relu
        parts = [size(rounded(margin) - rounded(x[y]) + rounded(x[k])) for k in range(len(x)) if k != y]
        return total(rounded(part if p == 1 else part * part) for part in parts) / len(x)

    for exponent in [1.0, 2.0]:
        cases = [case for case in scores if exponent == 1 or case[2] != "huge"]
        hard("WestonWatkinsHinge", weston_watkins, cases, margin=1.0, p=exponent)

    def multi_label(x, t):
        pairs = [(j, i) for j in range(len(x)) for i in range(len(x)) if t[j] == 1 and t[i] == 0]
        return total(relu(rounded(1) - rounded(x[j]) + rounded(x[i])) for j, i in pairs) / len(x)

    sets = [[1.0, 0.0, 0.0, 1.0], [1.0, 1.0, 0.0, 0.0]]
    cases = [(x, s, why) for x, _, why in scores[:6] + scores[7:] for s in sets]
    cases += [(scores[0][0], [0.0] * 4, "no label"), (scores[0][0], [1.0] * 4, "all labels")]
    hard("MultiLabelMargin", multi_label, cases)


def divergences():
    def kl(log_t, t, x):
        return total(rounded(t[k] * (log_t[k] + nlp(x, k))) for k in range(len(x)) if t[k].value)

    def of_target(x, t):
        t = [Number(a) for a in t]
        whole = total(t)
        return kl([log(a / whole) if a.value else None for a in t], t, x)

    targets = [
        ([1.0, 0.0, 0.0, 0.0], "one-hot"),
        ([1.0, 1e-9, 0.0, 0.0], "nearly one-hot"),
        ([0.25, 0.25, 0.25, 0.25], "even"),
        ([0.5, 0.25, 0.125, 0.125], "uneven"),
    ]
    near = [f32(mp.log(a)) for a in (0.5, 0.25, 0.125, 0.125)]
    rows = ROWS[:4] + [ROWS[7], ROWS[9]] + [(near, "about the target"), ([100.0, 0.0, 200.0, -100.0], "far out")]
    cases = [(x, t, f"{why}, {what}") for x, why in rows for t, what in targets]
    hard("SoftmaxKl", of_target, cases)
    hard("SoftmaxKl, sum other than 1", of_target, [(x, [0.9, 0.7, 0.0, 0.1], why) for x, why in rows])

    def reverse(x, t):
        whole = sum(t)
        parts = [(rounded(p(x, k)), -nlp(x, k) - mp.log(t[k] / whole)) for k in range(len(x))]
        return total(rounded(q * rounded(d)) for q, d in parts)

    full = [case for case in cases if min(case[1]) > 0]
    hard("SoftmaxReverseKl", reverse, full)

    def jensen_shannon(x, t):
        value = Number(0)
        for k in range(len(x)):
            q = rounded(p(x, k))
            m = (q + t[k]) / 2
            value += rounded(q * rounded(log(q / m)) / 2)
            if t[k]:
                value += rounded(t[k] * rounded(log(t[k] / m)) / 2)
        return value

    hard("SoftmaxJensenShannon", jensen_shannon, cases)

    def distillation(x, t, temperature):
        exact = temperature in (mpf(1), mpf(2), mpf(4), mpf(0.5))
        scale = (lambda a: number_of(a) / temperature) if exact else (lambda a: rounded(number_of(a) / temperature))
        z, teacher = [scale(a) for a in x], [scale(a) for a in t]
        return temperature * temperature * kl([-nlp(teacher, k) for k in range(4)], [p(teacher, k) for k in range(4)], z)

    def number_of(a):
        return a if isinstance(a, Number) else Number(a)

    teachers = [ROWS[0], ROWS[7], ROWS[12]]
    cases = [(x, y, f"{why}; teacher: {what}") for x, why in ROWS[:3] + ROWS[7:10] + ROWS[12:] for y, what in teachers]
    hard("Distillation", distillation, cases, temperature=2.0)
    hard("Distillation", distillation, [case for case in cases if case[0] == case[1]], temperature=1.0)


def energies():
    def nll(x, t, temperature):
        z = [-(a / temperature) for a in x]
        return nlp(z, int(t[0]))

    for temperature in [1.0, 0.25]:
        hard("EnergyNll", nll, labelled(SMALLER, [1, 2])[:: 1 if temperature == 1 else 2], temperature=temperature)

    def margin_loss(x, t, margin=0):
        y = int(t[0])
        others = [k for k in range(len(x)) if k != y]
        rival = others[first_of([x[k] for k in others], -1)]
        return relu(rounded(margin) + rounded(x[y]) - rounded(x[rival]))

    rows = [ROWS[3], *ROWS[5:]]
    UNPUBLISHED.extend(["EnergyPerceptron", "EnergyHinge", "ContrastiveDivergence"])
    hard("EnergyPerceptron", margin_loss, labelled(rows, [0, 1]))
    kinks = [([0.0, 1.0, 2.0, 3.0], "at the kink")]
    kinks += [([0.0, above(1.0), 2.0, 3.0], "just beyond"), ([0.0, below(1.0), 2.0, 3.0], "just within")]
    hard("EnergyHinge", margin_loss, labelled(kinks + rows, [0]), margin=1.0)

    def contrastive(x, _, regularization):
        value = rounded(x[0]) - rounded(x[1])
        if regularization:
            value += rounded(regularization * x[0] * x[0]) + rounded(regularization * x[1] * x[1])
        return value

    pairs = [
        ([above(1.0), 1.0], "1 ULP apart"),
        ([f32(-1.6666666), f32(1.6666666)], "at the minimum"),
        ([0.0, 0.0], "zero"),
        ([1e-45, -1e-45], "subnormal"),
        ([16777216.0, f32(0.3)], "the difference is rounded"),
        ([1e19, -1e19], "huge"),
        ([f32(0.3), f32(-7.7)], "ordinary"),
        ([3.0, 3.0], "equal"),
    ]
    hard("ContrastiveDivergence", contrastive, pairs, regularization=0.0)
    hard("ContrastiveDivergence, regularised", contrastive, pairs, regularization=f32(0.3))

    def free(x, _, temperature):
        best = first_of(x, -1)
        rest = log1p(total(exp((x[best] - a) / temperature) for k, a in enumerate(x) if k != best))
        return rounded(x[best]) - rounded(temperature * rest)

    for temperature in [1.0, 0.25]:
        hard("free_energy", free, ROWS[:: 1 if temperature == 1 else 2], temperature=temperature)
    hard("free_energy", free, [([f32(mp.log(4))] * 4, "about 0")], temperature=1.0)


def costs():
    matrix = [0.0, 1.0, 2.5, 7.0, 5000.0, 0.0, 1.0, 3.0, 0.5, 3.0, -1.0, 2.0, 1.0, 1.0, 1.0, 1.0]

    def expected(x, t, costs):
        y = int(t[0])
        row = costs[4 * y : 4 * y + 4]
        best = max(x, key=lambda a: a.value)
        weights = [rounded(exp(a - best)) for a in x]
        return total(rounded(w * cost) for w, cost in zip(weights, row)) / total(weights)

    hard("ExpectedCost", expected, labelled(ROWS, [0, 1]), costs=matrix)
    hard("ExpectedCost", expected, labelled(ROWS[:3] + ROWS[8:10], [2, 3]), costs=matrix)


def lines():
    plain_cross_entropy()
    hinges()
    divergences()
    energies()
    costs()
