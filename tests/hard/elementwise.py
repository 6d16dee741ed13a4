"""Losses of one prediction and one target."""

from cases import UNPUBLISHED, hard, total
from exact import (
    Number, above, absolute, below, cos, exp, f32, first_of, is_positive, log, mp, mpf, relu, rounded, softplus, sqrt,
)

MARGINS = [17.0, 50.0, 88.0, 100.0, 104.0]

# Errors r = p − t that are hard for squares and roots: cancelling, tiny, huge.
ERRORS = [
    (above(1.0), 1.0, "1 ULP apart"),
    (below(1.0), 1.0, "half an ULP of 1 apart"),
    (above(0.1), 0.1, "1 ULP apart"),
    (16777216.0, 1.0, "the difference is rounded"),
    (100.25, -33.3, "the difference is rounded"),
    (0.7, 0.7, "equal"),
    (0.0, -0.0, "equal zeros"),
    (1e-19, 0.0, "the square is about the smallest normal number"),
    (3e-20, 0.0, "the square is subnormal"),
    (1e-45, 0.0, "the square vanishes"),
    (1.8e19, 0.0, "the square is about the largest number"),
    (3e38, 0.0, "nearly the largest number"),
    (-3.25, 0.6, "ordinary"),
    (0.99999994, 0.0, "just below 1"),
    (1e-4, 0.0, "small"),
]


def worst(target, *predictions):
    """The predictions whose value or slope was the furthest off in the crate, along the whole line."""
    return [(x, target, "the worst along the line") for x in predictions]


