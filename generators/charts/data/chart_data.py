"""Data of one chart, calculated once: figures, events, order, colours, breaks, facts for its texts.

Drawing, description, table, CSV, JSON, tooltips, PROV and the cache key all take it, so that they agree.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from generators.analysis.chart_selection import (
    chosen_events,
    declared_rows,
    events_within,
    expanded,
    latest,
    selected,
)
from generators.analysis.revisions import Revised, history
from generators.charts.chart_kind import Kind
from generators.charts.data.by_place import Placed, Stretch, edges
from generators.charts.data.part_whole import Whole, part_names, wholes
from generators.charts.data.recorders import Recorders, recorders_of
from generators.charts.data.series import Series, all_series, breaks_of
from generators.charts.data.shared_periods import Counted, break_letters, periods_in_common
from generators.charts.data.two_dates import Pair, pairs
from generators.charts.registry import KINDS
from generators.model import (
    Catalog,
    ChartSpec,
    Concept,
    Dataset,
    Edition,
    Event,
    MethodBreak,
    Observation,
    Place,
    SiteConfig,
)
from generators.model.dataset import has_number
from generators.model.languages import translatable_forms
from generators.model.memo import per_catalog
from generators.text.messages import ngettext


@dataclass(frozen=True, kw_only=True, eq=False)
class ChartData:
    """Declaration of a chart with its selection. Values that only some kinds need are calculated on first use."""

    spec: ChartSpec
    config: SiteConfig
    edition: Edition
    declared: tuple[Observation, ...]
    """Rows of the declared series, places and period, of every length of time, with and without a number."""
    selected: tuple[Observation, ...]
    """Those of the declared length of time with a number, series by series, in the order of the file."""
    chosen: tuple[Event, ...]
    """Events of the declared topic, places and period, oldest first; empty for a kind without events."""
    datasets: Mapping[str, Dataset]
    """Datasets of the declared series."""
    concepts: Mapping[str, Concept]
    places: Mapping[str, Place]
    """All places of the site."""
    marked: tuple[Place, ...]
    """The declared places."""
    recorders: Recorders
    revised: Revised | None
    """History of the selected figure, for a kind that needs one."""
    geometry: bytes

    @property
    def kind(self) -> Kind:
        """The chart's kind."""
        return KINDS[self.spec.kind]

    @cached_property
    def newest(self) -> tuple[Observation, ...]:
        """The selected figures in their latest version."""
        return latest(self.selected)

    @cached_property
    def dated(self) -> tuple[Observation, ...]:
        """The dated figures among the newest, series by series."""
        order = {pair: n for n, pair in enumerate(self.spec.series)}
        dated = (o for o in self.newest if o.period)
        return tuple(sorted(dated, key=lambda o: order[o.series]))

    @cached_property
    def rows(self) -> tuple[Observation, ...]:
        """The figures that are drawn, series by series in the order of their files."""
        figures = _DRAWN.get(self.spec.kind, _dated_figures)(self) if "figures" in self.kind.needs else ()
        ids = set(map(id, figures))
        return tuple(o for o in self.selected if id(o) in ids)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that are drawn, oldest first: below a series, those within its time."""
        if "events-in-time" not in self.kind.needs:
            return self.chosen
        first, after = self.time if self.dated else (date.max, date.min)
        return tuple(e for e in self.chosen if first <= e.date.first and e.date.last < after)

    @cached_property
    def drawn_datasets(self) -> Mapping[str, Dataset]:
        """The datasets of the drawn figures, in the order of the declaration."""
        used = {o.dataset for o in self.rows}
        return {name: dataset for name, dataset in self.datasets.items() if name in used}

    @property
    def redistributable(self) -> bool:
        """True if the rows of all these datasets may be redistributed."""
        return all(dataset.redistributable for dataset in self.drawn_datasets.values())

    @cached_property
    def time(self) -> Stretch:
        """The first day of the earliest dated figure and the day after the latest."""
        ends = list(map(edges, self.dated))
        return min(first for first, _ in ends), max(after for _, after in ends)

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The dated figures as series."""
        return all_series(self.dated, self.datasets, self.recorders)

    @cached_property
    def breaks(self) -> tuple[MethodBreak, ...]:
        """The method breaks within the time of the series."""
        return breaks_of(self.series)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The declared places, or all with a figure in the site's order, with their dated figures."""
        codes = {o.place.code for o in self.dated}
        places = self.marked or tuple(p for p in self.places.values() if p.code in codes)
        return tuple(
            Placed(place=p, observations=tuple(o for o in self.dated if o.place.code == p.code)) for p in places
        )

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        """The figures of the first series with their parts."""
        return wholes(self.dated, self.spec.series[0])

    @cached_property
    def part_names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the declaration."""
        return part_names(self.wholes, self.spec.series, self.spec.places or self.places)

    @cached_property
    def shared_periods(self) -> tuple[Counted, ...]:
        """The periods that several recorders counted."""
        return periods_in_common(self.dated)

    @cached_property
    def counting(self) -> tuple[Dataset, ...]:
        """The drawn datasets in the site's order of recorders."""
        return tuple(sorted(self.drawn_datasets.values(), key=lambda d: self.recorders.rank(d.recorder)))

    @cached_property
    def break_letters(self) -> Mapping[tuple[str, str], str]:
        """A letter by dataset and label for each method break of these periods."""
        return break_letters(self.shared_periods, self.datasets)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The first and the last figure of each series."""
        return pairs(self.dated, self.datasets, self.recorders)

    @cached_property
    def tiles(self) -> Mapping[str, Observation]:
        """The figures of places with a tile, by the place's code."""
        return {o.place.code: o for o in self.newest if o.place.tile}

    @cached_property
    def empty_tiles(self) -> tuple[Place, ...]:
        """The places with a tile and no figure."""
        return tuple(place for place in self.places.values() if place.tile and place.code not in self.tiles)

    def not_drawn(self) -> Iterator[str]:
        """Yield the number of declared figures that are not drawn, by reason; a revision names its own."""
        if "figures" not in self.kind.needs or "history" in self.kind.needs:
            return
        drawn, newest = set(map(id, self.rows)), set(map(id, latest(tuple(filter(has_number, self.declared)))))
        omitted = [o for o in self.declared if id(o) not in drawn]
        for (one, several), number in Counter(
            _reason(o, self.spec, restated=id(o) not in newest) for o in omitted
        ).items():
            yield ngettext(one, several, number)


