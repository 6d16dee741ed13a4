"""Losses of embeddings, alone and by the batch; of latent codes, regions and sequences."""

from itertools import product

from cases import UNPUBLISHED, hard, total
from classes import ROWS, expm1, log1p, miss, nlp, p
from exact import (
    Number, above, below, exp, f32, is_positive, log, mp, norm, relu, rounded, sigmoid, softplus,
)

# A vector shorter than the smallest normal number has no direction.
SHORTEST = mp.mpf(2) ** -126


def parts(x, size=3):
    return [x[i : i + size] for i in range(0, len(x), size)]


def difference(x, y):
    return [a - b for a, b in zip(x, y)]


def direction(x):
    length = norm(x)
    # The scale by which rounding the length, or a coordinate, moves a coordinate.
    return [rounded(a / length) for a in x] if is_positive(length - SHORTEST) else [Number(0)] * len(x)


def dot(x, y):
    return total(a * b for a, b in zip(x, y))


def pairs_and_triplets():
    def contrastive(x, t, margin):
        d = rounded(norm(difference(*parts(x))))
        shortfall = relu(margin - d)
        return d * d if t[0] == 1 else shortfall * shortfall

    pairs = [
        ([1.0, 2.0, 3.0, 1.0, 2.0, 3.0], "equal"),
        ([1.0, 2.0, above(3.0), 1.0, 2.0, 3.0], "1 ULP apart"),
        ([1.0, 0.0, 0.0, 0.0, 0.0, 0.0], "at the margin"),
        ([below(1.0), 0.0, 0.0, 0.0, 0.0, 0.0], "just within the margin"),
        ([above(1.0), 0.0, 0.0, 0.0, 0.0, 0.0], "just beyond the margin"),
        ([1e-20, -1e-20, 1e-20, 0.0, 0.0, 0.0], "the squares are subnormal"),
        ([1e-45, 0.0, 0.0, 0.0, 0.0, 0.0], "the squares vanish"),
        ([1e-30, 3e-30, 2e-30, -1e-30, 0.0, 1e-30], "the squares vanish"),
        ([1e15, 1e16, 1e17, -1e15, 0.0, 0.0], "huge"),
        ([100.0, 100.25, f32(-99.9), f32(99.7), f32(100.1), f32(-100.3)], "the differences are rounded"),
        ([f32(0.3), f32(-0.2), f32(0.1), f32(0.25), f32(0.1), f32(0.4)], "ordinary"),
    ]
    cases = [(x, same, why) for x, why in pairs for same in (0.0, 1.0)]
    hard("Contrastive", contrastive, cases, margin=1.0)

    def linear(x, t, margin, positive_margin=0):
        d = rounded(norm(difference(*parts(x))))
        return relu(d - rounded(positive_margin)) if t[0] == 1 else relu(rounded(margin) - d)

    hard("LinearContrastive", linear, cases, margin=1.0)
    hard("LinearContrastive, positive margin", linear, cases[1::2], margin=2.0, positive_margin=1.0)

    def cosine(x, t, margin):
        u, v = (direction(x) for x in parts(x))
        directed = all(any(a.value for a in w) for w in (u, v))
        cos = rounded(total(rounded(a * b) for a, b in zip(u, v)))
        if t[0] == 1:
            return rounded(1) - cos if directed else Number(1)
        return relu(rounded(cos - margin)) if directed else relu(Number(-margin))

    directions = [
        ([1.0, 2.0, 3.0, 2.0, 4.0, 6.0], "parallel"),
        ([1.0, 2.0, 3.0, -1.0, -2.0, -3.0], "opposite"),
        ([1.0, 0.0, 0.0, 0.0, 1.0, 0.0], "orthogonal"),
        ([1.0, 2.0, 3.0, 1.0, 2.0, above(3.0)], "nearly parallel"),
        ([0.0, 0.0, 0.0, 1.0, 2.0, 3.0], "a zero vector"),
        ([1e-30, 2e-30, -1e-30, 1.0, 2.0, 3.0], "the squares vanish"),
        ([1e30, 2e30, -1e30, 1e-30, 2e-30, 3e-30], "the squares overflow"),
        ([1e-45, 0.0, 0.0, 1.0, 1.0, 1.0], "shorter than any direction"),
        ([f32(0.3), f32(-0.2), f32(0.1), f32(0.25), f32(0.1), f32(0.4)], "ordinary"),
    ]
    cases = [(x, same, why) for x, why in directions for same in (0.0, 1.0)]
    hard("CosineEmbedding", cosine, cases, margin=0.0)
    hard("CosineEmbedding", cosine, [case for case in cases if case[1] == 0.0], margin=0.5)

    def triplet(x, _, margin=None, squared=0, swap=0, soft=0):
        anchor, positive, negative = parts(x)

        def size(x, y):
            return rounded(dot(*[difference(x, y)] * 2) if squared else norm(difference(x, y)))

        swapped = swap and is_positive(norm(difference(anchor, negative)) - norm(difference(positive, negative)))
        near, far = size(anchor, positive), size(positive if swapped else anchor, negative)
        violation = near - far if margin is None else rounded(margin) + near - far
        return softplus(violation) if soft else relu(violation)

    triplets = [
        ([0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 2.0, 0.0, 0.0], "at the kink"),
        ([0.0, 0.0, 0.0, above(1.0), 0.0, 0.0, 2.0, 0.0, 0.0], "just within"),
        ([0.0, 0.0, 0.0, below(1.0), 0.0, 0.0, 2.0, 0.0, 0.0], "just beyond"),
        ([1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 1.0, 2.0, 3.0], "all equal"),
        ([1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 4.0, 6.0, 3.0], "the anchor is the positive"),
        ([1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0], "the anchor is the negative"),
        ([1e-30, 0.0, 1e-30, 0.0, 2e-30, 0.0, 1e-30, 1e-30, 1e-30], "the squares vanish"),
        ([1e15, 0.0, 1e15, 0.0, 2e15, 0.0, 1e15, 1e15, 1e14], "huge"),
        ([f32(100.1), f32(99.7), 3.0, f32(100.3), f32(99.9), 3.5, f32(99.5), 100.0, 2.75], "the differences are rounded"),
        ([f32(0.3), f32(-0.2), f32(0.1), f32(0.25), f32(0.1), f32(0.4), f32(-0.7), f32(0.6), f32(0.2)], "ordinary"),
        ([0.0, 0.0, 0.0, 30.0, 40.0, 0.0, 0.0, 0.0, 60.0], "far apart"),
        ([0.0, 0.0, 0.0, 17.0, 0.0, 0.0, 0.0, 0.0, 117.0], "margin 100"),
        ([0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 2.5, 0.5, 0.0], "the negative is nearer to the positive"),
    ]
    hard("Triplet", triplet, triplets, margin=1.0)
    hard("Triplet, squared", triplet, triplets, margin=1.0, squared=1.0)
    hard("Triplet, swap", triplet, triplets[3:], margin=1.0, swap=1.0)
    hard("Triplet, soft", triplet, triplets, soft=1.0)
    hard("Triplet, soft with margin", triplet, triplets, margin=f32(0.2), soft=1.0)

    def cosine_triplet(x, _, margin):
        u, v, w = (direction(x) for x in parts(x))

        def apart(x, y):
            d = difference(x, y)
            return rounded(dot(d, d) / 2 if all(any(a.value for a in z) for z in (x, y)) else Number(1))

        return relu(rounded(margin) + apart(u, v) - apart(u, w))

    angles = [
        ([1.0, 2.0, 3.0, 2.0, 4.0, 6.0, -1.0, -2.0, -3.0], "parallel, and opposite"),
        ([1.0, 2.0, 3.0, -1.0, -2.0, -3.0, 2.0, 4.0, 6.0], "opposite, and parallel"),
        ([1.0, 2.0, 3.0, 1.0, 2.0, above(3.0), 1.0, 2.0, below(3.0)], "nearly parallel"),
        ([0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 3.0, 2.0, 1.0], "no anchor"),
        ([1.0, 2.0, 3.0, 0.0, 0.0, 0.0, 3.0, 2.0, 1.0], "no positive"),
        ([1.0, 2.0, 3.0, 3.0, 2.0, 1.0, 1e-45, 0.0, 0.0], "no negative"),
        ([1e30, 2e30, -1e30, 1e-30, 2e-30, 3e-30, 1.0, 0.0, -1.0], "the squares overflow, and vanish"),
        ([1.0, 2.0, 3.0, 1.0, 2.0, f32(3.00001), f32(1.002), 2.0, 3.0], "small angles"),
        ([f32(0.3), f32(-0.2), f32(0.1), f32(0.25), f32(0.1), f32(0.4), f32(-0.7), f32(0.6), f32(0.2)], "ordinary"),
    ]
    for margin in [f32(0.3), 1.75]:
        hard("CosineTriplet", cosine_triplet, angles, margin=margin)

    def ranking(x, t, margin):
        return relu(rounded(margin) - rounded(t[0] * x[0]) + rounded(t[0] * x[1]))

    scores = [
        ([1.5, 0.5], 1.0, "at the kink"),
        ([above(1.5), 0.5], 1.0, "just beyond"),
        ([below(1.5), 0.5], 1.0, "just within"),
        ([0.0, 0.0], -1.0, "equal"),
        ([16777216.0, f32(0.3)], -1.0, "the difference is rounded"),
        ([1e38, -1e38], -1.0, "huge"),
        ([1e-45, -1e-45], 1.0, "subnormal"),
        ([f32(0.3), f32(0.7)], 1.0, "ordinary"),
    ]
    hard("MarginRanking", ranking, scores, margin=1.0)


