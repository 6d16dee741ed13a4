"""Losses of boxes."""

from cases import hard
from exact import Number, above, below, is_positive, relu


def lines():
    def larger(a, b):
        return a if is_positive(a - b) else b

    def smaller(a, b):
        return b if is_positive(a - b) else a

    def index(x, t, of_hull):
        p = [smaller(x[0], x[2]), smaller(x[1], x[3]), larger(x[0], x[2]), larger(x[1], x[3])]
        shared, own, other, hull = (Number(1) for _ in range(4))
        for low, high in [(0, 2), (1, 3)]:
            shared = shared * relu(smaller(p[high], Number(t[high])) - larger(p[low], Number(t[low])))
            own, other = own * (p[high] - p[low]), other * (t[high] - t[low])
            hull = hull * (larger(p[high], Number(t[high])) - smaller(p[low], Number(t[low])))
        union = own + other - shared
        return 1 - shared / union + ((hull - union) / hull if of_hull else 0)

    unit, wide = [0.0, 0.0, 1.0, 1.0], [-3.0, -2.0, 5.0, 7.5]
    rows = [
        ([above(0.1), 0.3, 0.9, 0.8], [0.1, 0.2, 1.1, 1.0], "an edge is an ULP within"),
        ([1e-7, 2e-7, below(1.0), below(1.0)], unit, "nearly equal"),
        ([-1e-7, 2e-7, above(1.0), below(1.0)], unit, "nearly equal"),
        ([0.25, 0.25, 0.75, 0.75], unit, "within"),
        ([-4.0, -3.0, 6.0, 8.0], wide, "around"),
        ([0.5, -5.0, 0.75, 9.0], wide, "across"),
        ([7.0, 8.0, 2.0, 3.0], wide, "corners in descending order"),
        ([1e-20, 1e-20, 3e-20, 2e-20], unit, "tiny, within"),
        ([-3e37, -2e37, 1e37, 1.5e37], [-1e37, -1.7e37, 2e37, 3e37], "areas overflow"),
        ([1000.0, 1000.0, 1001.0, 1001.0], [1000.25, 1000.5, 1001.5, 1001.75], "far from 0"),
        ([1e-30, 2e-30, 4e-30, 3e-30], [2e-30, 1e-30, 5e-30, 2.5e-30], "areas are below the smallest number"),
    ]
    apart = [
        ([2.0, 0.25, 3.0, 0.75], unit, "beside"),
        ([0.25, -7.0, 0.75, -2.0], unit, "below"),
        ([1000.0, 2000.0, 1000.5, 2000.5], unit, "far away"),
        ([2.0, 3.0, 2.0, 3.5], unit, "apart, without area"),
    ]
    hard("BoxIou", lambda x, t: index(x, t, False), rows)
    hard("BoxGiou", lambda x, t: index(x, t, True), rows + apart)
