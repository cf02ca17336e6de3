"""A page for every place: its names and spellings, what is known there over time; and the list of all."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generators.addresses import PLACES, of_dataset, of_place
from generators.charts.selection import expanded
from generators.figures import figure
from generators.markup import (
    bullets,
    dataset_of,
    facts,
    foreign,
    heading,
    index,
    inline,
    link,
    observation_table,
    row,
    table,
    to_place,
    to_source,
    to_value,
)
from generators.model import Catalog, ChartSpec, Event, Indicator, Observation, Page, Place
from generators.wording import plural, when

_SHORT = 8
"""So few rows of a series are shown one by one; more are summed up by first, highest and latest."""
_MANY = 35
"""A place with more single rows than this gets a list of its datasets: one page could not hold them."""
_KINDS = {"country": "Countries", "region": "Regions", "governorate": "Governorates"}
_OTHERS = "Cities, camps, prisons and areas named by sources"


def places(catalog: Catalog) -> Iterator[Page]:
    """Every place's page, then their index."""
    observed: dict[str, list[Observation]] = defaultdict(list)
    for observation in catalog.observations:
        observed[observation.place.code].append(observation)
    charts = tuple(expanded(catalog).values())
    for place in catalog.places.values():
        own = [chart for chart in charts if _is_about(chart, place)]
        yield _page(place, catalog, observed[place.code], own)
    yield _index(catalog, {code: len(rows) for code, rows in observed.items()})


def _is_about(chart: ChartSpec, place: Place) -> bool:
    return chart.places == (place.code,) and place.parent != ""


def _page(place: Place, catalog: Catalog, rows: Sequence[Observation], charts: Sequence[ChartSpec]) -> Page:
    path = of_place(place)
    parts = [
        f"# {place.name} {foreign(place)}".strip(),
        f"{plural(len(rows), 'figure')} on this site {'is' if len(rows) == 1 else 'are'} about {inline(place.name)}.",
        _about(place, catalog, path),
        *(figure(path, chart, catalog) for chart in charts),
        *_known(path, catalog, rows),
        *_events(path, catalog, place),
    ]
    return Page(path=path, title=place.name, markdown="\n\n".join(parts), names=place.spellings)


def _about(place: Place, catalog: Catalog, path: str) -> str:
    inside = [p for p in catalog.places.values() if p.parent == place.code]
    spellings = ", ".join(place.spellings)
    return facts(
        (
            ("Also written", inline(spellings)),
            ("Code", inline(place.code) if place.code.isupper() else "An area of our own, without an ISO code."),
            ("Part of", to_place(path, catalog.places[place.parent]) if place.parent else ""),
            ("Within it", ", ".join(to_place(path, p) for p in inside)),
            ("Note", inline(place.note)),
        )
    )


def _known(path: str, catalog: Catalog, rows: Sequence[Observation]) -> Iterator[str]:
    if not rows:
        return
    yield "## What is known over time"
    few, many = _split(catalog, rows)
    if sum(len(own) for _, own in few) > _MANY:
        yield _datasets(path, catalog, rows)
        return
    if many:
        yield _summary(path, catalog, many)
    for indicator, own in few:
        title = catalog.datasets[indicator.dataset].title
        yield f"### {inline(indicator.title)}"
        yield f"From {link(path, of_dataset(indicator.dataset), inline(title))}."
        yield observation_table(path, indicator.title, own)


def _datasets(path: str, catalog: Catalog, rows: Sequence[Observation]) -> str:
    counts = Counter(o.dataset for o in rows)
    return index(
        (link(path, of_dataset(name), inline(catalog.datasets[name].title)), plural(number, "figure"))
        for name, number in counts.items()
    )


Group = tuple[Indicator, Sequence[Observation]]


def _split(catalog: Catalog, rows: Sequence[Observation]) -> tuple[list[Group], list[Group]]:
    grouped = groupby(rows, key=lambda o: (o.dataset, o.indicator.id))
    groups: list[Group] = [(own[0].indicator, own) for own in (tuple(group) for _, group in grouped)]
    long = [group for group in groups if _is_long_series(catalog, group)]
    return [group for group in groups if group not in long], long


def _is_long_series(catalog: Catalog, group: Group) -> bool:
    """Statements of several speakers are never summed up as if they were one series."""
    indicator, own = group
    return len(own) > _SHORT and catalog.datasets[indicator.dataset].form == "series"


def _summary(path: str, catalog: Catalog, groups: Sequence[Group]) -> str:
    head = map(heading, ("What, and who recorded it", "Rows", "First", "Highest", "Latest"))
    return table("What is known over time", head, (_summary_row(path, catalog, own) for _, own in groups))


def _summary_row(path: str, catalog: Catalog, own: Sequence[Observation]) -> str:
    dataset = dataset_of(catalog, own[0])
    dated = sorted((o for o in own if o.period), key=lambda o: o.period.first if o.period else None)  # type: ignore[arg-type, return-value]
    numbered = [o for o in dated if o.value is not None] or dated
    highest = max(numbered, key=lambda o: o.value or 0)

    def told(observation: Observation) -> str:
        return f"{to_value(path, dataset, observation)}<br>{inline(when(observation.period))}"

    what = f"{inline(own[0].indicator.title)}<br>{link(path, of_dataset(dataset.id), inline(dataset.recorder))}"
    return row((what, str(len(own)), told(dated[0]), told(highest), told(dated[-1])))


def _events(path: str, catalog: Catalog, place: Place) -> Iterator[str]:
    own = [event for event in catalog.events if event.place.code == place.code]
    if own:
        yield "## Events"
        yield bullets((_event(path, event) for event in own), "news")


def _event(path: str, event: Event) -> str:
    sources = " ".join(to_source(path, source) for source in event.sources)
    return f"<time>{when(event.date)}</time> <span>{inline(event.summary)} {sources}</span>"


def _index(catalog: Catalog, counts: Mapping[str, int]) -> Page:
    groups: dict[str, list[Place]] = {title: [] for title in (*_KINDS.values(), _OTHERS)}
    for place in sorted(catalog.places.values(), key=lambda p: p.name):
        groups[_KINDS.get(place.kind, _OTHERS)].append(place)
    parts = ["# Places", "One house name a place; the search knows the other spellings."]
    for title, members in groups.items():
        if members:
            lines = (
                (f"<span>{to_place(PLACES, p)} {foreign(p)}</span>", plural(counts.get(p.code, 0), "figure"))
                for p in members
            )
            parts += [f"## {title}", index(lines)]
    return Page(path=PLACES, title="Places", markdown="\n\n".join(parts))
