"""Normalised place names, so that advice for a known spelling names its code.

A spelling is never resolved: data contains codes, and a name is a problem with the code as advice.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from generators.model import Place

_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ł": "l", "-": " ", "_": " "})
_SILENT = str.maketrans("", "", "'’‘`ʿʾ")
_BEFORE = re.compile(r"^(?:(?:al|an|ar|as|at|el|محافظه) )+")
_BEHIND = re.compile(r" (?:governorate|province)$")


def spelling_key(name: str) -> str:
    """Return the name without marks, case, hyphens, article and the word governorate.

    >>> spelling_key("Al-Šaţţ Province"), spelling_key("الأنهار")
    ('satt', 'الانهار')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = " ".join(plain.translate(_SILENT).casefold().translate(_ALIKE).split())
    return _BEHIND.sub("", _BEFORE.sub("", words))


def codes(places: Iterable[Place]) -> Mapping[str, str]:
    """Return the code for each spelling key. Names and codes take precedence over spellings, earlier places over later."""
    index: dict[str, str] = {}
    ordered = tuple(places)
    for place in ordered:
        for name in (place.code, place.name, place.name_local):
            index.setdefault(spelling_key(name), place.code)
    for place in ordered:
        for name in place.spellings:
            index.setdefault(spelling_key(name), place.code)
    index.pop("", None)
    return index
