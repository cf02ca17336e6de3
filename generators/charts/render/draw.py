"""A declared chart becomes two SVG drawings, for each what makes it live, a picture to take away and one for shared links.

All from the cache where nothing that they show has changed. With `engine` the only room that imports the renderer.
Words are put in after the cache, so that a better description redraws nothing. A picture has words drawn into it; its
PNG is kept under the digest of its SVG.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from generators import charts, fonts, text
from generators.cache import store, stored
from generators.charts.data.fingerprint import ingredients
from generators.charts.descriptions.chart_description import alternative, long_description
from generators.charts.descriptions.tooltips import tips
from generators.charts.frames import CARD, FRAMES, Frame
from generators.charts.registry import KINDS
from generators.charts.render.download_image import download_picture
from generators.charts.render.interactive import live
from generators.charts.render.social_card import card
from generators.charts.render.specification import vega_lite
from generators.charts.render.svg import Words, slimmed, standalone, titled
from generators.charts.render.vega_runtime import VEGA_LITE
from generators.fonts import WHOLE, chart_fonts
from generators.model import Catalog, ChartSpec

__all__ = ["Drawing", "draw", "drawing_key", "standalone"]

FORMAT = 5
"""Raise it when the shape of a cache entry changes."""
_PNG = b"\x89PNG\r\n"
_PALETTE = 256
_FONTS = Path(__file__).with_name("fonts.conf")
_PAINTING = (_FONTS, Path(__file__), Path(fonts.__file__), *chart_fonts())
"""Files that an image depends on, beside its SVG."""
_CHARTS, _TEXT = Path(charts.__file__).parent, Path(text.__file__).parent

Live = dict[str, Any]
Drawn = tuple[str, Live | None]
"""A frame's SVG and what makes it live; `Any` because Vega takes what JSON takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The chart for wide and for narrow pages: SVG text, coloured by the page's custom properties; and to take away."""

    wide: str
    narrow: str
    picture: str
    """An SVG file in light colours, with its title, source, period and edition drawn in."""
    png: bytes
    """The picture at twice its size."""
    card: bytes
    """Another drawing with large words on a sheet of 1200 by 630 pixels, the shape in which shared links show a picture."""
    lives: Mapping[str, str] = field(default_factory=dict)
    """By frame, the JSON from which a page's script makes the drawing live; none for a kind that offers nothing."""


def draw(spec: ChartSpec, catalog: Catalog, cache: Path) -> Drawing:
    """The chart's drawings. The catalog must have passed the checks."""
    entry = cache / f"{spec.slug}-{drawing_key(spec, catalog)[:32]}.json"
    drawn = _kept(entry)
    if drawn is None:
        drawn = _drawn(spec, catalog)
        store(entry, json.dumps(drawn, ensure_ascii=False).encode())
    title, description = alternative(spec, catalog), long_description(spec, catalog)
    wide, narrow = (
        titled(svg, Words(name=f"{spec.slug}-{form}", style=f"chart-{form}", title=title, description=description))
        for form, (svg, _) in ((frame.name, drawn[frame.name]) for frame in FRAMES)
    )
    whole = download_picture(spec, catalog, drawn["wide"][0])
    png = _png(whole, cache / spec.slug, 2)
    shared = _png(card(spec, catalog, drawn[CARD.name][0]), cache / f"{spec.slug}-card", 1)
    lives = {form: _told(view, spec, catalog) for form, (_, view) in drawn.items() if view}
    return Drawing(wide=wide, narrow=narrow, picture=whole, png=png, card=shared, lives=lives)


def _told(view: Live, spec: ChartSpec, catalog: Catalog) -> str:
    """The view with its figures' words in place of their names."""
    told = {name: value for name, value in view.items() if name != "names"} | tips(spec, catalog, view["names"])
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def drawing_key(spec: ChartSpec, catalog: Catalog) -> str:
    """The digest of everything that a drawing depends on."""
    parts = {
        "format": FORMAT,
        "shown": ingredients(spec, catalog),
        "code": _code(spec.kind),
        "versions": [version("altair"), version("vl-convert-python"), VEGA_LITE],
    }
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _code(kind: str) -> list[str]:
    """Digests of the whole of charts/ and text/, without the other kinds: no file that is moved within them falls out."""
    others = {_CHARTS / "kinds" / f"{other.function}.py" for name, other in KINDS.items() if name != kind}
    files = [path for folder in (_CHARTS, _TEXT) for path in sorted(folder.rglob("*.py")) if path not in others]
    return [sha256(path.read_bytes()).hexdigest() for path in (*files, *_PAINTING)]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _kept(entry: Path) -> dict[str, Drawn] | None:
    content = stored(entry)
    return json.loads(content) if content else None


def _png(svg: str, name: Path, scale: int) -> bytes:
    """The SVG as an image, from the cache if it was made of the same text by the same renderer."""
    made_by = [version("vl-convert-python"), version("pillow"), *(_digest(path.read_bytes()) for path in _PAINTING)]
    digest = _digest(json.dumps([FORMAT, made_by, scale, svg]).encode())
    entry = name.with_name(f"{name.name}-{digest[:32]}.png")
    image = stored(entry)
    if not image.startswith(_PNG):
        image = _painted(svg, scale)
        store(entry, image)
    return image


def _drawn(spec: ChartSpec, catalog: Catalog) -> dict[str, Drawn]:
    return {frame.name: _rendered(spec, catalog, frame) for frame in (*FRAMES, CARD)}


def _rendered(spec: ChartSpec, catalog: Catalog, frame: Frame) -> Drawn:
    kind = KINDS[spec.kind]
    chart = vega_lite(spec, catalog, frame)
    with _alike():
        import vl_convert  # noqa: PLC0415 - only on a miss: it starts a JavaScript engine

        vl_convert.register_font_directory(str(WHOLE))
        svg = slimmed(vl_convert.vegalite_to_svg(chart, vl_version=VEGA_LITE))
        if not kind.offers or frame is CARD:
            return svg, None
        return svg, live(chart, vl_convert.vegalite_to_vega(chart, vl_version=VEGA_LITE), zooms="time" in kind.offers)


def _painted(svg: str, scale: int) -> bytes:
    """The SVG as a PNG at that scale: opaque, and with a palette where its colours fit into one, an eighth of the bytes."""
    from PIL import Image  # noqa: PLC0415 - only on a miss, as the renderer

    with _alike():
        import vl_convert  # noqa: PLC0415

        vl_convert.register_font_directory(str(WHOLE))
        image = Image.open(BytesIO(vl_convert.svg_to_png(svg, scale=scale))).convert("RGB")
    if image.getcolors(_PALETTE) or scale == 1:
        image = image.quantize(_PALETTE, Image.Quantize.MAXCOVERAGE)
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
