"""Computes the hard cases: losses and gradients with 25 digits, at inputs at which f32 arithmetic goes wrong.

    pip install mpmath==1.3.0
    cargo run --release --example refresh cases

Formulas are written from the papers that the documentation names, in numbers of 200 digits, and the inputs are the f32 numbers
exactly. Gradients are analytic: every number carries its derivatives. Each is compared with a difference of the values, and
this script fails if they are apart by more than 1e-25.
"""

import platform
import sys

sys.dont_write_bytecode = True

import mpmath

import boxes
import cases
import classes
import elementwise
import embeddings
import preferences
import probabilities

for family in [elementwise, boxes, classes, probabilities, preferences, embeddings]:
    family.lines()

print(f"""\
# Losses and gradients at inputs that are hard for f32 arithmetic, to 25 digits. Written by
#   python tests/hard/make.py > tests/hard/cases.txt
# with mpmath {mpmath.__version__}, Python {platform.python_version()}.
#
# loss, variant | parameters | prediction | target | reduction | value | gradient | what is hard
#
# Inputs are the bits of f32 numbers. x@s is a number x of which ULP are counted of s, the largest number that rounding moves it
# by: a term of a sum that cancels, or an exponential times its argument.
# unpublished: {" ".join(sorted(cases.UNPUBLISHED))}
# cases: {len(cases.LINES)}""")
print("\n".join(cases.LINES))
