"""One page by itself is the page of the whole site."""

from pathlib import Path

from generators.build.pipeline import made
from generators.build.single_page import kinds_of_pages, single_page
from generators.urls.links import html_way
from generators.urls.paths import HOME
from tests.fixtures.river_site import RIVERS


def test_every_page_is_the_same_by_itself(drawings: Path) -> None:
    cache = drawings / "charts"
    catalog, site = made(RIVERS, cache)
    kinds = kinds_of_pages(catalog)
    assert len(kinds) > 30
    for path, kind in kinds.items():
        alone = single_page(path, kind, catalog, site, cache)
        assert alone, path
        assert alone.page == site.pages[path]
        assert alone.head == site.heads.get(html_way(HOME, path), "")
        assert {name: site.figures[name] for name in alone.figures} == alone.figures
        assert all(site.assets[asset.path] == asset for asset in alone.assets)
    assert single_page("datasets/none.md", kinds["datasets/gauge-levels.md"], catalog, site, cache) is None