def regression():
    def squared(x, t):
        r = x[0] - t[0]
        return r * r

    hard("SquaredError", squared, [e for e in ERRORS if e[0] != 3e38])
    hard("SquaredError", squared, [(3e38, 0.0, "the square overflows"), (1.3, 1e-7, "the target is absorbed")])

    hard("SquaredError", squared, worst(1.0, 0.29301187))

    def absolute_error(x, t):
        return absolute(x[0] - t[0])

    hard("AbsoluteError", absolute_error, ERRORS)

    def huber(x, t, delta):
        a = absolute(x[0] - t[0])
        return delta * (a - delta / 2) if is_positive(a - delta) else a * a / 2

    def around(kink):
        return [
            (kink, 0.0, "at the kink"),
            (below(kink), 0.0, "just within"),
            (above(kink), 0.0, "just beyond"),
            (-kink, 0.0, "at the other kink"),
            (1.5 * kink, 0.0, "beyond"),
        ]

    for delta in [1.0, f32(0.1), 1e10]:
        hard("Huber", huber, around(delta), delta=delta)
    few = [e for e in ERRORS if e[0] not in (1.8e19,)] + worst(0.0, 2.7564332) + worst(1.0, 0.29688123)
    hard("Huber", huber, few, delta=1.345)
    hard("Huber", huber, [(3e38, 0.0, "the product is about the largest number"), (1e-30, 0.0, "small")], delta=1e-30)
    for beta in [1.0, f32(0.1), 1e-20]:
        hard("SmoothL1", lambda x, t, beta: huber(x, t, beta) / beta, around(beta), beta=beta)
    hard("SmoothL1", lambda x, t, beta: huber(x, t, beta) / beta, few, beta=0.3)

    def pseudo(x, t, delta):
        z = (x[0] - t[0]) / delta
        return delta * delta * (sqrt(1 + z * z) - 1)

    for delta in [1.0, 0.3]:
        ratios = [1e-4, -1e-3, 1e-10, 0.5, above(1.0), 30.0, 999.0, 1e6, 1.0001e6, 1e10, -1e19]
        hard("PseudoHuber", pseudo, [(r * delta, 0.0, f"{r:g} times δ") for r in ratios], delta=delta)
    hard("PseudoHuber", pseudo, [(3e38, 0.0, "nearly the largest number")] + ERRORS[:3], delta=1.0)
    hard("PseudoHuber", pseudo, worst(0.0, -0.17003247, 257.04395) + worst(1.0, -0.06278986, 0.42951968), delta=1.0)
    hard("PseudoHuber", pseudo, worst(0.0, 6064.1563, 22.447863) + worst(1.0, 5694.6626, 0.46464035), delta=1.345)
    hard("PseudoHuber", pseudo, [(1e-19, 0.0, "tiny δ"), (1e-10, 0.0, "far beyond a tiny δ")], delta=1e-18)

    def general_robust(x, t, alpha, scale):
        u = (x[0] - t[0]) / scale
        square = u * u
        if alpha == 2:
            return square / 2
        if mp.isinf(alpha):
            return 1 - exp(-square / 2)
        gap = 2 - alpha
        log_1p = log(1 + square / gap)
        return log_1p if alpha == 0 else gap / alpha * (exp(alpha / 2 * log_1p) - 1)

    UNPUBLISHED.append("GeneralRobust")
    for alpha in [2.0, 1.0, 0.5, 0.0, -2.0, -mp.inf]:
        some = [(0.7, 0.7, "equal"), (1e-4, 0.0, "small"), (above(0.1), 0.1, "1 ULP apart"), (-3.25, 0.6, "ordinary")]
        hard("GeneralRobust", general_robust, some, alpha=alpha, scale=1.5)
    for alpha in [1.99, 0.5, 0.01, 0.0, -0.5]:
        hard("GeneralRobust", general_robust, [(1e9, 0.0, "far"), (3e30, 0.0, "u² overflows")], alpha=alpha, scale=0.3)

    def log_cosh(x, t):
        a = absolute(x[0] - t[0])
        return softplus(-2 * a) + a - mp.log(2)

    near = [1e-4, -3e-4, 1e-3, 3e-3, 1e-2, -3e-2, 0.1, 0.3, 0.4, 0.55, 0.75, 1.0, 1e-10, 1.1e-19]
    hard("LogCosh", log_cosh, [(r, 0.0, "near 0") for r in near])
    far = [5.0, 8.0, 9.01, 17.0, 44.0, 88.0, -89.0, 1e4, 3e38]
    hard("LogCosh", log_cosh, [(r, 0.0, "far from 0") for r in far])
    hard("LogCosh", log_cosh, [*ERRORS[:3], (0.0, 0.0, "at 0"), (1e-45, 0.0, "the square vanishes")])

    hard("LogCosh", log_cosh, worst(0.0, 0.7300885, 1.2055259) + worst(1.0, 7.0372038e-3, -2.7895595e-3))

    def pinball(r, tau):
        return absolute(r) * ((1 - tau) if is_positive(r) else tau)

    def quantile(x, t, tau):
        return pinball(x[0] - t[0], tau)

    some = [e for e in ERRORS if e[0] not in (1.8e19,)]
    for tau in [0.9, 0.01]:
        hard("Quantile", quantile, some[:6] + some[-4:], tau=tau)

    def expectile(x, t, tau):
        r = x[0] - t[0]
        return r * r * ((1 - tau) if is_positive(r) else tau)

    for tau in [0.9, 0.01]:
        hard("Expectile", expectile, [e for e in ERRORS if e[0] not in (3e38, 1.8e19)], tau=tau)
    hard("Expectile", expectile, [(1.8e19, 0.0, "about the largest number")], tau=0.9)

    def insensitive(x, t, epsilon):
        return relu(absolute(x[0] - t[0]) - epsilon)

    def squared_insensitive(x, t, epsilon):
        excess = insensitive(x, t, epsilon)
        return excess * excess

    zone = [
        (above(1.0), f32(0.9), "the difference rounds across the edge"),
        (16777216.0, 1.0, "the difference is rounded"),
        (100.25, -33.3, "the difference is rounded"),
        (-3.25, 0.6, "ordinary"),
        (0.7, 0.7, "equal"),
        (1e-45, 0.0, "tiny"),
    ]
    for epsilon in [0.1, 1.0]:
        edges = [(f32(epsilon), 1e-9, "the edge, but for less than an ULP"), (f32(epsilon), -1e-9, "an ULP of nothing beyond")]
        edges += [(-f32(epsilon), -1e-9, "the other edge"), (-f32(epsilon), 1e-9, "just beyond the other edge")]
        hard("EpsilonInsensitive", insensitive, around(epsilon) + edges + zone, epsilon=epsilon)
        hard("SquaredEpsilonInsensitive", squared_insensitive, around(epsilon) + edges + zone, epsilon=epsilon)
    hard("EpsilonInsensitive", insensitive, [*ERRORS[:5], (3e38, 0.0, "huge"), (0.0, -0.0, "equal zeros")], epsilon=0.0)
    far = [(2.5e38, -2.5e38, "the difference overflows, the loss does not"), (1.9e38, -1e38, "nearly the threshold")]
    hard("EpsilonInsensitive", insensitive, far, epsilon=2.6e38)

    def periodic(x, t, period):
        # Whole periods are taken off exactly: mpmath's numbers have 200 digits.
        turns = (x[0] - t[0]) / period
        return 1 - cos(2 * mp.pi * (turns - mp.nint(turns.value)))

    for period in [1.0, 360.0, f32(6.2831855)]:
        rows = [
            (0.5 * period, 0.0, "half a period: the maximum"),
            (below(0.5 * period), 0.0, "just before the maximum"),
            (above(0.5 * period), 0.0, "just behind the maximum"),
            (below(0.25 * period), 0.0, "just before a quarter"),
            (above(0.25 * period), 0.0, "just behind a quarter"),
            (period, 0.0, "a whole period"),
            (above(period), 0.0, "just more than a period"),
            (below(-3 * period), 0.0, "just more than three periods back"),
            (above(1e6 * period), -1e-3, "many periods"),
            (1.2345678e30, 0.1, "more periods than digits"),
            (3.4e38, -3.4e38, "the difference overflows"),
            (0.1, 0.1, "equal"),
            (above(0.1), 0.1, "1 ULP apart"),
            (1e-4 * period, 0.0, "small"),
            (1e-25, 0.0, "the square vanishes"),
            (3e-40, 0.0, "subnormal"),
            (-0.3 * period, 0.15 * period, "ordinary"),
        ]
        hard("Periodic", periodic, rows, period=period)
    hard("Periodic", periodic, [(1e-45, 0.0, "subnormal"), (3e-39, 0.0, "subnormal"), (1e38, 0.0, "far")], period=1e-6)

    def quantiles(x, t, taus, crossing_penalty):
        value = total(pinball(q - t[0], tau) for q, tau in zip(x, taus))
        return value + total(crossing_penalty * relu(a - b) for a, b in zip(x, x[1:]))

    rows = [
        ([1.0, 2.0, 3.0], 2.0, "a tie"),
        ([3.0, 2.0, 1.0], 2.5, "all cross"),
        ([1.0, 1.0, 1.0], 1.0, "all equal"),
        ([1.0, below(1.0), below(below(1.0))], 0.0, "cross by an ULP"),
        ([-1e-45, 0.0, 1e-45], 0.0, "subnormal"),
        ([1e-38, -2e-38, 3e-38], 0.0, "about the smallest normal number"),
        ([-1e37, 2e37, 1e37], 3e36, "huge"),
        ([0.3, 0.6, 0.8], 0.7, "ordinary"),
        ([0.3, 0.6, 0.5], 16777216.0, "the differences are rounded"),
    ]
    for penalty in [0.0, 1.7]:
        hard("Quantiles", quantiles, rows, taus=[0.1, 0.5, 0.9], crossing_penalty=penalty)


