"""A declared chart becomes two SVG drawings, taken from a cache where nothing that they show has changed.

The only room that imports the renderer, and the owner of the cache. An entry is used only if its name holds the
digest of everything that went into it and its first line is the digest of that name and the rest: a half-written or
damaged entry, or another chart's, is drawn anew. The cache only saves time: without it, or where it cannot be written, all is drawn.
Words are put in after the cache, so that a better description redraws nothing.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generators import charts, wording
from generators.charts import KINDS
from generators.charts.description import alternative, described
from generators.charts.frame import FRAMES, Frame
from generators.charts.ingredients import ingredients
from generators.charts.svg import Words, slimmed, standalone, titled
from generators.model import Catalog, ChartSpec

__all__ = ["Drawing", "draw", "key", "standalone"]

FORMAT = 2
"""Raise it when the shape of a cache entry changes."""
_VEGA_LITE = "6.4"
_WORDS_ONLY = ("description.py", "sentences.py")
"""Files of charts/ that no drawing depends on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The chart for wide and for narrow pages: SVG text, coloured by the page's custom properties."""

    wide: str
    narrow: str


def draw(spec: ChartSpec, catalog: Catalog, cache: Path) -> Drawing:
    """The chart's drawings. The catalog must have passed the checks."""
    entry = cache / f"{spec.slug}-{key(spec, catalog)[:32]}.json"
    drawn = _kept(entry)
    if drawn is None:
        drawn = _drawn(spec, catalog)
        _keep(entry, drawn)
    title, description = alternative(spec, catalog), described(spec, catalog)
    wide, narrow = (
        titled(svg, Words(name=f"{spec.slug}-{form}", style=f"chart-{form}", title=title, description=description))
        for form, svg in zip((frame.name for frame in FRAMES), drawn, strict=True)
    )
    return Drawing(wide=wide, narrow=narrow)


def key(spec: ChartSpec, catalog: Catalog) -> str:
    """The digest of everything that a drawing depends on."""
    parts = {
        "format": FORMAT,
        "shown": ingredients(spec, catalog),
        "code": _code(spec.kind),
        "versions": [version("altair"), version("vl-convert-python"), _VEGA_LITE],
    }
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _code(kind: str) -> list[str]:
    kinds = {other.module.rpartition(".")[2] + ".py" for name, other in KINDS.items() if name != kind}
    shelf = Path(charts.__file__).parent
    files = [path for path in sorted(shelf.glob("*.py")) if path.name not in kinds and path.name not in _WORDS_ONLY]
    return [sha256(path.read_bytes()).hexdigest() for path in (*files, Path(wording.__file__), Path(__file__))]


def _kept(entry: Path) -> tuple[str, str] | None:
    with suppress(OSError, ValueError):
        digest, _, content = entry.read_text(encoding="utf-8").partition("\n")
        if digest == _seal(entry, content):
            wide, narrow = json.loads(content)
            return wide, narrow
    return None


def _seal(entry: Path, content: str) -> str:
    return sha256(f"{entry.name}\n{content}".encode()).hexdigest()


def _keep(entry: Path, drawn: tuple[str, str]) -> None:
    content = json.dumps(drawn, ensure_ascii=False)
    part = entry.with_suffix(f".{os.getpid()}.part")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{_seal(entry, content)}\n{content}", encoding="utf-8")
        part.replace(entry)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _drawn(spec: ChartSpec, catalog: Catalog) -> tuple[str, str]:
    wide, narrow = (_rendered(spec, catalog, frame) for frame in FRAMES)
    return wide, narrow


def _rendered(spec: ChartSpec, catalog: Catalog, frame: Frame) -> str:
    chart = KINDS[spec.kind].specification(spec, catalog, frame)
    with _utc():
        import vl_convert  # noqa: PLC0415 - only on a miss: it starts a JavaScript engine

        return slimmed(vl_convert.vegalite_to_svg(chart, vl_version=_VEGA_LITE))


@contextmanager
def _utc() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.__setitem__("TZ", before)
        time.tzset()
