"""The plain editions of both sites, made once for all tests."""

from functools import cache
from pathlib import Path

from generators import site
from generators.drawing import Drawing, draw
from generators.model import ChartSpec, Site
from tests.real import real
from tests.rivers import rivers


@cache
def small_site() -> Site:
    """The site about rivers."""
    made, problems = site.assemble(rivers(), lambda spec: draw(spec, rivers(), Path("/nowhere/to/keep")))
    whole, claimed = site.with_plain_editions(made, rivers())
    assert problems == claimed == ()
    return whole


def frame(spec: ChartSpec) -> Drawing:
    """What stands where the chart's drawing would."""
    svg = f"<svg><title>{spec.title}</title></svg>"
    return Drawing(wide=svg, narrow=svg, picture=svg, png=b"", card=b"")


@cache
def large_site() -> Site:
    """This project's own, with frames for drawings: the plain editions leave them out, and the small site has real ones."""
    made, problems = site.assemble(real(), frame)
    whole, claimed = site.with_plain_editions(made, real())
    assert problems == claimed == ()
    return whole
