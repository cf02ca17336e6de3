"""A manuscript becomes a tagged PDF, taken from a cache where nothing that it says or looks like has changed.

The only room that imports the typesetter, and only on a miss. It is held to PDF/UA-1: a drawing without words, a heading
out of order or a document without a title is an error here. The fonts are those of charts, but for Arabic: Amiri draws each
letter as one glyph, so that it can be copied; the site's draws letter and dots apart, and readers copy both.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generators import documents, typesetting
from generators.cache import keep, kept
from generators.documents import Manuscript, document
from generators.fonts import WHOLE, chart_fonts

STANDARD: Final = "ua-1"
_HERE = Path(__file__).parent
_LOOK = _HERE / "document.typ"
_PACKAGES = ("typst", "markdown")


def typeset(manuscript: Manuscript, cache: Path) -> bytes:
    """The PDF; the same manuscript gives the same bytes."""
    name = manuscript.path.rpartition("/")[2]
    entry = cache / f"{name}-{key(manuscript)[:32]}"
    content = kept(entry)
    if not content:
        content = printed(document(manuscript))
        keep(entry, content)
    return content


def key(manuscript: Manuscript) -> str:
    """The digest of everything that a PDF depends on."""
    parts = {
        "shown": asdict(manuscript),
        "code": [sha256(path.read_bytes()).hexdigest() for path in _files()],
        "versions": [version(package) for package in _PACKAGES],
    }
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _files() -> Iterator[Path]:
    for room in (documents, typesetting):
        yield from sorted(path for path in Path(str(room.__file__)).parent.iterdir() if path.is_file())
    yield from chart_fonts()


def printed(given: dict[str, object]) -> bytes:
    """The document as a PDF, dated by its edition; nothing of this machine goes into it."""
    import typst  # noqa: PLC0415 - only on a miss: it is large

    edition = given["edition"]
    assert isinstance(edition, dict)  # noqa: S101 - `document` makes it so
    made = datetime.combine(date.fromisoformat(edition["date"]), time(), UTC)
    return typst.compile(
        _LOOK.read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[WHOLE, _HERE]),
        sys_inputs={"document": json.dumps(given, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=int(made.timestamp()),
    )