def chart_data(spec: ChartSpec, catalog: Catalog) -> ChartData:
    """Return what a declaration selects from the catalog."""
    needs = KINDS[spec.kind].needs
    rows = selected(spec, catalog)
    events = events_within if "events-in-time" in needs else chosen_events if "events" in needs else None
    return ChartData(
        spec=spec,
        config=catalog.config,
        edition=catalog.edition,
        declared=declared_rows(replace(spec, grain=None), catalog),
        selected=rows,
        chosen=events(spec, catalog) if events else (),
        datasets={name: catalog.datasets[name] for name, _ in spec.series if name in catalog.datasets},
        concepts=catalog.concepts,
        places=catalog.places,
        marked=tuple(catalog.places[code] for code in spec.places if code in catalog.places),
        recorders=recorders_of(catalog),
        revised=history(catalog, rows) if "history" in needs else None,
        geometry=catalog.geometry or b"",
    )


@per_catalog
def all_chart_data(catalog: Catalog) -> Mapping[str, ChartData]:
    """Return the data of all charts of a known kind by slug."""
    charts = expanded(catalog).items()
    return MappingProxyType({slug: chart_data(spec, catalog) for slug, spec in charts if spec.kind in KINDS})


def _reason(o: Observation, spec: ChartSpec, *, restated: bool) -> tuple[str, str]:
    """Return the reason why a figure is not drawn, as the two forms of a message; the kind's own reason is last."""
    if not has_number(o):
        return _WITHOUT_NUMBER
    if restated:
        return _RESTATED
    if spec.grain and o.period and o.period.grain is not spec.grain:
        return _ANOTHER_LENGTH
    return _KIND_REASONS[spec.kind] if o.period and spec.kind in _KIND_REASONS else _WITHOUT_DATE


def _dated_figures(data: ChartData) -> Iterable[Observation]:
    return data.dated


_DRAWN: Mapping[str, Callable[[ChartData], Iterable[Observation]]] = {
    "bars": lambda data: data.newest,
    "range": lambda data: data.selected,
    "tiles": lambda data: data.tiles.values(),
    "disagreement": lambda data: (o for counted in data.shared_periods for o in counted.figures.values()),
    "share": lambda data: (o for whole in data.wholes for o in (whole.observation, *whole.parts.values())),
    "slope": lambda data: (o for pair in data.pairs for o in (pair.then, pair.now) if o),
    "revision": lambda data: (step.observation for step in data.revised.steps) if data.revised else (),
}
"""The figures of the kinds that do not draw every dated figure in its latest version."""
_WITHOUT_NUMBER = translatable_forms(
    "%(num)s statement without a number not drawn", "%(num)s statements without a number not drawn"
)
_RESTATED = translatable_forms("%(num)s figure restated later not drawn", "%(num)s figures restated later not drawn")
_ANOTHER_LENGTH = translatable_forms(
    "%(num)s figure of another length of time not drawn", "%(num)s figures of another length of time not drawn"
)
_WITHOUT_DATE = translatable_forms(
    "%(num)s figure without a date not drawn", "%(num)s figures without a date not drawn"
)
_KIND_REASONS: Mapping[str, tuple[str, str]] = {
    "tiles": translatable_forms(
        "%(num)s figure of a place without a tile not drawn", "%(num)s figures of a place without a tile not drawn"
    ),
    "disagreement": translatable_forms(
        "%(num)s figure without a counterpart from another recorder not drawn",
        "%(num)s figures without a counterpart from another recorder not drawn",
    ),
    "share": translatable_forms(
        "%(num)s figure of a part without its whole not drawn", "%(num)s figures of a part without its whole not drawn"
    ),
    "slope": translatable_forms(
        "%(num)s figure between the two dates not drawn", "%(num)s figures between the two dates not drawn"
    ),
}
