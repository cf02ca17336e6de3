"""Every broken site says the whole of its message, and every accepted oddity reads like the site without it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generators import load
from generators.model import Catalog
from tests.fixtures.invalid_sites import EXPECTED, cases, overlaid, problems_of
from tests.fixtures.river_site import RIVERS, rivers

LATER = re.compile(r"[A-Z][A-Za-z, ]+ checked once these are fixed\.")
"""What a stage that was not reached would have checked."""


def is_whole(case: Path) -> bool:
    """True if all of the site is made before it is refused."""
    return not LATER.search((case / EXPECTED).read_text(encoding="utf-8"))


WITH_MESSAGE = [
    pytest.param(case, id=case.name, marks=[pytest.mark.slow] if is_whole(case) else [])
    for case in cases("invalid")
    if (case / EXPECTED).is_file()
]


@pytest.mark.slow
def test_the_site_itself_has_no_problem(drawings: Path) -> None:
    assert problems_of(RIVERS, drawings) == ""


@pytest.mark.parametrize("case", WITH_MESSAGE)
def test_a_broken_site_says_what_is_wrong_and_where(case: Path, tmp_path: Path, drawings: Path) -> None:
    site = overlaid(case, tmp_path / "site")
    told = problems_of(site, drawings)
    assert told == (case / EXPECTED).read_text(encoding="utf-8").rstrip("\n")
    *messages, last = told.splitlines()
    for message in messages if LATER.fullmatch(last) else (*messages, last):
        path, line, column = message.partition("  ")[0].rsplit(":", 2)
        assert not path.startswith("/")
        assert (site / path).is_file() != (case / f"{path}.absent").is_file()
        lines = (site / path).read_bytes().split(b"\n") if (site / path).is_file() else [b""]
        assert 1 <= int(line) <= len(lines)
        assert 1 <= int(column) <= len(lines[int(line) - 1]) + 1


@pytest.mark.parametrize("case", cases("accepted"), ids=lambda case: case.name)
def test_an_accepted_oddity_changes_nothing(case: Path, tmp_path: Path) -> None:
    catalog, problems = load.load_catalog(overlaid(case, tmp_path / "site"))
    assert not problems
    assert catalog is not None
    assert figures(catalog) == figures(rivers())
    assert catalog.sources == rivers().sources
    assert (catalog.config, catalog.edition) == (rivers().config, rivers().edition)
    assert catalog.briefings == rivers().briefings


def figures(catalog: Catalog) -> list[object]:
    """All observations; the cells of a row may stand in another order."""
    return [replace(o, where=replace(o.where, parts={})) for o in catalog.observations]