def binary():
    def cross_entropy(x, t, positive_weight=1, smoothing=0):
        y = t[0] * (1 - smoothing) + smoothing / 2
        complement = (1 - t[0]) * (1 - smoothing) + smoothing / 2
        yes, no = softplus(-x[0]), softplus(x[0])
        if positive_weight != 1:
            yes = rounded(yes)
        return rounded(positive_weight * y * yes) + rounded(complement * no)

    sure = [(s * m, y, f"margin {m:g}") for m in [16.7, *MARGINS] for s in (1, -1) for y in (0.0, 1.0)]
    extremes = [(s * m, y, "far out") for m in [1e-45, 1e4, 3e38] for s in (1, -1) for y in (0.0, 1.0)]
    hard("SigmoidCrossEntropy, hard labels", cross_entropy, sure)
    hard("SigmoidCrossEntropy, hard labels", cross_entropy, extremes)
    # The worst of all 2³².
    found = worst(0.0, -1.2648917, -4.157294) + worst(1.0, 1.2648917, 4.157294)
    hard("SigmoidCrossEntropy, hard labels", cross_entropy, found)
    soft = [
        (0.0, 0.5, "the gradient is 0"),
        (f32(0.8472979), 0.7, "σ(x) is about y"),
        (f32(-2.1972246), 0.1, "σ(x) is about y"),
        (f32(-13.815509), 1e-6, "σ(x) is about y"),
        (f32(13.815510), below(1.0), "a target just below 1"),
        (f32(-80.0), 1.8e-35, "σ(x) is about y"),
        (40.0, below(1.0), "a target just below 1"),
        (-40.0, 1e-18, "a target just above 0"),
        (-100.0, 1e-45, "a subnormal target"),
        (17.0, 0.5, "confident"),
        (-104.0, 0.25, "confident"),
        (88.0, 0.999, "confident"),
        (3e38, 1e-3, "far out"),
    ]
    hard("SigmoidCrossEntropy, soft labels", cross_entropy, soft)
    weighted = [(-1.0, 1.0, "a costly miss"), (100.0, 1.0, "confident"), (-88.0, 0.0, "confident"), (0.0, 0.3, "soft")]
    for options in [{"positive_weight": 2500.0}, {"positive_weight": 3.0, "smoothing": 0.1}, {"smoothing": 1e-6}]:
        hard("SigmoidCrossEntropy, weight, smoothing", cross_entropy, weighted, **options)

    def per_output(x, t, positive_weights, weights=None):
        weights = weights or [mpf(1)] * 4
        parts = [cross_entropy([a], [y], w) for a, y, w in zip(x, t, positive_weights)]
        return total(w * part for w, part in zip(weights, parts)) / 4

    labels = [
        ([17.0, -17.0, 50.0, 88.0], [1.0, 0.0, 1.0, 0.0], "margins"),
        ([-100.0, 104.0, 0.0, 1e-45], [1.0, 1.0, 0.0, 0.0], "confident"),
        ([3e38, -3e38, -3e38, 3e38], [1.0, 0.0, 0.0, 1.0], "far out"),
        ([f32(0.8472979), 40.0, -40.0, 1.5], [0.7, below(1.0), 1e-18, 0.25], "soft labels"),
        ([f32(-0.1), f32(0.2), f32(0.7), f32(-1.3)], [1.0, 0.0, 1.0, 1.0], "ordinary"),
    ]
    hard("SigmoidCrossEntropy, per output", per_output, labels, positive_weights=[1.0, 3.0, 2500.0, 0.0])
    both = {"positive_weights": [0.5, 2.0, 1.0, 1.0], "weights": [1.0, 0.0, 1e-3, 7.0]}
    hard("SigmoidCrossEntropy, per output", per_output, labels, **both)

    def focal(x, t, gamma, alpha=None):
        positive, negative = (1, 1) if alpha is None else (alpha, 1 - alpha)

        def side(u):
            return exp(-gamma * softplus(u)) * softplus(-u)

        return rounded(positive * t[0] * side(x[0])) + rounded(negative * (1 - t[0]) * side(-x[0]))

    out = [(s * m, y, f"margin {m:g}") for m in [29.0, *MARGINS] for s, y in ((1, 1.0), (-1, 1.0), (1, 0.0))]
    for gamma in [0.5, 2.0, 5.0]:
        hard("SigmoidFocal", focal, out, gamma=gamma)
    hard("SigmoidFocal", focal, out[:6] + [(0.0, 1.0, "at 0"), (3e38, 0.0, "far out"), (-3e38, 0.0, "far out")], gamma=0.0)
    hard("SigmoidFocal", focal, [(2.0, 1.0, "ordinary"), (-7.0, 1.0, "wrong"), (40.0, 0.0, "wrong")], gamma=2.0, alpha=0.25)
    found = {0.5: [-4.704041, -2.5654423, 3.8042295, 5.3802996], 2.0: [-5.1043334, -8.269151, 9.482849, 6.153311]}
    for gamma, (a, b, c, d) in found.items():
        hard("SigmoidFocal", focal, worst(0.0, a, b) + worst(1.0, c, d), gamma=gamma)
    hard("SigmoidFocal, soft labels", focal, soft[:5] + soft[9:12], gamma=2.0)
    hard("SigmoidFocal, soft labels", focal, soft[:5] + soft[9:12], gamma=0.5)

    def smoothed(x, t, gamma, smoothing):
        return (1 - smoothing) * focal(x, t, gamma) + smoothing * focal(x, [mpf(1) / 2], gamma)

    for smoothing in [1e-6, 0.1]:
        hard("SigmoidFocal, smoothed", smoothed, out[:8], gamma=2.0, smoothing=smoothing)

    def hinge(x, t):
        return relu(1 - t[0] * x[0])

    kinks = [
        (1.0, 1.0, "at the kink"),
        (below(1.0), 1.0, "just within"),
        (above(1.0), 1.0, "just beyond"),
        (-1.0, -1.0, "at the other kink"),
        (-below(1.0), -1.0, "just within the other"),
        (-17.25, 1.0, "wrong"),
        (1e-9, 1.0, "absorbed by 1"),
        (-1e-45, -1.0, "subnormal"),
        (16777216.0, -1.0, "1 is absorbed"),
        (1.7e19, -1.0, "huge"),
    ]
    hard("Hinge", hinge, [*kinks, (3e38, -1.0, "nearly the largest number")])
    found = worst(-1.0, 0.41397625) + worst(1.0, 0.29301187)
    hard("SquaredHinge", lambda x, t: hinge(x, t) * hinge(x, t), kinks + found)

    def perceptron(x, t):
        return relu(-t[0] * x[0])

    hard("Perceptron", perceptron, [*kinks, (3e38, -1.0, "nearly the largest number")])

    def modified_huber(x, t):
        margin = t[0] * x[0]
        shortfall = relu(1 - margin)
        return -4 * margin if is_positive(-1 - margin) else shortfall * shortfall

    other = [
        (-1.0, 1.0, "at the end of the curve"),
        (above(1.0), -1.0, "just beyond its end"),
        (below(1.0), -1.0, "just before its end"),
        (3e38, -1.0, "the loss overflows"),
        (8e37, -1.0, "nearly the largest number"),
    ]
    hard("ModifiedHuber", modified_huber, kinks[:6] + kinks[6:9] + other + found)

    def smoothed_hinge(x, t, gamma):
        q = relu(1 - t[0] * x[0])
        return q - gamma / 2 if is_positive(q - gamma) else q * q / (2 * gamma)

    for gamma in [1.0, 0.3, 1e10]:
        ends = [(-1.5 * gamma, 1.0, "beyond the curve")]
        if gamma != 1:
            end = f32(1 - f32(gamma))
            ends += [(x, 1.0, "about the end of the curve") for x in (end, above(end), below(end))]
        hard("SmoothedHinge", smoothed_hinge, kinks + ends, gamma=gamma)
    hard("SmoothedHinge", smoothed_hinge, [(3e38, -1.0, "nearly the largest number"), (2.7e38, -1.0, "huge")], gamma=2.9e38)

    def bernoulli(x, t, floor):
        def log_of(q):
            return log(q) if is_positive(q - floor) else (q - floor) / floor + log(floor)

        return rounded(-t[0] * log_of(x[0])) + rounded(-(1 - t[0]) * log_of(1 - x[0]))

    ps = [0.5, 1e-7, 1e-10, below(1.0), f32(0.9999), 0.25, 0.75, f32(0.99999), above(0.5)]
    hard("BernoulliNll", bernoulli, [(p, y, "a probability") for p in ps for y in (0.0, 1.0)], floor=1e-12)
    edges = [(0.0, 1.0, "below the floor"), (1.0, 0.0, "below the floor"), (0.0, 0.0, "right"), (1.0, 1.0, "right")]
    hard("BernoulliNll", bernoulli, edges, floor=1e-12)
    hard("BernoulliNll", bernoulli, worst(0.0, 0.2931077, 0.29171118, 0.49702743) + worst(1.0, 0.6340027), floor=1e-12)
    soft = [(0.7, 0.7, "p is y"), (1e-6, 1e-6, "p is y"), (0.009, 0.3, "below the floor"), (0.995, 0.3, "below the floor")]
    hard("BernoulliNll, soft labels, floor", bernoulli, [*soft, (0.3, below(1.0), "a target just below 1")], floor=0.01)

    def hinge_embedding(x, t, margin):
        return x[0] if t[0] > 0 else relu(margin - x[0])

    for margin in [1.0, 0.3]:
        m = f32(margin)
        rows = [(m, -1.0, "at the kink"), (below(m), -1.0, "just within"), (above(m), -1.0, "just beyond")]
        rows += [(1e-45, 1.0, "subnormal"), (3e38, 1.0, "huge"), (-3e38, -1.0, "huge"), (1e-9, -1.0, "absorbed")]
        hard("HingeEmbedding", hinge_embedding, rows, margin=margin)


