"""The pages of chart kinds: one for each kind of the list, in its own words, with an example where the site has one."""

import pytest

from generators.charts.registry import KINDS
from generators.pages.chart_kinds import chart_kind_pages
from tests.fixtures.real_site import real

PAGES = {page.path: page.markdown for page in chart_kind_pages(real())}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words_and_an_example(kind: str) -> None:
    page = PAGES[f"chart-kinds/{kind}.md"]
    assert page.count("<dt>") == 4
    assert f"kind: {kind}<" in page
    assert page.count('<figure class="chart"') == 1
    assert f'href="{kind}.html"' in PAGES["chart-kinds/index.md"]
