"""Fonts of the site: available characters and text width.

Pages load fonts in parts, by character range. Charts are measured, and rendered as PNG, with whole fonts of the same
outlines: the renderer joins no Arabic letters across fonts. `.ci/fonts` makes both from the same packages.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import uharfbuzz

SANS: Final = "Inter Charts"
SERIF: Final = "STIX Charts"
"""The names of the whole families; style sheets declare the first for charts."""
WHOLE: Final = Path(__file__).parent / "charts" / "fonts"
Face = Literal["inter-400", "inter-700", "stix-two-text-500"]
"""A font of one weight, by its file."""
REGULAR: Final[Face] = "inter-400"
BOLD: Final[Face] = "inter-700"
HEADING: Final[Face] = "stix-two-text-500"
_LICENCES: Final = Path(__file__).parent.parent / "LICENSES"
_ARABIC: Final = "\u0600-\u06ff\u200c\u200d\ufb50-\ufdff\ufe70-\ufeff"
_RUNS: Final = re.compile(f"[{_ARABIC}]+|[^{_ARABIC}]+")
_INVISIBLE: Final = ("Cc", "Cf")
"""Categories of characters that need no glyph."""


def chart_fonts() -> list[Path]:
    """Return the files that charts and shared cards are measured and painted with."""
    return sorted(WHOLE.glob("*.ttf"))


def licences() -> dict[str, bytes]:
    """Return the licence text of each family, by the name of its file."""
    return {path.name: path.read_bytes() for path in sorted(_LICENCES.glob("OFL-*.txt"))}


@cache
def text_width(text: str, face: Face = REGULAR) -> float:
    """Return the width of the text in em, shaped as a browser shapes it.

    >>> text_width("Ayn") < text_width("Ayn", BOLD) < text_width("Ayn!", BOLD)
    True
    """
    return sum(_units(run, face) for run in _RUNS.findall(text)) / int(_font(face).face.upem)


def _units(run: str, face: Face) -> int:
    """Return the width in font units of a text in one script: letters of two are not shaped together."""
    import uharfbuzz  # noqa: PLC0415 - many commands measure nothing

    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(face), buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def missing_letters(text: str) -> list[str]:
    """Return the characters of the text that charts have no glyph for.

    >>> missing_letters("Ṣalāḥ, H₂O, Жук, جسر"), missing_letters("Year 中")
    ([], ['中'])
    """
    return [letter for letter in sorted({*text} - _letters()) if unicodedata.category(letter) not in _INVISIBLE]


@cache
def _font(face: Face) -> "uharfbuzz.Font":
    import uharfbuzz  # noqa: PLC0415

    blob = uharfbuzz.Blob.from_file_path(str(WHOLE / f"{face}.ttf"))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


@cache
def _letters() -> frozenset[str]:
    return frozenset(map(chr, _font(REGULAR).face.unicodes))
