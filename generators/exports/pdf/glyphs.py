"""Characters that are missing from the fonts of PDFs and charts, with their places.

The typesetter stops at such a character without its place; a picture of a chart would show a box or nothing.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generators.fonts import missing_letters
from generators.model import Catalog, Text
from generators.model.problems import Problem, Where
from generators.text.catalog_texts import every_text, told_at

_SHOWN = """
20-7E A0-1C3 1CD-1E3 1E6-1F0 1F4-1F6 1F8-21F 221 224-241 243-245 249 24C-24D 250-2E9 2EC-2EE 2F3 300-344 34F 351 357-363
374-377 37A-37F 384-38A 38C 38E-3A1 3A3-3CE 3D0-3E1 3F0-45F 462-463 472-473 490-49B 4A2-4A5 4AA-4B3 4BA-4BB 4C0-4C4 4C7-4C8
4CB-4CC 4CF-4F9 510-511 51A-51D 531-556 559-55F 561-587 589-58A 5B0-5C3 5C6 5D0-5EA 5F0-5F4 60C 61B 61F 621-63A 640-652 660-669
66B-66C 670 67E 686 698 6A4 6A9 6AF 6B5 6BE 6C6 6CC 6CE 6D5 E3F 10D0-10FC 17C1-17C3 1D02 1D08-1D09 1D14 1D16-1D17 1D1D-1D1F
1D2C-1D2E 1D30-1D3C 1D3E-1D5B 1D62-1D65 1D77-1D78 1D7B 1D85 1D9B-1DB7 1DB9-1DBF 1E00-1E9B 1E9E-1EF9 1F00-1F15 1F18-1F1D
1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE
2000-2027 202F-2037 2039-203F 2042 2044-204B 204F 205F-2060 2070-2071 2074-208E 2090-209C 20A0-20B5 20B8-20BA 20BD 20BF
2100-2103 2105-2106 2109 210C-210F 2111 2113 2115-2117 2119-211A 211C-211D 2120 2122 2124 2126-2127 212A-212B 212E 2135-2139
2148 2150-2151 2153-2184 2189 2190-2220 2223-222D 2234-223D 2241-226B 226D-228B 228D-22A5 22AC 22B2-22B5 22B8 22C2-22C6
22CD-22D1 22DA-22ED 22EF 2300-2306 2308-2315 2318-2319 231C-2321 2325-232B 2335-237A 237D 2380-2383 2388-238B 2395 239B-23AE
23CE-23CF 23D3 2423 2500-2600 2605 2619 261B 261E 2627 262F 2638-2653 2660-2667 2669-266F 2695 2698 26A2-26A4 2767 27C2
27C5-27C6 27DC 27E0 27E6-27EB 27F5-27F7 2987-2988 2997-2998 29EB 29FA-29FB 2A00 2A2F 2A6A-2A6B 2B05-2B0D 2B12-2B1A 2C60-2C70
2C74-2C77 2C79-2C7A 2C7C-2C7F 2E18 2E1F 2E22-2E25 2E2E A708-A716 A71B-A727 A789-A78E A790-A791 A7AA A7F8-A7F9 FB01-FB02 FB1D
FB1F FB29-FB36 FB38-FB3C FB3E FB40-FB41 FB43-FB44 FB46-FB4E FE00-FE0F
"""
"""Code points and ranges of the PDF fonts in hexadecimal digits, measured by typesetting each character."""


def _all() -> Iterator[int]:
    yield from map(ord, "\n\t")
    for span in _SHOWN.split():
        first, _, last = span.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


SHOWN = frozenset(map(chr, _all()))


def unprintable(printed: Iterable[tuple[Where, str]], catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each character of the printed texts that no font has, where it was typed; `printed` has a place for each text.

    A word that is not in a printed text is ignored: a name that only pages show may be in any script.
    """
    yield from _letter_problems(printed, catalog, _PDF)


def undrawable(drawn: Iterable[tuple[Where, str]], catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each character of the charts' texts that their fonts lack, as `unprintable` does for PDFs."""
    yield from _letter_problems(drawn, catalog, _CHART)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Medium:
    """Medium of texts: the names of its fonts and of itself in messages, and the function that finds missing characters."""

    fonts: str
    shows: str
    missing: Callable[[str], list[str]]


_PDF = _Medium(fonts="PDF fonts", shows="briefing", missing=lambda text: sorted({*text} - SHOWN))
_CHART = _Medium(fonts="chart fonts", shows="chart", missing=missing_letters)


def _letter_problems(texts: Iterable[tuple[Where, str]], catalog: Catalog, medium: _Medium) -> Iterator[Problem]:
    missing = [(where, printed, letter) for where, printed in texts for letter in medium.missing(printed)]
    typed = [*every_text(catalog)] if missing else []
    for where, printed, letter in missing:
        places = [place for name, text in typed for place in _places(name, text, letter, printed)]
        for subject, place in places or [("text", where)]:
            yield _problem(subject, place, letter, medium)


def _places(name: str, text: Text, letter: str, printed: str) -> Iterator[tuple[str, Where]]:
    if letter in text.markdown:
        for match in re.finditer(rf"\w*{letter}\w*", text.markdown):
            if match[0] in printed:
                at = match.start() + match[0].index(letter)
                yield told_at(name, text, at)


def _problem(subject: str, where: Where, letter: str, medium: _Medium) -> Problem:
    return Problem(
        where=where,
        subject=subject,
        found=f"{letter} (U+{ord(letter):04X} {unicodedata.name(letter, 'without a name')})",
        expected=f"characters in the {medium.fonts}",
        advice=f"Replace it with other characters or words, or remove it from the {medium.shows}.",
    )
