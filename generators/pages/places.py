"""Pages of the places, with their names and figures, and their index."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.components.chart_figure import chart_figure
from generators.components.markup import (
    bullets,
    facts,
    foreign,
    heading,
    index_list,
    inline,
    link,
    row,
    table,
    title,
    to_place,
    to_source,
    to_value,
)
from generators.components.observation_table import observation_table
from generators.model import Catalog, ChartSpec, Event, Observation, Page, Place
from generators.model.dataset import has_number, level
from generators.text.wording import plural, when
from generators.urls.paths import PLACES, of_dataset, of_place

_SHORT = 8
"""Most rows of a series that are listed; longer ones are summed up by first, highest and latest."""
_MANY = 35
"""Most single rows on a page; a place with more gets a list of its datasets."""


def places(catalog: Catalog) -> Iterator[Page]:
    """Yield the page of every place, then their index."""
    observed: dict[str, list[Observation]] = defaultdict(list)
    for observation in catalog.observations:
        observed[observation.place.code].append(observation)
    charts = tuple(all_chart_data(catalog).values())
    for place in catalog.places.values():
        own = [data for data in charts if _is_about(data.spec, place)]
        yield _page(place, catalog, observed[place.code], own)
    yield _index(catalog, {code: len(rows) for code, rows in observed.items()})


def _is_about(chart: ChartSpec, place: Place) -> bool:
    return chart.places == (place.code,) and place.parent != ""


def _page(place: Place, catalog: Catalog, rows: Sequence[Observation], charts: Sequence[ChartData]) -> Page:
    path = of_place(place)
    parts = [
        f"{title(place.name)} {foreign(place)}".strip(),
        f"{plural(len(rows), 'figure on this site is', 'figures on this site are')} about {inline(place.name)}.",
        _about(place, catalog, path),
        *(chart_figure(path, data) for data in charts),
        *_known(path, catalog, rows),
        *_events(path, catalog, place),
    ]
    return Page(path=path, title=place.name, markdown="\n\n".join(parts), names=place.names)


def _about(place: Place, catalog: Catalog, path: str) -> str:
    inside = [p for p in catalog.places.values() if p.parent == place.code]
    return facts(
        (
            ("Also written", inline(", ".join(place.names))),
            ("Code", _code(place)),
            ("Other codes", inline(", ".join(place.other_codes))),
            ("Part of", to_place(path, catalog.places[place.parent]) if place.parent else ""),
            ("Contains", ", ".join(to_place(path, p) for p in inside)),
            ("Note", inline(place.note)),
        )
    )


def _code(place: Place) -> str:
    if not place.code.isupper():
        return "An area defined by this site, without an ISO code."
    return inline(place.code) if place.official else f"{inline(place.code)} (unofficial: ISO 3166 does not list it)"


def _known(path: str, catalog: Catalog, rows: Sequence[Observation]) -> Iterator[str]:
    if not rows:
        return
    yield "## Figures over time {#what-is-known-over-time}"
    groups = _groups(rows)
    long = [own for own in groups if _is_long_series(catalog, own)]
    short = [own for own in groups if own not in long and catalog.dataset_of(own[0]).redistributable]
    if sum(map(len, short)) > _MANY:
        yield _datasets(path, catalog, rows)
        return
    if long:
        yield _summary(path, catalog, long)
    for own in short:
        dataset = catalog.dataset_of(own[0])
        yield f"### {inline(own[0].indicator.title)}"
        yield f"From {link(path, of_dataset(dataset.id), inline(dataset.title))}."
        yield observation_table(path, f"{own[0].indicator.title}: {dataset.title}", own)


def _datasets(path: str, catalog: Catalog, rows: Sequence[Observation]) -> str:
    counts = Counter(o.dataset for o in rows)
    return index_list(
        (link(path, of_dataset(name), inline(catalog.datasets[name].title)), plural(number, "figure"))
        for name, number in counts.items()
    )


def _groups(rows: Sequence[Observation]) -> list[list[Observation]]:
    groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for observation in rows:
        groups[(observation.dataset, observation.indicator.id)].append(observation)
    return list(groups.values())


def _is_long_series(catalog: Catalog, own: Sequence[Observation]) -> bool:
    """Return whether the rows are summed up; never statements of several speakers, or figures without a date or a number."""
    sound = all(o.period and has_number(o) for o in own)
    long = len(own) > _SHORT or not catalog.dataset_of(own[0]).redistributable
    return long and sound and catalog.dataset_of(own[0]).form == "series"


def _summary(path: str, catalog: Catalog, groups: Sequence[Sequence[Observation]]) -> str:
    head = map(heading, ("Indicator and recorder", "Rows", "First", "Highest", "Latest"))
    return table("Figures over time", head, (_summary_row(path, catalog, own) for own in groups))


def _summary_row(path: str, catalog: Catalog, own: Sequence[Observation]) -> str:
    dataset = catalog.dataset_of(own[0])
    dated = sorted(own, key=lambda o: o.period.first if o.period else date.min)

    def told(observation: Observation) -> str:
        return f"{to_value(path, dataset, observation)}<br>{inline(when(observation.period))}"

    what = f"{inline(own[0].indicator.title)}<br>{link(path, of_dataset(dataset.id), inline(dataset.recorder))}"
    return row((what, str(len(own)), told(dated[0]), told(max(dated, key=level)), told(dated[-1])))


def _events(path: str, catalog: Catalog, place: Place) -> Iterator[str]:
    own = [event for event in catalog.events if event.place.code == place.code]
    if own:
        yield "## Events"
        yield bullets((_event(path, event) for event in own), "news")


def _event(path: str, event: Event) -> str:
    sources = " ".join(to_source(path, source) for source in event.sources)
    return f"<time>{when(event.date)}</time> <span>{inline(event.summary)} {sources}</span>"


def _index(catalog: Catalog, counts: Mapping[str, int]) -> Page:
    groups: dict[str, list[Place]] = {place.kind: [] for place in catalog.places.values()}
    for place in sorted(catalog.places.values(), key=lambda p: p.name):
        groups[place.kind].append(place)
    parts = ["# Places", "Each place has one name on this site. Search also finds its other spellings."]
    for kind, members in groups.items():
        lines = (
            (f"<span>{to_place(PLACES, p)} {foreign(p)}</span>", plural(counts.get(p.code, 0), "figure"))
            for p in members
        )
        parts += [f"## {inline(kind.capitalize())}", index_list(lines)]
    return Page(path=PLACES, title="Places", markdown="\n\n".join(parts))
