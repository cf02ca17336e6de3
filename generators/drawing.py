"""A declared chart becomes two SVG drawings and a picture to take away, from a cache where nothing has changed.

The only room that imports the renderer, and the owner of the cache. An entry is used only if its name holds the
digest of everything that went into it and its first line is the digest of that name and the rest: a half-written or
damaged entry, or another chart's, is drawn anew. The cache only saves time: without it, or where it cannot be written, all is drawn.
Words are put in after the cache, so that a better description redraws nothing. A picture has words drawn into it; its
PNG is kept under the digest of its SVG.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from generators import charts, wording
from generators.charts import KINDS
from generators.charts.description import alternative, described
from generators.charts.frame import FRAMES, Frame
from generators.charts.ingredients import ingredients
from generators.charts.picture import picture
from generators.charts.svg import Words, slimmed, standalone, titled
from generators.model import Catalog, ChartSpec

__all__ = ["Drawing", "draw", "key", "standalone"]

FORMAT = 2
"""Raise it when the shape of a cache entry changes."""
_VEGA_LITE = "6.4"
_PNG = b"\x89PNG\r\n"
_PALETTE = 256
_FONTS = Path(__file__).with_name("fonts.conf")
_PAINTING = (_FONTS, Path(__file__))
"""Files that an image depends on, beside its SVG."""
_WORDS_ONLY = ("comparisons.py", "description.py", "picture.py", "sentences.py")
"""Files of charts/ that no drawing depends on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The chart for wide and for narrow pages: SVG text, coloured by the page's custom properties; and to take away."""

    wide: str
    narrow: str
    picture: str
    """An SVG file in light colours, with its title, source, period and edition drawn in."""
    png: bytes
    """The picture at twice its size."""


def draw(spec: ChartSpec, catalog: Catalog, cache: Path) -> Drawing:
    """The chart's drawings. The catalog must have passed the checks."""
    entry = cache / f"{spec.slug}-{key(spec, catalog)[:32]}.json"
    drawn = _kept(entry)
    if drawn is None:
        drawn = _drawn(spec, catalog)
        _write(entry, json.dumps(drawn, ensure_ascii=False).encode())
    title, description = alternative(spec, catalog), described(spec, catalog)
    wide, narrow = (
        titled(svg, Words(name=f"{spec.slug}-{form}", style=f"chart-{form}", title=title, description=description))
        for form, svg in zip((frame.name for frame in FRAMES), drawn, strict=True)
    )
    whole = picture(spec, catalog, drawn[0])
    return Drawing(wide=wide, narrow=narrow, picture=whole, png=_png(whole, cache / spec.slug))


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
    return [sha256(path.read_bytes()).hexdigest() for path in (*files, Path(wording.__file__), *_PAINTING)]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _kept(entry: Path) -> tuple[str, str] | None:
    with suppress(ValueError):
        wide, narrow = json.loads(_read(entry))
        return wide, narrow
    return None


def _png(svg: str, name: Path) -> bytes:
    """The SVG as an image, from the cache if it was made of the same text by the same renderer."""
    made_by = [version("vl-convert-python"), version("pillow"), *(_digest(path.read_bytes()) for path in _PAINTING)]
    digest = _digest(json.dumps([FORMAT, made_by, svg]).encode())
    entry = name.with_name(f"{name.name}-{digest[:32]}.png")
    image = _read(entry)
    if not image.startswith(_PNG):
        image = _painted(svg)
        _write(entry, image)
    return image


def _read(entry: Path) -> bytes:
    """What the entry holds after its first line; nothing if that is not the digest of its name and the rest."""
    with suppress(OSError):
        seal, _, content = entry.read_bytes().partition(b"\n")
        if seal == _seal(entry, content):
            return content
    return b""


def _seal(entry: Path, content: bytes) -> bytes:
    return _digest(entry.name.encode() + b"\n" + content).encode()


def _write(entry: Path, content: bytes) -> None:
    part = entry.with_suffix(f".{os.getpid()}.part")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_seal(entry, content) + b"\n" + content)
        part.replace(entry)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _drawn(spec: ChartSpec, catalog: Catalog) -> tuple[str, str]:
    wide, narrow = (_rendered(spec, catalog, frame) for frame in FRAMES)
    return wide, narrow


def _rendered(spec: ChartSpec, catalog: Catalog, frame: Frame) -> str:
    chart = KINDS[spec.kind].specification(spec, catalog, frame)
    with _alike():
        import vl_convert  # noqa: PLC0415 - only on a miss: it starts a JavaScript engine

        return slimmed(vl_convert.vegalite_to_svg(chart, vl_version=_VEGA_LITE))


def _painted(svg: str) -> bytes:
    """The SVG as a PNG at twice its size: opaque, and with a palette where its colours fit into one, an eighth of the bytes."""
    from PIL import Image  # noqa: PLC0415 - only on a miss, as the renderer

    with _alike():
        import vl_convert  # noqa: PLC0415

        image = Image.open(BytesIO(vl_convert.svg_to_png(svg, scale=2))).convert("RGB")
    if image.getcolors(_PALETTE):
        image = image.quantize(_PALETTE)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@contextmanager
def _alike() -> Iterator[None]:
    """Where the renderer finds the same clock and the same fonts on every machine; the caller's are put back."""
    alike = {"TZ": "UTC", "FONTCONFIG_FILE": str(_FONTS)}
    before = {name: os.environ.get(name) for name in alike}
    os.environ.update(alike)
    time.tzset()
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
        time.tzset()
