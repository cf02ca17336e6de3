"""Work that grows faster than the site: lines of the core that run more often for each briefing, the more briefings there are."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import generators
from generators.build import assemble, pipeline
from generators.exports.text_forms import all_forms
from generators.load.mkdocs_config import SETTINGS
from tests.bench.sites import multiplied
from tests.fixtures.plain_drawings import draw
from tests.fixtures.river_site import RIVERS

STEP = 3
"""Further briefings of the smallest site; the others have twice and three times as many."""
OURS = f"{Path(generators.__file__).parent}/"
GENERATED = "<string>"
"""Where a dataclass has its methods."""
Lines = Counter[tuple[str, int]]


@pytest.mark.slow
def test_no_line_runs_more_often_for_each_briefing(tmp_path: Path) -> None:
    """From one size to the next, a line runs as many times more: what is quadratic runs once or twice for each pair of briefings."""
    sites = [multiplied(RIVERS, tmp_path / str(count), count * STEP) for count in (1, 2, 3)]
    made(sites[0])  # what is made once in a process
    small, middle, large = (executed(made, site) for site in sites)
    wrong = faster(small, middle, large)
    assert not wrong, "\n".join(
        f"{path}:{number}: {small[path, number]}, {middle[path, number]}, {large[path, number]} times"
        for path, number in sorted(wrong)
    )


def faster(small: Lines, middle: Lines, large: Lines) -> list[tuple[str, int]]:
    """Return the lines whose number of runs grows faster than that of the briefings."""
    growth = {line: large[line] - 2 * middle[line] + small[line] for line in large}
    return [line for line, more in growth.items() if more >= max(STEP**2, large[line] / 10)]


def test_what_runs_once_for_each_pair_grows_faster() -> None:
    sizes = [1 + count * STEP for count in (1, 2, 3)]
    each, pair = ("a.py", 1), ("a.py", 2)
    assert faster(*(Lines({each: 7 * n, pair: n * (n - 1) // 2}) for n in sizes)) == [pair]


def made(root: Path) -> None:
    """Read, check and assemble the site, with its text forms and the texts of its documents, but without drawings."""
    catalog = pipeline.read_catalog(root, SETTINGS, drafts=False)
    problems, _ = assemble.checked(catalog)
    site, more = assemble.assemble(catalog, draw)
    assert not (*problems, *more)
    site = assemble.with_references(site, catalog, lambda wanted, _: dict.fromkeys(wanted, "A reference."))
    assert [*assemble.documents_of(site, catalog)]
    forms = all_forms(catalog, site.pages)
    assert not [*assemble.broken_links(site, catalog, (), forms)]
    assemble.with_plain_editions(site, catalog, forms)


def executed(work: Callable[[Path], None], root: Path) -> Lines:
    """How often the work runs each line of generators/."""
    lines = Lines()

    def count(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            lines[frame.f_code.co_filename, frame.f_lineno] += 1
        return count

    def begin(frame: FrameType, event: str, argument: Any) -> Any:
        return count if frame.f_code.co_filename.startswith((OURS, GENERATED)) else None

    sys.settrace(begin)
    try:
        work(root)
    finally:
        sys.settrace(None)
    return lines
