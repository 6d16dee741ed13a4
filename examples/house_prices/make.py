"""Makes houses.bin from the table `ames` in Debian's r-cran-modeldata 1.1.0: python make.py data > houses.bin (rdata 1.1.0).

The argument is the folder usr/lib/R/site-library/modeldata/data in the package, which `apt-get download` brings and `dpkg -x` opens.

A record has 8 bytes: the price in hundreds of dollars, the living area, and the basement's area in square feet, 2 bytes each,
little-endian; the garage's number of cars; the year it was built, less 1870. Houses are shuffled, since the table is sorted.
"""
import lzma
import random
import sys

import rdata

folder = sys.argv[1]
at, length = (int(number) for number in rdata.read_rds(f"{folder}/Rdata.rdx")["variables"]["ames"])
with open(f"{folder}/Rdata.rdb", "rb") as file:
    file.seek(at)
    packed = file.read(length)
# R writes the length, a letter for the method, and a raw xz stream.
method = [{"id": lzma.FILTER_LZMA2, "preset": 6 | lzma.PRESET_EXTREME}]
bytes_of_r = lzma.decompress(packed[5:], format=lzma.FORMAT_RAW, filters=method)
houses = rdata.conversion.convert(rdata.parser.parse_data(bytes_of_r))
columns = ["Sale_Price", "Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Cars", "Year_Built"]
records = list(houses[columns].itertuples(index=False))
random.Random(0).shuffle(records)
for price, living, basement, cars, year in records:
    for number in [round(price / 100), int(living), int(basement)]:
        sys.stdout.buffer.write(number.to_bytes(2, "little"))
    sys.stdout.buffer.write(bytes([int(cars), int(year) - 1870]))