def batches():
    def row(logits, positives):
        """−ln of the share of the positives, on average."""
        z = [rounded(logit) for logit in logits]
        best = max(range(len(z)), key=lambda k: z[k].value)
        norm = log1p(total(exp(z[k] - z[best]) for k in range(len(z)) if k != best))
        return total(rounded(z[best]) - rounded(z[k]) for k in positives) / len(positives) + norm

    def cosines(x, scale):
        units = [direction(v) for v in parts(x)]
        return lambda i, j: scale * total(rounded(a * b) for a, b in zip(units[i], units[j]))

    def info_nce(x, _, anchors, negatives_only=0):
        anchors, scale = int(anchors), 1 / x[-1]
        logit, n = cosines(x[:-1], scale), (len(x) - 1) // 3
        value = Number(0)
        for i in range(anchors):
            of = [j for j in range(anchors, n) if not negatives_only or j != anchors + i]
            z = [logit(i, j) for j in of]
            value += row(z, [i]) if not negatives_only else log_sum(z) - rounded(logit(i, anchors + i))
        return value

    def log_sum(z):
        z = [rounded(a) for a in z]
        best = max(range(len(z)), key=lambda k: z[k].value)
        return z[best] + log1p(total(exp(z[k] - z[best]) for k in range(len(z)) if k != best))

    sets = [
        ([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0], "all right"),
        ([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0, 1.0, -1.0, 0.0], "all wrong"),
        ([1.0, 2.0, 3.0] * 4, "all equal"),
        ([1e-20, 2e-20, 0.0, 1e20, 0.0, 1e20, 1.0, 2.0, 0.0, 1e-10, 1e-10, 1e-10], "of all lengths"),
        ([0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0], "a zero vector"),
        ([f32(a) for a in (0.3, -0.2, 0.1, 0.25, 0.1, 0.4, -0.7, 0.6, 0.2, 0.5, 0.1, -0.9)], "ordinary"),
        ([1.0, 2.0, 3.0, 1.0, 2.0, above(3.0), 3.0, 2.0, 1.0, 3.0, 2.0, below(1.0)], "1 ULP apart"),
    ]
    cold, warm = 0.0625, 0.5
    cases = [(x + [tau], f"{why}, τ = {tau}") for x, why in sets for tau in (cold, warm)]
    hard("InfoNce", info_nce, cases, anchors=2.0)
    hard("InfoNce, negatives only", info_nce, cases[::2], anchors=2.0, negatives_only=1.0)

    def nt_xent(x, _):
        logit, n = cosines(x[:-1], 1 / x[-1]), (len(x) - 1) // 3
        value = Number(0)
        for i in range(n):
            others = [j for j in range(n) if j != i]
            value += row([logit(i, j) for j in others], [others.index((i + n // 2) % n)])
        return value

    hard("NtXent", nt_xent, cases)

    def by_label(x, t, by_label):
        logit, n = cosines(x[:-1], 1 / x[-1]), (len(x) - 1) // 3
        value = Number(0)
        for i in range(n):
            negatives = [logit(i, j) for j in range(n) if t[j] != t[i]]
            for p in range(n):
                if p != i and t[p] == t[i]:
                    value += row([logit(i, p), *negatives], [0])
        return value

    hard("NtXent, by label", by_label, [(x, [1.0, 1.0, 1.0, 2.0], why) for x, why in cases], by_label=1.0)

    def supervised(x, t):
        logit, n = cosines(x[:-1], 1 / x[-1]), (len(x) - 1) // 3
        value = Number(0)
        for i in range(n):
            others = [j for j in range(n) if j != i]
            positives = [k for k, j in enumerate(others) if t[j] == t[i]]
            if positives:
                value += row([logit(i, j) for j in others], positives)
        return value

    def against(x, t, anchors):
        anchors, logit = int(anchors), cosines(x[:-1], 1 / x[-1])
        value = Number(0)
        for i in range(anchors):
            positives = [j for j in range(len(t) - anchors) if t[anchors + j] == t[i]]
            value += row([logit(i, j) for j in range(anchors, len(t))], positives)
        return value

    stored = [(x, [1.0, 2.0, 1.0, 2.0], why) for x, why in cases]
    hard("SupervisedContrastive, against references", against, stored, anchors=2.0)
    hard("SupervisedContrastive", supervised, [(x, [1.0, 1.0, 1.0, 2.0], why) for x, why in cases])

    def clip(x, _):
        logit, n = cosines(x[:-1], exp(x[-1])), (len(x) - 1) // 6
        by_image = total(row([logit(i, n + j) for j in range(n)], [i]) for i in range(n))
        by_text = total(row([logit(n + i, j) for j in range(n)], [i]) for i in range(n))
        return (by_image + by_text) / 2

    def sig_lip(x, _, images, negatives_only=0):
        images, scale, bias = int(images), exp(x[-2]), x[-1]
        logit, texts = cosines(x[:-2], scale), (len(x) - 2) // 3 - int(images)
        value = Number(0)
        for i in range(images):
            for j in range(texts):
                question = rounded(logit(i, images + j)) + rounded(bias)
                value += softplus(-question if i == j and not negatives_only else question)
        return value

    numbers = [[0.0, 0.0], [2.25, -10.0]] * 7
    asked = [(x[:-1] + n, f"{why}, ln scale {n[0]}") for (x, why), n in zip(cases, numbers)]
    hard("SigLip", sig_lip, asked, images=2.0)
    hard("SigLip, negatives only", sig_lip, asked[1::2], images=1.0, negatives_only=1.0)

    def classifier(x, t, embeddings, scale, cosine_margin=0, angular_margin=None, easy=0):
        units, n = [direction(v) for v in parts(x)], int(embeddings)
        value = Number(0)
        for i in range(n):
            u, own = units[i], int(t[i])
            cosine = [total(rounded(a * b) for a, b in zip(u, v)) for v in units[n:]]
            c = cosine[own]
            if angular_margin is None:
                bent = c - cosine_margin
            else:
                has_both = all(any(a.value for a in w) for w in (u, units[n + own]))
                # The part of one direction across the other; one that has none is at a right angle to all.
                s = norm([b - c * a for a, b in zip(u, units[n + own])]) if has_both else Number(1)
                m = angular_margin
                if is_positive(c + (0 if easy else mp.cos(m))):
                    bent = rounded(c * mp.cos(m)) - rounded(s * mp.sin(m))
                else:
                    bent = c - (0 if easy else m * mp.sin(m))
            z = [scale * (bent if k == own else cosine[k]) for k in range(len(cosine))]
            value += row(z, [own])
        return value

    faces = [(x[:-1], labels, why) for x, why in cases[::2] for labels in ([0.0, 1.0], [1.0, 1.0])]
    for name, margin in [
        ("CosineClassifier", {}),
        ("CosineClassifier, cosine margin", {"cosine_margin": f32(0.35)}),
        ("CosineClassifier, angular margin", {"angular_margin": 0.5}),
        ("CosineClassifier, easy angular margin", {"angular_margin": 0.5, "easy": 1.0}),
    ]:
        hard(name, classifier, faces, embeddings=2.0, scale=16.0, **margin)

    hard("Clip", clip, [(x[:-1] + [s], f"{why}, ln scale {s}") for (x, why), s in zip(cases, [0.0, 2.65625] * 7)])


def latent():
    def excess(v):
        return expm1(v) - v

    def floored(divergence, free):
        return divergence if not free or is_positive(divergence - free) else Number(free)

    def standard(x, _, free_bits=0):
        means, logs = parts(x)
        return total(floored((m * m + excess(v)) / 2, free_bits) for m, v in zip(means, logs))

    codes = [
        ([0.0, 0.0, 0.0, 0.0, 0.0, 0.0], "the prior itself"),
        ([1e-4, -1e-10, 1e-20, 1e-4, -1e-10, 1e-20], "near the prior"),
        ([0.0, 0.0, 0.0, 1e-3, -1e-3, 1e-7], "nearly the prior's variance"),
        ([3.0, -2.0, 1.0, 17.0, -17.0, 0.5], "ordinary"),
        ([1e19, 0.0, 0.0, 0.0, 0.0, 0.0], "a huge mean"),
        ([0.0, 0.0, 0.0, 88.0, -100.0, -104.0], "huge and tiny variances"),
        ([0.0, 1.0, 0.0, -1e4, 0.0, -3e38], "no variance"),
        ([1e-45, 0.0, 0.0, -1e-45, 0.0, 1e-19], "subnormal"),
        ([0.5, 0.5, 0.5, 1.0, -1.0, f32(0.3)], "ordinary"),
    ]
    hard("GaussianKl", standard, codes)
    hard("GaussianKl, free bits", standard, codes, free_bits=f32(0.47))

    def between(x, _, free_bits=0):
        means, logs, prior_means, prior_logs = parts(x)
        value = Number(0)
        for m, v, n, w in zip(means, logs, prior_means, prior_logs):
            value += floored(((m - n) * (m - n) * exp(-w) + excess(v - w)) / 2, free_bits)
        return value

    priors = [
        ([1.0, 2.0, 3.0, 0.5, -0.5, 4.0] * 2, "the prior itself"),
        ([above(1.0), 2.0, 3.0, above(0.5), -0.5, 4.0, 1.0, below(2.0), 3.0, 0.5, above(-0.5), 4.0], "1 ULP apart"),
        ([0.5, -1.0, 2.0, 17.0, -17.0, 1.0, 0.25, 1.0, -2.0, 0.0, 0.0, -3.0], "ordinary"),
        ([1e-10, 0.0, 0.0, -40.0, 0.0, 1.0, 0.0, 0.0, 0.0, -40.0, -1e-4, 1.0], "a sure prior"),
        ([0.0, 0.0, 0.0, 50.0, -50.0, 40.0, 0.0, 0.0, 0.0, -38.0, 50.0, 40.0], "far apart"),
        ([1e-18, 1e18, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -80.0, 80.0, 0.0], "huge quotients"),
        ([f32(a) for a in (0.3, -0.2, 0.1, 0.25, 0.1, 0.4, -0.7, 0.6, 0.2, 0.5, 0.1, -0.9)], "ordinary"),
        ([0.0, 0.0, 0.0, 1e-20, 1e-10, -1e-4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], "near the prior"),
    ]
    hard("GaussianKlBetween", between, priors)
    hard("GaussianKlBetween, free bits", between, priors, free_bits=f32(0.47))

    def elbo(x, t, beta):
        pixels, codes = x[:4], x[4:]
        value = total(softplus(-a if y == 1 else a) for a, y in zip(pixels, t))
        return value + beta * (codes[0] * codes[0] + excess(codes[1]) + codes[2] * codes[2] + excess(codes[3])) / 2

    samples = [
        ([17.0, -17.0, 50.0, -50.0, 0.0, 0.0, 0.0, 0.0], [1.0, 0.0, 1.0, 0.0], "all right, and the prior"),
        ([17.0, -17.0, 50.0, -50.0, 1e-9, 1e-9, -1e-9, -1e-9], [1.0, 0.0, 1.0, 0.0], "all right, near the prior"),
        ([88.0, -88.0, 88.0, -88.0, 0.0, 1e-19, 0.0, 0.0], [1.0, 0.0, 1.0, 0.0], "margin 88"),
        ([88.0, -88.0, 88.0, -88.0, 2.0, -17.0, -2.0, 3.0], [0.0, 1.0, 1.0, 0.0], "half wrong"),
        ([0.0, 0.0, 0.0, 0.0, 0.5, 1.0, 0.25, -1.0], [0.0, 1.0, 1.0, 0.0], "nothing known"),
        ([f32(0.3), f32(-0.2), f32(0.1), f32(0.25), f32(0.1), f32(0.4), f32(-0.7), f32(0.6)], [0.0, 1.0, 1.0, 0.0], "ordinary"),
        ([100.0, -100.0, 100.0, -100.0, 0.0, 80.0, 0.0, -104.0], [1.0, 0.0, 1.0, 0.0], "huge and tiny variances"),
        ([104.0, -104.0, 104.0, -104.0, 1e18, 0.0, 0.0, 0.0], [1.0, 0.0, 1.0, 0.0], "a huge mean"),
    ]
    UNPUBLISHED.append("Elbo")
    for beta in [1.0, 4.0]:
        hard("Elbo", elbo, samples, beta=beta)

    def noise(x, t, snr, gamma=None):
        weight = min(snr, gamma) / snr if gamma is not None and snr > 0 else 1
        return total((a - b) * (a - b) for a, b in zip(x, t)) * weight / 3

    targets = [
        ([1.0, 2.0, 3.0], [1.0, 2.0, 3.0], "equal"),
        ([above(1.0), below(2.0), above(3.0)], [1.0, 2.0, 3.0], "1 ULP apart"),
        ([1e-20, -1e-20, 3e-20], [0.0, 0.0, 0.0], "the squares are subnormal"),
        ([1e19, 0.0, -1e19], [0.0, 0.0, 0.0], "huge"),
        ([100.0, 100.25, f32(-99.9)], [f32(99.7), f32(100.1), f32(-100.3)], "the differences are rounded"),
        ([f32(0.3), f32(-0.2), f32(0.1)], [f32(0.25), f32(0.1), f32(0.4)], "ordinary"),
        ([16777216.0, 1.0, f32(0.3)], [1.0, 16777216.0, f32(0.1)], "the differences are rounded"),
        ([1e-45, 0.0, -1e-45], [0.0, 1e-45, 0.0], "subnormal"),
    ]
    hard("NoisePrediction", noise, targets, snr=1.0)
    for snr in [400.0, 1e-30, 7.0]:
        hard("NoisePrediction, min-SNR", noise, targets, snr=snr, gamma=5.0)


def overlap(pixels, alpha, beta, smooth):
    """Tversky's loss of (p, 1 − p, membership)."""
    hits = total(rounded(p * t) for p, _, t in pixels)
    errors = total(rounded(alpha * p * (1 - t)) + rounded(beta * q * t) for p, q, t in pixels)
    whole = hits + errors + smooth
    return errors / whole if is_positive(whole) else Number(0)


def regions():
    masks = [[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0], [0.5, 0.25, 0.75, below(1.0)]]
    rows = [
        ([1.0, 1.0, 0.0, 0.0], "certain"),
        ([below(1.0), 1.0, 1e-10, 0.0], "nearly certain"),
        ([0.5, 0.5, 0.5, 0.5], "even"),
        ([1e-20, 1e-30, 1e-38, 1e-45], "next to nothing"),
        ([f32(0.3), f32(0.9), f32(0.1), f32(0.6)], "ordinary"),
    ]
    cases = [(x, t, why) for x, why in rows for t in masks]
    kinds = [("Dice", {"alpha": 0.5, "beta": 0.5}), ("", {"alpha": f32(0.3), "beta": f32(0.7)})]
    for kind, weights in kinds:
        for smooth in [0.0, 1.0]:
            name = f"Tversky, {kind}".removesuffix(", ")

            def of_probabilities(x, t, alpha, beta, smooth):
                return overlap([(p, 1 - p, m) for p, m in zip(x, t)], alpha, beta, smooth)

            hard(name, of_probabilities, cases[:: 1 if smooth else 2], **weights, smooth=smooth)

            def of_logits(x, t, alpha, beta, smooth):
                return overlap([(sigmoid(a), sigmoid(-a), m) for a, m in zip(x, t)], alpha, beta, smooth)

            logits = [
                ([17.0, 17.0, -17.0, -17.0], "margin 17"),
                ([50.0, 50.0, -50.0, -50.0], "margin 50"),
                ([-88.0, 88.0, -88.0, 88.0], "margin 88"),
                ([100.0, -104.0, -100.0, 104.0], "margins 100 and 104"),
                ([0.0, 0.0, 1e-9, -1e-9], "even"),
                ([f32(0.3), f32(-0.9), f32(0.1), f32(2.6)], "ordinary"),
            ]
            some = [(x, t, why) for x, why in logits for t in masks]
            hard("Sigmoid" + name, of_logits, some[:: 1 if smooth else 2], **weights, smooth=smooth)

            def of_classes(x, t, alpha, beta, smooth):
                frames = parts(x)
                value = Number(0)
                for k in range(3):
                    pixels = [(p(f, k), miss(f, k), 1 if t[i] == k else 0) for i, f in enumerate(frames)]
                    value += overlap(pixels, alpha, beta, smooth)
                return value / 3

            maps = [
                ([17.0, 0.0, 0.0, 0.0, 17.0, 0.0, 0.0, 0.0, 17.0, 17.0, 0.0, 0.0], "margin 17"),
                ([50.0, 0.0, 0.0, 0.0, 50.0, 0.0, 0.0, 0.0, 50.0, 50.0, 0.0, 0.0], "margin 50"),
                ([0.0] * 12, "even"),
                ([f32(a) for a in (0.3, -0.9, 0.1, 2.6, 0.5, 0.2, -1.1, 0.4, 0.7, 0.1, 0.2, 0.6)], "ordinary"),
            ]
            labels = [[0.0, 1.0, 2.0, 0.0], [0.0, 0.0, 1.0, 1.0]]
            some = [(x, t, why) for x, why in maps for t in labels]
            hard("Softmax" + name, of_classes, some[:: 1 if smooth else 2], **weights, smooth=smooth)

    def counted(of):
        """A region without its pixels of the target 255."""

        def region(x, t, alpha, beta, smooth, ignored):
            pairs = [(a, m) for a, m in zip(x, t) if m != ignored]
            return of([a for a, _ in pairs], [m for _, m in pairs], alpha, beta, smooth)

        return region

    ignoring = [([255.0, *t[1:3], 255.0], f"the first and the last of {t} are ignored") for t in masks]
    given = {"alpha": f32(0.3), "beta": f32(0.7), "smooth": 0.0, "ignored": 255.0}
    for name, of, some in [("Tversky", of_probabilities, rows), ("SigmoidTversky", of_logits, logits)]:
        some = [(x, t, f"{why}: {what}") for x, why in some for t, what in ignoring]
        hard(f"{name}, ignored pixels", counted(of), some, **given)

    def of_some_classes(x, t, alpha, beta, smooth, weights=None, present_only=0):
        frames, shares = parts(x), list(weights or [mp.mpf(1)] * 3)
        shares = [0 if present_only and k not in t else share for k, share in enumerate(shares)]
        value = Number(0)
        for k in range(3):
            pixels = [(p(f, k), miss(f, k), 1 if t[i] == k else 0) for i, f in enumerate(frames)]
            value += overlap(pixels, alpha, beta, smooth) * (shares[k] / sum(shares))
        return value

    given = {"alpha": 0.5, "beta": 0.5, "smooth": 0.0}
    some = [(x, t, why) for x, why in maps for t in labels]
    for options in [{"weights": [0.0, 1.0, 3.0]}, {"present_only": 1.0}, {"weights": [1.0, 0.5, 0.0], "present_only": 1.0}]:
        hard("SoftmaxTversky, weights, present classes", of_some_classes, some, **given, **options)


def sequences():
    def ctc(x, t, blank):
        frames, labels, blank = parts(x, 4), [int(y) for y in t], int(blank)
        logs = [[-nlp(frame, k) for k in range(4)] for frame in frames]
        paths = []
        for path in product(range(4), repeat=len(frames)):
            merged = [k for i, k in enumerate(path) if i == 0 or path[i - 1] != k]
            if [k for k in merged if k != blank] == labels:
                paths.append(total(log[k] for log, k in zip(logs, path)))
        best = max(range(len(paths)), key=lambda k: paths[k].value)
        return -paths[best] - log1p(total(exp(path - paths[best]) for k, path in enumerate(paths) if k != best))

    frames = [
        ([row for row, _ in (ROWS[7], ROWS[7], ROWS[7])], "even"),
        ([row for row, _ in (ROWS[0], ROWS[5], ROWS[0])], "margins of 17"),
        ([row for row, _ in (ROWS[1], ROWS[6], ROWS[1])], "margins of 50"),
        ([row for row, _ in (ROWS[12], ROWS[12], ROWS[8])], "ordinary"),
    ]
    words = [[1.0], [1.0, 2.0], [], [1.0, 1.0], [3.0, 1.0, 3.0]]
    cases = [(sum(rows, []), word, f"{why}, {len(word)} labels") for rows, why in frames for word in words]
    # The documentation counts ULP of the number of frames, and of 1 for the gradient.
    hard("Ctc", ctc, cases, least=(3, 1), blank=0.0)


def lines():
    pairs_and_triplets()
    batches()
    latent()
    regions()
    sequences()
