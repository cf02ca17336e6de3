"""Open Graph tags for shared links, with the page's chart, or its first, as the picture."""

from collections.abc import Iterator, Mapping

from lxml.builder import E

from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.descriptions.chart_description import alternative
from generators.model import Catalog, Page, Site
from generators.model.memo import per_catalog
from generators.pages.head.elements import markup
from generators.urls.links import absolute
from generators.urls.paths import BRIEFINGS, HOME, of_briefing, of_card, of_chart, of_dataset

_SIZE = (("og:image:width", "1200"), ("og:image:height", "630"))


def sharing(catalog: Catalog, _site: Site, page: Page) -> Iterator[str]:
    """Yield the tags of a page; URLs and pictures only where the site's address is known, as they must be absolute."""
    tags = [*_words(page, catalog), *_places(page, catalog)]
    large = []
    picture = _pictures(catalog).get(page.path) if catalog.config.address else None
    if picture:
        tags += _picture(picture)
        large = [E.meta(name="twitter:card", content="summary_large_image")]
    yield markup([*(E.meta(property=name, content=text) for name, text in tags), *large])


@per_catalog
def _pictures(catalog: Catalog) -> Mapping[str, ChartData]:
    charts = all_chart_data(catalog)
    of_briefings = {of_briefing(b): charts[b.card_chart] for b in catalog.briefings.values() if b.card_chart in charts}
    of_home = dict(zip([HOME], of_briefings.values(), strict=False))  # the first briefing's, where there is one
    last_first = [*charts.values()][::-1]
    of_datasets = {of_dataset(name): data for data in last_first for name, _ in data.spec.series}
    return {of_chart(slug): data for slug, data in charts.items()} | of_datasets | of_briefings | of_home


def _words(page: Page, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "og:title", page.title
    yield "og:type", "article" if page.section == BRIEFINGS else "website"
    yield "og:site_name", catalog.config.name
    if page.description:
        yield "og:description", " ".join(page.description.split())


def _places(page: Page, catalog: Catalog) -> Iterator[tuple[str, str]]:
    if catalog.config.address:
        yield "og:url", absolute(catalog.config, page.path)


def _picture(data: ChartData) -> Iterator[tuple[str, str]]:
    yield "og:image", data.config.address + of_card(data.spec.slug)
    yield "og:image:alt", alternative(data)
    yield from _SIZE
