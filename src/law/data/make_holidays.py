#!/usr/bin/env python3
"""Writes holidays.txt from npm chinese-days (npm pack chinese-days@1.5.7; unpack; give the path of
dist/chinese-days.json), and says where PyPI chinesecalendar (optional, on the path) differs."""
import datetime
import json
import sys

source = json.load(open(sys.argv[1]))
off, work = sorted(source["holidays"]), sorted(source["workdays"])


def spans(days):
    """["0101-0103", "0215"] from ISO dates of one year, runs joined."""
    runs = []
    for text in days:
        day = datetime.date.fromisoformat(text)
        if runs and day - runs[-1][1] == datetime.timedelta(1):
            runs[-1][1] = day
        else:
            runs.append([day, day])
    return [f"{a:%m%d}" if a == b else f"{a:%m%d}-{b:%m%d}" for a, b in runs]


print("# Days off and make-up workdays of the PRC, as published by the State Council for each year.")
print("# Source: npm chinese-days 1.5.7, dist/chinese-days.json, (c) 2024 Yawei sun, MIT licence.")
print("# Made by make_holidays.py. A line: year, off, days off (weekends within a holiday included),")
print("# work, weekend days that are worked. MMDD or MMDD-MMDD.")
for year in sorted({d[:4] for d in off}):
    here = lambda days: " ".join(spans([d for d in days if d[:4] == year]))
    print(f"{year} off {here(off)} work {here(work)}".rstrip())

try:
    import chinese_calendar
except ImportError:
    sys.exit()
day, end = datetime.date(2004, 1, 1), datetime.date(2026, 12, 31)
while day <= end:
    text = day.isoformat()
    ours = text in work or (text not in off and day.weekday() < 5)
    if ours != chinese_calendar.is_workday(day):
        print(text, "differs from chinesecalendar", file=sys.stderr)
    day += datetime.timedelta(1)
