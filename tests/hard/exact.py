"""Real numbers of 200 digits that know their derivatives, and what rounding a part of them costs."""

import struct

from mpmath import mp, mpf

mp.dps = 200

# The step of the differences. Results vary over 1e-45 or more, so this leaves 30 digits; the numbers have as many to spare.
STEP = mpf(10) ** -60

SMALLEST_NORMAL = mpf(2) ** -126


def bits(x):
    """The bits of the f32 nearest to x."""
    return struct.unpack("<I", struct.pack("<f", x))[0]


def of_bits(n):
    return struct.unpack("<f", struct.pack("<I", n))[0]


def f32(x):
    return of_bits(bits(x))


def above(x):
    """The next f32 away from 0."""
    return of_bits(bits(x) + 1)


def below(x):
    """The next f32 towards 0."""
    return of_bits(bits(x) - 1)


class Run:
    """One evaluation of a formula: the branches it took, and what was marked as rounded."""

    def __init__(self, perturbed=None, branches=None):
        self.perturbed, self.branches, self.replayed = perturbed, branches or [], branches is not None
        self.marks, self.position = [], 0

    def branch(self, choice):
        """The choice itself, or in a replay the one made before: a derivative is that of the branch taken."""
        if self.replayed:
            choice = self.branches[self.position]
        else:
            self.branches.append(choice)
        self.position += 1
        return choice


run = Run()


class Number:
    def __init__(self, value, slopes=None):
        self.value, self.slopes = mpf(value), slopes or {}

    def through(self, value, slope):
        """A function of this number, given with its derivative."""
        return Number(value, {k: slope * s for k, s in self.slopes.items()})

    def __neg__(self):
        return self.through(-self.value, -1)

    def __add__(self, other):
        other = number(other)
        slopes = dict(self.slopes)
        for k, s in other.slopes.items():
            slopes[k] = slopes.get(k, 0) + s
        return Number(self.value + other.value, slopes)

    def __mul__(self, other):
        other = number(other)
        slopes = {k: s * other.value for k, s in self.slopes.items()}
        for k, s in other.slopes.items():
            slopes[k] = slopes.get(k, 0) + s * self.value
        return Number(self.value * other.value, slopes)

    def __truediv__(self, other):
        other = number(other)
        return self * other.through(1 / other.value, -1 / other.value**2)

    def __sub__(self, other):
        return self + -number(other)

    def __rsub__(self, other):
        return number(other) - self

    def __rtruediv__(self, other):
        return number(other) / self

    __radd__, __rmul__ = __add__, __mul__


def number(x):
    return x if isinstance(x, Number) else Number(x)


def rounded(x):
    """Marks a number that f32 arithmetic has to round before it goes on: ULP are of what that costs the result.

    It marks the terms of sums that cancel, and the arguments of exponentials.
    """
    x = number(x)
    run.marks.append(x.value)
    if run.perturbed == len(run.marks) - 1:
        return x * (1 + STEP)
    return x


def exp(x):
    x = number(x)
    e = mp.exp(x.value)
    return x.through(e, e)


def log(x):
    x = number(x)
    return x.through(mp.log(x.value), 1 / x.value)


def sqrt(x):
    x = number(x)
    root = mp.sqrt(x.value)
    return x.through(root, 1 / (2 * root))


def cos(x):
    x = number(x)
    return x.through(mp.cos(x.value), -mp.sin(x.value))


def power(x, exponent):
    """x^exponent, and 1 for exponent 0."""
    x, exponent = number(x), mpf(exponent)
    if exponent == 0:
        return Number(1)
    return x.through(x.value**exponent, exponent * x.value ** (exponent - 1))


def is_positive(x):
    return run.branch(number(x).value > 0)


def relu(x):
    """max(0, x), whose derivative at the kink is 0."""
    return number(x) if is_positive(x) else Number(0)


def absolute(x):
    """|x|, whose derivative at the kink is 0."""
    return x * run.branch(int(mp.sign(number(x).value)))


def first_of(numbers, sign=1):
    """The place of the largest of the numbers, or of the smallest with sign −1; the first of equals."""
    values = [sign * number(x).value for x in numbers]
    return run.branch(values.index(max(values)))


def norm(x):
    """The length of a vector, whose derivative at 0 is 0."""
    square = sum((a * a for a in x), Number(0))
    return sqrt(square) if is_positive(square) else Number(0)


def softplus(x):
    x = number(x)
    if x.value > 0:
        return x + softplus(-x)
    e = mp.exp(x.value)
    return x.through(mp.log1p(e), e / (1 + e))


def sigmoid(x):
    return 1 / (1 + exp(-number(x)))


def evaluate(formula, inputs):
    """Value and gradient of a formula, every number with the size that ULP are counted of."""
    global run

    def at(perturbed=None, branches=None, shift=None):
        global run
        run = Run(perturbed, branches)
        x = [Number(mpf(x) + (STEP * shift[1] if shift and shift[0] == i else 0), {i: mpf(1)}) for i, x in enumerate(inputs)]
        result = number(formula(x))
        return [result.value] + [result.slopes.get(i, mpf(0)) for i in range(len(inputs))]

    exact = at()
    branches, marks = run.branches, run.marks
    for i in range(len(inputs)):
        difference = (at(branches=branches, shift=(i, 1))[0] - at(branches=branches, shift=(i, -1))[0]) / (2 * STEP)
        apart = abs(difference - exact[1 + i])
        assert apart <= mpf(10) ** -25 * abs(exact[1 + i]) + mpf(10) ** -55, (formula, inputs, i, difference, exact[1 + i])
    sizes = [abs(x) for x in exact]
    for k, mark in enumerate(marks):
        if mark == 0:
            continue
        # A subnormal part is rounded to the spacing of the smallest normal number.
        part = max(1, SMALLEST_NORMAL / abs(mark))
        for i, x in enumerate(at(k, branches)):
            sizes[i] = max(sizes[i], abs(x - exact[i]) / STEP * part)
    return list(zip(exact, sizes))
