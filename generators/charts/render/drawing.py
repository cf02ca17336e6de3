"""A drawn chart, and its SVG for a page, an embed or a file. No renderer, no disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generators.charts.elements.text_layout import is_turned
from generators.charts.render.svg import element, parsed, svg_size, svg_text, with_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The drawings of a chart, its text alternatives and its downloads."""

    slug: str
    title: str
    description: str
    frames: Mapping[str, str]
    """Optimised SVG for wide and narrow pages, coloured by custom properties."""
    picture: str
    """An SVG file in light colours with title, source, period and edition."""
    png: bytes
    """The SVG file as a PNG at twice its size."""
    card: bytes
    """A drawing with large text, 1200 by 630 pixels, the image size of shared links."""
    lives: Mapping[str, str] = field(default_factory=dict)
    """JSON of the interactive view by frame; empty for a static kind."""
    scripts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Attributes that name the scripts of the interactive view, by frame."""


def figure_svg(drawing: Drawing, form: str, *, alone: bool = False) -> str:
    """Return the drawing with its text alternatives and ids of its own, scaling with its page.

    `alone` is a file for other programs: in light colours on white, without scripts.
    """
    name, tree = f"{drawing.slug}-{form}", parsed(drawing.frames[form])
    ids = {part.get("id"): f"{name}-{n}" for n, part in enumerate(tree.iterfind(".//*[@id]"), 1)}
    width, height = (f"{side:.0f}" for side in svg_size(tree))
    attributes = {
        "class": f"chart-{form}",
        "role": "img",
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-desc",
        **({"direction": "ltr"} if is_turned() else {}),
    }
    title = element("title", {"id": f"{name}-title"}, text=drawing.title)
    description = element("desc", {"id": f"{name}-desc"}, text=drawing.description)
    paper = [element("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})] if alone else []
    scripts = {} if alone else drawing.scripts.get(form, {})
    root = element("svg", {**attributes, **scripts}, title, description, *paper, *with_ids(tree, ids.__getitem__))
    return svg_text(root, light=alone)
