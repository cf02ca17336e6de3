"""What pages there are is known before any is made, and a page made by itself is the same."""

import pytest

from generators.components import templates
from generators.pages import PAGES
from generators.pages.plan import Kind, PageForEach, planned_pages
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: str(kind.__name__))
def test_a_plan_names_the_pages_that_are_made(kind: Kind) -> None:
    planned = [*planned_pages(kind, rivers())]
    assert [page.path for page in planned] == [page.path for page in kind(rivers())]
    assert [page.make() for page in planned[::-1]] == [*kind(rivers())][::-1]


def test_a_plan_makes_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "render", None)
    plans = [kind for kind in PAGES if isinstance(kind, PageForEach)]
    paths = [page.path for kind in plans for page in planned_pages(kind, rivers())]
    assert {"briefings/river-levels.md", "datasets/gauge-levels.md", "charts/peaks.md"} <= {*paths}
