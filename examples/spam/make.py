"""Makes mails.bin from the Spambase table in Debian's r-cran-kernlab 0.9-32: python make.py spam.rda > mails.bin (rdata 1.1.0).

The table is usr/lib/R/site-library/kernlab/data/spam.rda in the package, which `apt-get download` brings and `dpkg -x` opens.

A record is 64 bits, little-endian. Bits 0 to 53: the word or sign occurs in the mail, in the order of the table. Bits 54 to 62: three
digits from 0 to 7, for the average length of a run of capitals, the longest run, and all capitals: the whole part of log2, halved for
the last two. Bit 63: spam. Mails are shuffled, since the table has all spam first.
"""
import math
import random
import sys

import rdata

table = rdata.read_rda(sys.argv[1])["spam"]
records = []
for *words, average, longest, total, kind in table.itertuples(index=False):
    bits = sum(1 << at for at, share in enumerate(words) if share > 0)
    for at, number in enumerate([math.log2(average), math.log2(longest) / 2, math.log2(total) / 2]):
        bits |= min(7, int(number)) << (54 + 3 * at)
    records.append(bits | (kind == "spam") << 63)
random.Random(0).shuffle(records)
for bits in records:
    sys.stdout.buffer.write(bits.to_bytes(8, "little"))
