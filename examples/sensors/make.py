"""Makes water_flow.bin from the series that river bundles: python make.py > water_flow.bin (river 0.26.1).

A record is the hour of the day by the clock, 1 byte, and the flow in hundredths of a litre per second, 2 bytes, little-endian.
"""
import sys

from river.datasets import WaterFlow

for at, flow in WaterFlow():
    sys.stdout.buffer.write(bytes([at["Time"].hour]) + round(100 * flow).to_bytes(2, "little"))
