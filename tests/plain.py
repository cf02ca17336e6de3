"""The plain editions of both sites, made once for all tests."""

from functools import cache
from pathlib import Path

from generators import site
from generators.drawing import draw
from generators.model import Site
from tests.real import ROOT, real
from tests.rivers import rivers


@cache
def small_site() -> Site:
    """The site about rivers."""
    made, problems = site.assemble(rivers(), lambda spec: draw(spec, rivers(), Path("/nowhere/to/keep")))
    whole, claimed = site.with_plain_editions(made, rivers())
    assert problems == claimed == ()
    return whole


@cache
def large_site() -> Site:
    """This project's own."""
    made, problems = site.assemble(real(), lambda spec: draw(spec, real(), ROOT / ".cache" / "charts"))
    whole, claimed = site.with_plain_editions(made, real())
    assert problems == claimed == ()
    return whole
