"""Losses of preferences: of log-probabilities, and of rewards."""

from cases import hard
from classes import expm1
from exact import above, below, f32, log, mp, relu, rounded, sigmoid, softplus


def lead(x, t):
    return rounded(x[0] - t[0]) - rounded(x[1] - t[1])


def lines():
    def bradley_terry(x, t, centring=0):
        h = rounded(rounded(x[0] - x[1]) - t[0])
        value = rounded(softplus(-h))
        return value + rounded(centring * (x[0] + x[1]) * (x[0] + x[1])) if centring else value

    rewards = [([s * m, 0.0], 0.0, f"lead {s * m:g}") for m in [17.0, 50.0, 88.0, 100.0, 104.0] for s in (1, -1)]
    rewards += [
        ([1.0, 1.0], 0.0, "equal"),
        ([above(1.0), 1.0], 0.0, "1 ULP apart"),
        ([f32(1.3), f32(0.3)], 1.0, "the margin, to rounding"),
        ([16777216.0, f32(0.3)], 0.0, "the difference is rounded"),
        ([1e-45, 0.0], 0.0, "subnormal"),
        ([1e19, -1e19], 0.0, "huge"),
    ]
    hard("BradleyTerry", bradley_terry, rewards)
    hard("BradleyTerry, centred", bradley_terry, rewards[10:], centring=f32(0.01))

    # Policy and reference; h = β·lead runs through the margins.
    margins = [s * m for m in [17.0, 50.0, 88.0, 100.0, 104.0, 400.0] for s in (1, -1)]
    pairs = [([m / 2, -m / 2], [0.0, 0.0], f"lead {m:g}") for m in margins]
    pairs += [
        ([-11.0, -11.0], [-11.0, -11.0], "equal"),
        ([above(-11.0), -11.0], [-11.0, -11.0], "1 ULP apart"),
        ([f32(-10.3), f32(-12.7)], [f32(-11.1), f32(-11.9)], "ordinary"),
        ([-1e-20, 0.0], [0.0, 0.0], "tiny"),
        ([-3.5, -7.5], [-3.25, -9.25], "a lead of −2"),
    ]
    for beta in [1.0, 0.125]:
        hard("Dpo", lambda x, t, beta: softplus(-rounded(beta * lead(x, t))), pairs, beta=beta)

    def conservative(x, t, beta, conservative):
        h = rounded(beta * lead(x, t))
        return rounded((1 - conservative) * softplus(-h)) + rounded(conservative * softplus(h))

    def robust(x, t, beta, robust):
        h = rounded(beta * lead(x, t))
        share = 1 / (1 - 2 * robust)
        return rounded(softplus(-h) * (1 - robust) * share) - rounded(robust * share * softplus(h))

    hard("Dpo, conservative", conservative, pairs, beta=0.25, conservative=0.125)
    hard("Dpo, robust", robust, pairs, beta=0.25, robust=0.125)

    def slic(x, t, beta):
        return relu(rounded(1) - rounded(beta * lead(x, t)))

    about = [(-8.0, "at the kink"), (below(-8.0), "just beyond"), (above(-8.0), "just within")]
    at_kink = [([x, -12.0], [-10.0, -10.0], why) for x, why in about]
    hard("SlicHinge", slic, pairs + at_kink, beta=0.25)

    def ipo(x, t, beta):
        miss = rounded(lead(x, t)) - rounded(1 / (2 * beta))
        return miss * miss

    at_goal = [([-8.0, -10.0], [-10.0, -10.0], "at the goal"), ([below(-8.0), -10.0], [-10.0, -10.0], "about the goal")]
    hard("Ipo", ipo, pairs + at_goal, beta=0.25)

    def exo(x, t, beta, epsilon):
        h = rounded(beta * lead(x, t))
        goal = rounded(mp.log((1 - epsilon) / epsilon))
        won = rounded(sigmoid(h)) * (softplus(-goal) - softplus(-h))
        return won + rounded(sigmoid(-h)) * (softplus(goal) - softplus(h))

    about = [(mp.log(7), "about the goal"), (mp.log(7.001), "near the goal")]
    at_goal = [([f32(-10 + 4 * goal), -10.0], [-10.0, -10.0], why) for goal, why in about]
    hard("Exo", exo, pairs + at_goal, beta=0.25, epsilon=0.125)

    def simpo(x, t, beta, gamma):
        n = [max(a, 1) for a in t]
        a, b = (rounded(beta * rounded(x[k] / n[k])) for k in (0, 1))
        return softplus(-rounded(rounded(a - b) - gamma))

    lengths = [
        ([s * m, 0.0], [1.0, 1.0], f"average {s * m:g}") for m in [8.5, 25.0, 44.0, 50.0, 52.0] for s in (1, -1)
    ]
    lengths += [
        ([-30.0, -30.0], [10.0, 10.0], "equal"),
        ([-1.0, -1.25], [1.0, 1.0], "at the margin"),
        ([-10.0, -17.0], [3.0, 7.0], "ordinary"),
        ([-1e-20, 0.0], [7.0, 0.0], "tiny, and no token"),
    ]
    hard("SimPo", simpo, lengths, beta=2.0, gamma=0.5)

    def kto(x, t, beta, z, desirable, undesirable):
        h = rounded(beta * rounded(rounded(x[0] - t[0]) - z))
        return desirable * sigmoid(-h) if t[1] == 1 else undesirable * sigmoid(h)

    leads = [s * m for m in [68.0, 200.0, 352.0, 400.0, 416.0] for s in (1, -1)]
    answers = [(m, [-0.5, good], f"lead {m:g}") for m in leads for good in (0.0, 1.0)]
    answers += [
        (-5.0, [-5.5, 1.0], "at the reference point"),
        (above(-5.0), [-5.5, 0.0], "about the reference point"),
        (-1e-20, [0.0, 1.0], "tiny"),
    ]
    hard("Kto", kto, answers, beta=0.25, z=0.5, desirable=1.5, undesirable=0.75)

    def orpo(x, _, **options):
        weight = options["lambda"]
        ratio = log(expm1(-x[1]) / expm1(-x[0]))
        return -x[0] + weight * softplus(-ratio)

    logs = [
        ([-0.7, -0.7], "equal"),
        ([-1e-3, -1e-3], "equal, and nearly certain"),
        ([-1e-7, -5.0], "nearly certain"),
        ([-1e-20, -17.0], "nearly certain"),
        ([-1e-30, -1e-30], "equal, and nearly certain"),
        ([-50.0, -1e-5], "the rejected answer is nearly certain"),
        ([-88.0, -1.0], "unlikely"),
        ([-104.0, -0.1], "unlikely"),
        ([-1.0, -104.0], "the rejected answer is unlikely"),
        ([-1e4, -3.0], "far out"),
        ([-3.0, -1e4], "far out"),
        ([f32(-0.69314718), f32(-1.3862944)], "odds 1 and 1/3"),
    ]
    hard("Orpo", orpo, logs, **{"lambda": 0.25})
