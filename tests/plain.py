"""The plain editions of both sites, made once for all tests."""

from functools import cache
from pathlib import Path

from generators.build import assemble
from generators.charts.render.draw import draw
from generators.model import Site
from tests import test_site
from tests.real import real
from tests.rivers import rivers


@cache
def small_site() -> Site:
    """The site about rivers."""
    made, problems = assemble.assemble(rivers(), lambda spec: draw(spec, rivers(), Path("/nowhere/to/keep")))
    whole, claimed = assemble.with_plain_editions(made, rivers())
    assert problems == claimed == ()
    return whole


@cache
def large_site() -> Site:
    """This project's own, with empty frames for drawings: the plain editions leave them out, and the small site has real ones."""
    made, problems = assemble.assemble(real(), test_site.draw)
    whole, claimed = assemble.with_plain_editions(made, real())
    assert problems == claimed == ()
    return whole
