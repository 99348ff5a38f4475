#!/usr/bin/env python3
"""Writes initials.txt: for each of U+4E00 to U+9FFF the first letter of its usual reading, '?' where
none is known. From PyPI pypinyin 0.55.0 (MIT), pinyin_dict, first reading."""
import sys
import unicodedata

from pypinyin.constants import PINYIN_DICT

letters = []
for code in range(0x4E00, 0xA000):
    reading = PINYIN_DICT.get(code, "?").split(",")[0]
    letter = unicodedata.normalize("NFD", reading)[0].lower()
    letters.append(letter if "a" <= letter <= "z" else "?")
sys.stdout.write("".join(letters))
