"""The lines of the table: every case of a loss evaluated, and written."""

from mpmath import mp, mpf
from exact import Number, bits, evaluate, f32

LINES = []

# Losses that no library has, for `tests/published.rs`: these cases and the suite alone examine them.
UNPUBLISHED = []


def word(x):
    return f"0x{bits(x):08x}"


def digits(exact, size):
    """25 digits, and the size that ULP are counted of if it is more than the number's own."""
    text = mp.nstr(exact, 25) if exact else "0"
    return text if size <= abs(exact) * (1 + mpf(10) ** -6) else f"{text}@{mp.nstr(size, 6)}"


def hard(loss, formula, cases, least=(0, 0), **parameters):
    """Writes the cases of a loss: (prediction, target, why it is hard), or without a target (prediction, why).

    `formula` takes the predictions, the targets and the parameters, all of them as exactly what the f32s are. `least` is the
    least size of value and gradient that the documentation of the loss counts ULP of.
    """
    words = " ".join(
        f"{name}={','.join(map(word, value)) if isinstance(value, (list, tuple)) else word(value)}"
        for name, value in parameters.items()
    )

    def exactly(x):
        return [mpf(f32(x)) for x in x] if isinstance(x, (list, tuple)) else mpf(f32(x))

    given = {name: exactly(value) for name, value in parameters.items()}
    for prediction, *target, why in cases:
        prediction = prediction if isinstance(prediction, (list, tuple)) else [prediction]
        target = target[0] if target else []
        target = target if isinstance(target, (list, tuple)) else [target]
        t = exactly(target)
        results = evaluate(lambda x: formula(x, t, **given), [f32(x) for x in prediction])
        value, *gradient = [digits(x, max(size, least[min(i, 1)])) for i, (x, size) in enumerate(results)]
        fields = [loss, words, " ".join(map(word, prediction)), " ".join(map(word, target)), "sum", value, " ".join(gradient), why]
        LINES.append(" | ".join(fields))


def total(terms):
    return sum(terms, Number(0))
