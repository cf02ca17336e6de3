"""Markup planted into each kind of text of the real site is caught at its place; signs that only look like it are letters."""

from dataclasses import replace

import pytest

from generators.checks.active_content import active_content
from generators.model import Catalog, Source
from generators.model.problems import report
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize(
    "alive",
    [
        "<script>",
        "<ScRiPt src=x>",
        "<iframe srcdoc=x>",
        "<img src=x onerror=run()>",
        "<b style='x'>",
        "<img src=//x.example/a>",
        "![a](https://x.example/a.png)",
    ],
)
def test_it_is_told_at_its_cell(alive: str) -> None:
    source = first_source()
    told = report(active_content(with_title(f"Levels {alive} rise")))
    assert told.startswith(f'{source.where.part("title")}  title: found "{alive}", expected text without scripts')
    assert "\n" not in told


@pytest.mark.parametrize(
    "innocent", ["<5 cm", "a < b > c", "x<y", 'A & "B"', "<i>The Vell</i>", "if a <b and c", "5 <- 6"]
)
def test_what_only_looks_like_it_may_stand_in_a_title(innocent: str) -> None:
    assert report(active_content(with_title(innocent))) == ""


def first_source() -> Source:
    return next(iter(rivers().sources.values()))


def with_title(title: str) -> Catalog:
    """The small site with another title of its first source, and nobody who quotes that source's old one."""
    old = first_source()
    return replace(rivers(), sources={**rivers().sources, old.id: replace(old, title=title)})
