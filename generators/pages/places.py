"""Pages of the places, with their names and figures, and their index."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from markupsafe import Markup

from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.components.chart_figure import chart_figure
from generators.components.observation_table import observation_table
from generators.components.templates import render_page
from generators.model import Catalog, ChartSpec, Dataset, Indicator, Observation, Page, Place
from generators.model.dataset import has_number, level
from generators.pages.plan import PageForEach, Planned
from generators.text.messages import gettext
from generators.urls.paths import PLACES, of_place

_SHORT = 8
"""Most rows of a series that are listed; longer ones are summed up by first, highest and latest."""
_MANY = 35
"""Most single rows on a page; a place with more gets a list of its datasets."""


@PageForEach
def places(catalog: Catalog) -> Iterator[Planned]:
    """Yield the page of every place, then their index."""
    observed: dict[str, list[Observation]] = defaultdict(list)
    for observation in catalog.observations:
        observed[observation.place.code].append(observation)
    charts = tuple(all_chart_data(catalog).values())
    for place in catalog.places.values():
        own = [data for data in charts if _is_about(data.spec, place)]
        yield Planned(path=of_place(place), make=partial(_page, place, catalog, observed[place.code], own))
    yield Planned(path=PLACES, make=partial(_index, catalog, {code: len(rows) for code, rows in observed.items()}))


def _is_about(chart: ChartSpec, place: Place) -> bool:
    return chart.places == (place.code,) and place.parent != ""


def _page(place: Place, catalog: Catalog, rows: Sequence[Observation], charts: Sequence[ChartData]) -> Page:
    path = of_place(place)
    markdown = render_page(
        catalog,
        path,
        "place",
        place=place,
        number=len(rows),
        inside=[other for other in catalog.places.values() if other.parent == place.code],
        charts=[chart_figure(path, catalog, data) for data in charts],
        events=[event for event in catalog.events if event.place.code == place.code],
        **_figures(path, catalog, rows),
    )
    return Page(path=path, title=place.name, markdown=markdown, names=place.names)


def _figures(path: str, catalog: Catalog, rows: Sequence[Observation]) -> dict[str, object]:
    """Return the long series summed up, and the rows of the others; of a place with many rows the datasets instead."""
    groups = _groups(rows)
    long = [own for own in groups if _is_long_series(catalog, own)]
    short = [own for own in groups if own not in long and catalog.dataset_of(own[0]).redistributable]
    if sum(map(len, short)) > _MANY:
        counts = Counter(o.dataset for o in rows)
        return {
            "datasets": [(catalog.datasets[name], count) for name, count in counts.items()],
            "series": (),
            "rows": (),
        }
    return {
        "datasets": (),
        "series": [_series(catalog, own) for own in long],
        "rows": [_table(path, catalog, own) for own in short],
    }


def _series(catalog: Catalog, own: Sequence[Observation]) -> tuple[Indicator, Dataset, int, Sequence[Observation]]:
    """Return indicator, dataset and number of rows, with the first, highest and latest figure."""
    dated = sorted(own, key=lambda o: o.period.first if o.period else date.min)
    figures = (dated[0], max(dated, key=level), dated[-1])
    return own[0].indicator, catalog.dataset_of(own[0]), len(own), figures


def _table(path: str, catalog: Catalog, own: Sequence[Observation]) -> tuple[Indicator, Dataset, Markup]:
    indicator, dataset = own[0].indicator, catalog.dataset_of(own[0])
    return indicator, dataset, observation_table(path, catalog, f"{indicator.title}: {dataset.title}", own)


def _groups(rows: Sequence[Observation]) -> list[list[Observation]]:
    groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for observation in rows:
        groups[observation.series].append(observation)
    return list(groups.values())


def _is_long_series(catalog: Catalog, own: Sequence[Observation]) -> bool:
    """Return whether the rows are summed up; never statements of several speakers, or figures without a date or a number."""
    sound = all(o.period and has_number(o) for o in own)
    long = len(own) > _SHORT or not catalog.dataset_of(own[0]).redistributable
    return long and sound and catalog.dataset_of(own[0]).form == "series"


def _index(catalog: Catalog, counts: Mapping[str, int]) -> Page:
    kinds: dict[str, list[Place]] = {place.kind: [] for place in catalog.places.values()}
    for place in sorted(catalog.places.values(), key=lambda p: p.name):
        kinds[place.kind].append(place)
    markdown = render_page(catalog, PLACES, "places", kinds=kinds, counts=counts)
    return Page(path=PLACES, title=gettext("Places"), markdown=markdown)
