"""Drawings as the pages and files of a site: inline SVG, files, and the scripts of interactive views."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from generators.charts.render.drawing import Drawing, figure_svg
from generators.charts.render.paper_sheets import in_sheets
from generators.model import Asset
from generators.urls.paths import of_engine, of_figure, of_live


def engine_script(engine: str) -> Asset:
    """Return the script that interactive views run on."""
    return Asset(path=of_engine(_digest(engine)), content=engine.encode())


def with_scripts(drawing: Drawing, engine: str) -> Drawing:
    """Return the drawing with the addresses of the two scripts of its interactive view, if it has one."""
    assets = live_scripts(drawing).items()
    return replace(drawing, scripts={form: {"data-live": live.path, "data-engine": engine} for form, live in assets})


def live_scripts(drawing: Drawing) -> Mapping[str, Asset]:
    """Return the interactive views by form, as scripts: a page opened without a server can load nothing else."""
    slug = drawing.slug
    scripts = {form: f'(window.charts ??= {{}})["{slug}.{form}"] = {live};\n' for form, live in drawing.lives.items()}
    return {
        form: Asset(path=of_live(slug, form, _digest(script)), content=script.encode())
        for form, script in scripts.items()
    }


def drawing_files(drawing: Drawing) -> Iterator[Asset]:
    """Yield the drawing as files, one for each form."""
    for form in drawing.frames:
        yield Asset(path=of_figure(drawing.slug, form), content=figure_svg(drawing, form, alone=True).encode())


def inline_figures(drawings: Iterable[Drawing]) -> Iterator[tuple[str, str]]:
    """Yield the SVG that pages contain, by the address of the file in its place."""
    for drawing in drawings:
        yield of_figure(drawing.slug, "wide"), in_sheets(figure_svg(drawing, "wide"))
        yield of_figure(drawing.slug, "narrow"), figure_svg(drawing, "narrow")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