def likelihood():
    def gaussian(x, t, full):
        d, s = x[0] - t[0], x[1]
        constant = mp.log(2 * mp.pi) / 2 if full else 0
        return rounded(s / 2) + rounded(d * d * exp(-s) / 2) + rounded(constant)

    rows = [
        ([1.0, 0.0], 0.0, "r² is the variance"),
        ([f32(1.6487212), 1.0], 0.0, "r² is about the variance"),
        ([2.0, f32(1.3862944)], 0.0, "r² is about the variance"),
        ([0.5, 0.0], 0.5, "no error"),
        ([above(1.0), -30.0], 1.0, "1 ULP apart, and sure"),
        ([1e-10, -46.0], 0.0, "a tiny variance"),
        ([3.0, 88.0], 0.0, "a huge variance"),
        ([3.0, 104.0], 0.0, "a huge variance"),
        ([1e19, 87.0], 0.0, "a huge error of a huge variance"),
        ([1e-19, -80.0], 0.0, "a tiny error of a tiny variance"),
        ([100.0, -17.0], -100.0, "far out"),
        ([1e-30, 100.0], 0.0, "the quotient vanishes"),
    ]
    for full in [0.0, 1.0]:
        hard("GaussianNll", gaussian, rows, full=full)

    def laplace(x, t, full):
        s = x[1]
        return rounded(s) + rounded(absolute(x[0] - t[0]) * exp(-s)) + rounded(mp.log(2) if full else 0)

    for full in [0.0, 1.0]:
        hard("LaplaceNll", laplace, [row for row in rows if row[0][0] != 1e-30], full=full)

    def floored(likelihood):
        # At the floor and below, s is a constant.
        def of(x, t, floor):
            return likelihood([x[0], x[1] if is_positive(x[1] - floor) else Number(floor)], t, 0)

        return of

    around = [([0.75, s], 0.25, why) for s, why in [(-2.0, "at the floor"), (below(-2.0), "just above"), (above(-2.0), "just below")]]
    for name, likelihood in [("GaussianNll", gaussian), ("LaplaceNll", laplace)]:
        hard(f"{name}, floor", floored(likelihood), around, floor=-2.0)
        hard(f"{name}, floor", floored(likelihood), rows[:8], floor=f32(-13.815511))

    def gamma(x, t):
        return rounded(x[0]) + rounded(t[0] * exp(-x[0]))

    means = [
        (0.0, 1.0, "the mean is the target"),
        (f32(1.0986123), 3.0, "about the mean"),
        (f32(-13.815511), 1e-6, "about a tiny mean"),
        (-1.0, f32(0.36787945), "about the mean, and the loss is about 0"),
        (-100.0, 1e-30, "the exponential overflows, the loss does not"),
        (95.0, 3e38, "a huge target"),
        (-17.0, 0.0, "nothing"),
        (104.0, 2.0, "a huge mean"),
        (1e-9, 1.0, "nearly the target"),
        (2.5, 1e-20, "a tiny target"),
    ]
    hard("GammaNll", gamma, means)

    def poisson(x, t, full):
        value = rounded(exp(x[0])) - rounded(t[0] * x[0])
        if full and t[0] > 1:
            value += rounded(t[0] * mp.log(t[0])) - rounded(t[0]) + rounded(mp.log(2 * mp.pi * t[0]) / 2)
        return value

    counts = [
        (f32(1.0986123), 3.0, "the rate is about the count"),
        (f32(4.6051702), 100.0, "the rate is about the count"),
        (0.0, 1.0, "the rate is the count"),
        (88.0, 3.0, "a huge rate"),
        (-50.0, 0.0, "a tiny rate"),
        (-104.0, 0.0, "a subnormal rate"),
        (-17.0, 2.0, "a tiny rate"),
        (16.0, 8886110.0, "a large count"),
        (1e-9, 1.0, "nearly the count"),
        (2.5, 1e-20, "a tiny count"),
    ]
    found = worst(0.0, 17.714714) + worst(3.0, 3.8394096, 17.003506)
    hard("PoissonNll", poisson, counts + found, full=0.0)
    hard("PoissonNll, full", poisson, [case for case in counts if case[1] >= 1], full=1.0)


