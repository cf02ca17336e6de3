"""The pages of chart kinds: one for each kind of the list, in its own words, with an example where the site has one."""

import pytest

from generators.charts.registry import KINDS
from generators.pages.chart_kinds import chart_kind_pages
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_when_to_use_it_and_when_not(kind: str) -> None:
    words = KINDS[kind]
    assert all(text.endswith(".") and len(text) > 30 for text in (words.use, words.avoid, words.reading))
    assert words.avoid.startswith("Not ")


def test_a_site_without_a_chart_of_a_kind_says_so() -> None:
    pages = {page.path: page.markdown for page in chart_kind_pages(rivers())}
    assert "This site has no chart of this kind." in pages["chart-kinds/slope.md"]
    assert '<figure class="chart"' in pages["chart-kinds/line.md"]
