"""Typesetting of a manuscript as a tagged PDF, cached until its text or layout changes.

The only module that imports the typesetter, and only on a miss. PDF/UA-1 is enforced: a drawing without alt text, a heading
out of order or a document without a title is an error. The fonts are those of charts, except for Arabic: Amiri draws each
letter as one glyph, so that it can be copied; the site's font draws letter and dots separately, and both are copied.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generators import components, model, text
from generators.cache import code_digests, store, stored
from generators.charts import render
from generators.exports import pdf
from generators.exports.pdf.manuscripts import Manuscript, typesetter_values
from generators.fonts import WHOLE, chart_fonts
from generators.model.problems import CellError
from generators.processes import apart
from generators.text.messages import catalogue_digest

STANDARD: Final = "ua-1"
_HERE = Path(__file__).parent
_LOOK = _HERE / "document.typ"
_PACKAGES = ("typst", "markdown", "lxml", "babel")
_SHOWN = 80


def typeset_ahead(documents: Iterable[Manuscript], cache: Path, files: Path | None = None) -> None:
    """Typeset what is missing in the cache on all cores."""
    missing = [document for document in documents if not stored(_entry(document, cache, files))]
    apart(partial(typeset, cache=cache, files=files), missing)


def typeset(manuscript: Manuscript, cache: Path, files: Path | None = None) -> bytes:
    """Return the PDF; the same manuscript gives the same bytes. `files` is the folder of pictures.

    Raise a `CellError` with the words at which the typesetter stopped.
    """
    entry = _entry(manuscript, cache, files)
    content = stored(entry)
    if not content:
        content = refusing(typesetter_values(manuscript), files)
        store(entry, content)
    return content


def _entry(manuscript: Manuscript, cache: Path, files: Path | None) -> Path:
    name = manuscript.path.rpartition("/")[2]
    return cache / f"{name}-{pdf_key(manuscript, files)[:32]}"


def pdf_key(manuscript: Manuscript, files: Path | None = None) -> str:
    """Return the digest of everything that a PDF depends on."""
    parts = {
        "words": catalogue_digest(),
        "shown": asdict(manuscript),
        "pictures": [sha256(path.read_bytes()).hexdigest() for path in _pictures(manuscript, files)],
        "code": [
            *code_digests(pdf, components, render, text, model),
            *(sha256(path.read_bytes()).hexdigest() for path in chart_fonts()),
        ],
        "versions": [version(package) for package in _PACKAGES],
    }
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _pictures(manuscript: Manuscript, files: Path | None) -> Iterator[Path]:
    """Yield the pictures that the text names: a changed picture makes another PDF."""
    if files and (files / "assets").is_dir():
        yield from sorted(
            path for path in (files / "assets").rglob("*") if path.is_file() and path.name in manuscript.markdown
        )


def refusing(values: dict[str, object], files: Path | None = None) -> bytes:
    """Return the document as a PDF; raise a `CellError` with the first block that prevents it."""
    import typst  # noqa: PLC0415 - only on a miss: it is large

    try:
        return printed(values, files)
    except typst.TypstError as error:
        message = str(error).partition("\n")[0]
        blocks = values["content"]
        assert isinstance(blocks, list)  # noqa: S101 - `document` makes it so
    for place, block in enumerate(blocks):
        try:
            printed({**values, "content": [*blocks[:place], *blocks[place + 1 :]]}, files)
        except typst.TypstError:
            continue
        words = " ".join(_words(block).split())[:_SHOWN]
        raise CellError(
            "a text that can be typeset", f"Look at the block “{words}”. The typesetter reports: {message}."
        )
    raise CellError("a text that can be typeset", f"The typesetter reports: {message}.")


def _words(node: object) -> str:
    """Return all texts of a block."""
    if isinstance(node, dict):
        return " ".join(
            _words(value) for name, value in node.items() if name in {"body", "text", "items", "alt", "head", "rows"}
        )
    return " ".join(map(_words, node)) if isinstance(node, list) else str(node if isinstance(node, str) else "")


def printed(values: dict[str, object], files: Path | None = None) -> bytes:
    """Return the document as a PDF, dated by its edition; it contains no files of the machine except its pictures."""
    import typst  # noqa: PLC0415 - only on a miss: it is large

    edition = values["edition"]
    assert isinstance(edition, dict)  # noqa: S101 - `document` makes it so
    midnight = datetime.combine(date.fromisoformat(edition["date"]), time(), UTC)
    return typst.compile(  # type: ignore[type-var]  # its stub wants one type for the text and the folder
        _LOOK.read_bytes(),
        root=files or _HERE,
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[WHOLE, _HERE]),
        sys_inputs={"document": json.dumps(values, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=int(midnight.timestamp()),
    )