def decisions():
    # `lambda` is a keyword of Python: it is passed in a dictionary.
    def averse(x, t, **given):
        return (given["lambda"] if is_positive(x[0] - t[0]) else 1) * absolute(x[0] - t[0])

    def squared(x, t, **given):
        r = x[0] - t[0]
        return (given["lambda"] if is_positive(r) else 1) * r * r

    rows = [e for e in ERRORS if e[0] not in (3e38, 1.8e19)]
    rows += [(-e[0], -e[1], e[2]) for e in rows[:4]]
    hard("LossAverseSquaredError", squared, rows, **{"lambda": 2.25})
    hard("LossAverseAbsoluteError", averse, rows, **{"lambda": 2.25})
    hard("LossAverseSquaredError", squared, [(1.8e19, 0.0, "about the largest number")], **{"lambda": 0.3})
    hard("LossAverseAbsoluteError", averse, [(3e38, 0.0, "nearly the largest number")], **{"lambda": 0.3})


def adversarial():
    kinds = ["minimax", "non-saturating", "least squares", "hinge", "Wasserstein"]

    def square(r):
        return r * r / 2

    def discriminator(x, t, gan, smoothing=0):
        goal = (1 - smoothing) if t[0] == 1 else 0
        side = -x[0] if t[0] == 1 else x[0]
        return {
            0: lambda: rounded(goal * softplus(-x[0])) + rounded((1 - goal) * softplus(x[0])),
            1: lambda: rounded(goal * softplus(-x[0])) + rounded((1 - goal) * softplus(x[0])),
            2: lambda: square(x[0] - (rounded(goal) if smoothing else goal)),
            3: lambda: relu(1 + side),
            4: lambda: side,
        }[int(gan)]()

    def generator(x, t, gan):
        return {
            0: lambda: -softplus(x[0]),
            1: lambda: softplus(-x[0]),
            2: lambda: square(x[0] - 1),
            3: lambda: -x[0],
            4: lambda: -x[0],
        }[int(gan)]()

    logits = [17.0, -50.0, 88.0, -100.0, 104.0, 1e-9, below(1.0), 1.0, above(1.0), -1.0]
    variants = ["minimax, non-saturating", "minimax, non-saturating", "least squares", "hinge", "Wasserstein"]
    of_generator = ["minimax", "non-saturating", "least squares", "hinge, Wasserstein", "hinge, Wasserstein"]
    UNPUBLISHED.append("GanGenerator")
    for gan, kind in enumerate(kinds):
        cases = [(x, real, f"{kind}, logit {x:g}") for x in logits for real in (0.0, 1.0)]
        hard(f"GanDiscriminator, {variants[gan]}", discriminator, cases[: 20 if gan < 4 else 4], gan=float(gan))
        cases = [(x, f"{kind}, logit {x:g}") for x in logits[: 10 if gan < 3 else 2]]
        hard(f"GanGenerator, {of_generator[gan]}", generator, cases, gan=float(gan))
    smooth = [(f32(2.1972246), 1.0, "σ(x) is about the goal"), (17.0, 1.0, "sure"), (-88.0, 1.0, "wrong"), (0.9, 1.0, "the goal")]
    for gan in [1.0, 2.0]:
        hard("GanDiscriminator, label smoothing", discriminator, smooth, gan=gan, smoothing=f32(0.1))


