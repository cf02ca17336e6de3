"""Rendering of a declared chart: two SVG drawings, their interactive views, a download and a card for shared links.

Drawings are cached by their content. Only this module and `vega_runtime` import the renderer. Titles and descriptions
are added after the cache, so that a new description redraws nothing. Images have drawn texts; a PNG is cached under the
digest of its SVG.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import Any

from generators import analysis, charts, fonts, model, text
from generators.cache import code_digests, store, stored
from generators.charts.data.chart_data import ChartData
from generators.charts.data.fingerprint import ingredients
from generators.charts.descriptions.chart_description import alternative, long_description
from generators.charts.descriptions.tooltips import tips
from generators.charts.frames import CARD, FRAMES, Frame
from generators.charts.registry import KINDS
from generators.charts.render.download_image import download_picture
from generators.charts.render.drawing import Drawing
from generators.charts.render.interactive import live
from generators.charts.render.social_card import card_picture
from generators.charts.render.specification import vega_lite
from generators.charts.render.svg import slimmed
from generators.charts.render.vega_runtime import VEGA_LITE
from generators.fonts import WHOLE, chart_fonts
from generators.processes import apart
from generators.text.messages import catalogue_digest

FORMAT = 5
"""Cache version. Increase it when the structure of a cache entry changes."""
_PNG = b"\x89PNG\r\n"
_PALETTE = 256
_FONTS = Path(__file__).with_name("fonts.conf")
_PAINTING = (_FONTS, Path(__file__), Path(fonts.__file__), *chart_fonts())
"""Files that an image depends on, besides its SVG."""
_KINDS = Path(__file__).parents[1] / "kinds"

_ENVIRONMENT = RLock()
"""Held while the environment is the renderer's."""
Live = dict[str, Any]
Drawn = tuple[str, Live | None]
"""A frame's SVG and its interactive view; `Any` because Vega accepts all JSON values."""


def draw_ahead(charts_data: Iterable[ChartData], cache: Path) -> None:
    """Draw what is missing in the cache on all cores, as long as no renderer has started here."""
    if "vl_convert" not in sys.modules:
        apart(partial(draw, cache=cache), [data for data in charts_data if not stored(_entry(data, cache))])


def _entry(data: ChartData, cache: Path) -> Path:
    return cache / f"{data.spec.slug}-{drawing_key(data)[:32]}.json"


def draw(data: ChartData, cache: Path, *, painted: bool = True) -> Drawing:
    """Return the chart's drawings; without the images for downloads and shared links, which no page shows, if not `painted`.

    The catalog must have passed the checks.
    """
    slug = data.spec.slug
    entry = _entry(data, cache)
    if not (content := stored(entry)):
        drawings = {frame.name: _render(data, frame) for frame in (*FRAMES, CARD)}
        content = json.dumps(drawings, ensure_ascii=False).encode()
        store(entry, content)
    frames: dict[str, Drawn] = json.loads(content)
    picture = download_picture(data, frames["wide"][0])
    return Drawing(
        slug=slug,
        title=alternative(data),
        description=long_description(data),
        frames={frame.name: frames[frame.name][0] for frame in FRAMES},
        picture=picture,
        png=_png(picture, cache / slug, 2) if painted else b"",
        card=_png(card_picture(data, frames[CARD.name][0]), cache / f"{slug}-card", 1) if painted else b"",
        lives={form: _interactive(view, data) for form, (_, view) in frames.items() if view},
    )


def _interactive(view: Live, data: ChartData) -> str:
    """Return the view as JSON, with the tooltips of its figures in place of their names."""
    texts = {name: value for name, value in view.items() if name != "names"} | tips(data, view["names"])
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def drawing_key(data: ChartData) -> str:
    """Return the digest of everything that a drawing depends on."""
    return _key(data, catalogue_digest())


@lru_cache(maxsize=1024)
def _key(data: ChartData, words: str) -> str:
    parts = {
        "format": FORMAT,
        "words": words,
        "shown": ingredients(data),
        "code": _code(data.spec.kind),
        "versions": [*_versions("altair", "babel", "vl-convert-python"), VEGA_LITE],
    }
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@lru_cache
def _versions(*packages: str) -> tuple[str, ...]:
    return tuple(map(version, packages))


@lru_cache
def _code(kind: str) -> tuple[str, ...]:
    """Return digests of the code and fonts that a drawing of the kind depends on; of the kinds only its own."""
    others = frozenset(_KINDS / f"{other.function}.py" for name, other in KINDS.items() if name != kind)
    digests = code_digests(charts, analysis, text, model, without=others)
    return (*digests, _digest(Path(fonts.__file__).read_bytes()))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _png(svg: str, name: Path, scale: int) -> bytes:
    """Return the SVG as a PNG, from the cache if SVG and renderer are the same."""
    digest = _digest(json.dumps([FORMAT, _painting(), scale, svg]).encode())
    entry = name.with_name(f"{name.name}-{digest[:32]}.png")
    image = stored(entry)
    if not image.startswith(_PNG):
        image = _paint(svg, scale)
        store(entry, image)
    return image


@lru_cache
def _painting() -> tuple[str, ...]:
    """Return what an image depends on besides its SVG: packages, and digests of code and fonts."""
    return (*_versions("vl-convert-python", "pillow"), *(_digest(path.read_bytes()) for path in _PAINTING))


def _render(data: ChartData, frame: Frame) -> Drawn:
    kind, chart = data.kind, vega_lite(data, frame)
    with _reproducible():
        import vl_convert  # noqa: PLC0415 - only on a miss: it starts a JavaScript engine

        vl_convert.register_font_directory(str(WHOLE))
        svg = slimmed(vl_convert.vegalite_to_svg(chart, vl_version=VEGA_LITE))
        if not kind.offers or frame is CARD:
            return svg, None
        return svg, live(chart, vl_convert.vegalite_to_vega(chart, vl_version=VEGA_LITE), zooms="time" in kind.offers)


def _paint(svg: str, scale: int) -> bytes:
    """Return the SVG as an opaque PNG at that scale, with a palette if its colours fit: an eighth of the bytes."""
    from PIL import Image  # noqa: PLC0415 - only on a miss, as the renderer

    with _reproducible():
        import vl_convert  # noqa: PLC0415

        vl_convert.register_font_directory(str(WHOLE))
        image = Image.open(BytesIO(vl_convert.svg_to_png(svg, scale=scale))).convert("RGB")
    if image.getcolors(_PALETTE) or scale == 1:
        image = image.quantize(_PALETTE, Image.Quantize.MAXCOVERAGE)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@contextmanager
def _reproducible() -> Iterator[None]:
    """Give the renderer the same time zone and fonts on every machine; restore the environment afterwards."""
    with _ENVIRONMENT:
        yield from _changed_environment()


def _changed_environment() -> Iterator[None]:
    settings = {"TZ": "UTC", "FONTCONFIG_FILE": str(_FONTS)}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    time.tzset()
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
        time.tzset()
