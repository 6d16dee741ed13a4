"""Makes digits.bin from the images that scikit-learn bundles: python make.py > digits.bin (scikit-learn 1.9.1).

A record is the label in one byte, then the 64 pixels, row by row, in 32 bytes: two pixels a byte, the first in the low half.
Pixels run from 0 to 16 in the source; 16 is stored as 15.
"""
import sys

from sklearn.datasets import load_digits

digits = load_digits()
for image, label in zip(digits.data, digits.target):
    pixels = [min(15, int(pixel)) for pixel in image]
    packed = [low | high << 4 for low, high in zip(pixels[::2], pixels[1::2])]
    sys.stdout.buffer.write(bytes([int(label), *packed]))