def policies():
    def ratio(x):
        # Linear beyond 20, the bound of the log-ratio.
        return mp.exp(20) * (1 + x - 20) if is_positive(x - 20) else exp(x)

    def ppo(x, t, low, high, dual=None):
        old, advantage = t
        r = ratio(rounded(x[0] - old))
        plain = r * advantage
        clipped = advantage * (1 - low if is_positive((1 - low) - r) else 1 + high if is_positive(r - (1 + high)) else r)
        objective = [plain, clipped][first_of([plain, clipped], -1)]
        if dual is not None and advantage < 0:
            objective = [objective, Number(dual * advantage)][first_of([objective, Number(dual * advantage)])]
        return -objective

    rows = [
        (-1.0, [-1.0, 1.0], "ratio 1"),
        (-1.0, [-1.3, 1.0], "clipped above"),
        (-1.3, [-1.0, 1.0], "below, not clipped"),
        (-1.0, [-1.3, -1.0], "above, not clipped"),
        (-1.3, [-1.0, -1.0], "clipped below"),
        (-1.0, [-1.22313, 1.0], "just below the clip"),
        (-1.0, [-1.22316, 1.0], "just beyond the clip"),
        (-1.0, [-18.0, -2.5], "a large ratio"),
        (-18.0, [-1.0, 2.5], "a tiny ratio"),
        (-104.0, [-1.0, 1.0], "a subnormal ratio"),
        (-1.0, [-60.0, -1.0], "beyond the bound"),
        (-1.0, [-60.0, 0.0], "no advantage"),
        (-1e-9, [-1.0, -1e-30], "a tiny advantage"),
        (above(-1.0), [-1.0, 1.0], "1 ULP apart"),
    ]
    hard("Ppo", ppo, rows, low=0.25, high=0.25)
    hard("Ppo, asymmetric, dual clip", ppo, rows, low=0.25, high=0.5, dual=3.0)

    def policy_gradient(x, t):
        action, advantage = int(t[0]), t[1]
        rest = total(exp(x[k] - x[action]) for k in range(4) if k != action)
        return advantage * log(1 + rest)

    choices = [
        ([2.0, -1.0, 0.5, 0.0], [0, 1.0], "ordinary"),
        ([2.0, -1.0, 0.5, 0.0], [1, -2.5], "an unlikely action that went badly"),
        ([40.0, 0.0, -1.5, 0.25], [0, 1.0], "nearly certain"),
        ([80.0, 0.0, -1.5, 0.25], [0, -1.0], "nearly certain"),
        ([100.0, 0.0, 1.0, 2.0], [1, 0.25], "nearly impossible"),
        ([0.0, 0.0, 0.0, 0.0], [3, -1e-30], "a tiny advantage"),
        ([1.0, above(1.0), 1.0, below(1.0)], [1, 3.0], "nearly even"),
        ([1e4, -1e4, 0.0, 5.0], [1, 1000.0], "far apart"),
        ([2.0, -1.0, 0.5, 0.0], [2, 0.0], "no advantage"),
    ]
    hard("Reinforce", policy_gradient, choices)

    def clipped_value(x, t, epsilon):
        old, outcome = t
        low, high = old - epsilon, old + epsilon
        if is_positive(x[0] - high):
            clipped = Number(high)
        elif is_positive(low - x[0]):
            clipped = Number(low)
        else:
            clipped = x[0]
        error, bounded = x[0] - outcome, rounded(clipped) - outcome
        worst = [error, bounded][first_of([error * error, bounded * bounded])]
        return worst * worst / 2

    rows = [
        (1.0, [1.0, 0.0], "not clipped"),
        (2.0, [1.0, 0.0], "beyond the clip, and worse"),
        (2.0, [1.0, 3.0], "beyond the clip, and better"),
        (-2.0, [1.0, -3.0], "below the clip, and better"),
        (above(1.0), [1.0, 1.0], "1 ULP apart"),
        (0.3, [0.3, 0.3], "no error"),
        (16777216.0, [1.0, 0.3], "the difference is rounded"),
        (1e19, [1e19, 3.0], "huge"),
        (1e-20, [0.0, 0.0], "the square is subnormal"),
        (1.5, [1.0, 0.0], "at the clip"),
    ]
    hard("ClippedValue", clipped_value, rows, epsilon=0.5)

    def penalty(x, t, estimator):
        d = rounded(x[0] - t[0])
        return {
            1: lambda: d,
            2: lambda: d * d / 2,
            3: lambda: ratio(-d) - 1 + d,
        }[int(estimator)]()

    rows = [
        (above(-1.0), -1.0, "1 ULP apart"),
        (below(-1.0), -1.0, "half an ULP of 1 apart"),
        (-1.0, -1.0, "equal"),
        (-1.0, f32(-1.0001), "near"),
        (-1.0, f32(-1.01), "near"),
        (-1.01, -1.0, "near"),
        (-1.5, -1.0, "a half apart"),
        (-1.0, -20.0, "certain beside the reference"),
        (-20.0, -1.0, "about the bound"),
        (-60.0, -1.0, "beyond the bound"),
        (-100.0, -0.001, "far beyond the bound"),
        (-1e-20, 0.0, "tiny"),
    ]
    for estimator in [1, 2, 3]:
        hard(f"KlPenalty, k{estimator}", penalty, rows, estimator=float(estimator))
    hard("KlPenalty, k3", penalty, worst(0.0, -1.11227, -0.40130773), estimator=3.0)


def lines():
    regression()
    binary()
    likelihood()
    decisions()
    adversarial()
    policies()
