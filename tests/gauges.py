"""A small catalog made by hand for the charts, and their golden files.

It has what charts must show: two recorders, a missing month, a method break, an area that stands in for a region,
a range, a floor, a ceiling, a place without a figure, an undated statement, outlines, events of three precisions, a
figure that was restated and once provisional, a whole whose parts do not make it up.

`python -m tests.gauges` draws the golden files in tests/golden/charts/ anew. Look at every one that changed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.charts.frames import FRAMES
from generators.charts.registry import KINDS
from generators.charts.render.draw import draw
from generators.model import (
    Catalog,
    ChartSpec,
    Concept,
    Dataset,
    Edition,
    Event,
    Indicator,
    MethodBreak,
    Observation,
    Period,
    Place,
    Source,
    Topic,
)
from generators.model.parse import period
from generators.model.problems import Where

GOLDEN = Path(__file__).parent / "golden" / "charts"
HERE = Where(path="content/charts/example.yml")


def span(text: str) -> Period:
    """The period of that text, which must not be blank."""
    found = period(text)
    assert found is not None
    return found


def _place(code: str, name: str, tile: tuple[int, int] | None = None, kind: str = "district") -> Place:
    return Place(
        code=code, name=name, name_local="", local_language="", spellings=(), kind=kind,
        parent="RV" if code != "RV" else "", latitude=None, longitude=None, tile=tile, note="", where=HERE,
    )  # fmt: skip


PLACES: Mapping[str, Place] = {
    place.code: place
    for place in (
        _place("RV", "Riverland", kind="country"),
        replace(_place("RV-N", "Northwater", (1, 0)), latitude=Decimal("51.5"), longitude=Decimal("0.5")),
        replace(
            _place("RV-S", "Southbank and Eastmarches", (1, 1)), latitude=Decimal("50.5"), longitude=Decimal("0.5")
        ),
        replace(_place("RV-W", "Westerlingen", (0, 1)), latitude=Decimal("50.5"), longitude=Decimal("1.8")),
        _place("riverland-without-northwater", "Riverland without Northwater", kind="area"),
    )
}
SOURCE = Source(
    id="yearbook", publisher="River Board", title="Yearbook", author="", url="", archived="", published=None,
    accessed=None, kind="report", origin="", carrier="", language="en", checked=True, note="", collected=(), where=HERE,
)  # fmt: skip
FLOODED = Indicator(
    id="flooded", dataset="board", title="Houses flooded", unit="houses", population="houses", concept="flooded", kind="flow",
)  # fmt: skip
DEPTH = Indicator(
    id="depth", dataset="guesses", title="Greatest depth", unit="metres", population="water", concept="depth", kind="estimate",
)  # fmt: skip


BULLETIN = replace(FLOODED, dataset="bulletins")
MILLS = tuple(
    replace(FLOODED, dataset="owners", id=name, title=title, concept=name)
    for name, title in (("all", "Buildings flooded"), ("cottages", "Cottages"), ("mills", "Mills"))
)


def observation(indicator: Indicator, place: str, when: str, value: str) -> Observation:
    """A figure as it stands in a table: "7", "at_least 7", "3..9", or words."""
    qualifier, _, number = value.rpartition(" ")
    low, dots, high = number.partition("..")
    said_by, _, words = "", "", number if not number[:1].isdigit() else ""
    return Observation(
        dataset=indicator.dataset, indicator=indicator, place=PLACES[place], period=period(when),
        value=None if dots or words else Decimal(low), lower=Decimal(low) if dots else None,
        upper=Decimal(high) if dots else None, qualifier=qualifier or "exact",  # type: ignore[arg-type]
        wording=words, said_by=said_by, source=SOURCE, locator="", also_in=(), as_of=None, status=None, checked=True,
        note="", collected="", where=HERE,
    )  # fmt: skip


def dataset(name: str, recorder: str, observations: tuple[Observation, ...]) -> Dataset:
    """A table of one recorder."""
    indicators = {o.indicator.id: o.indicator for o in observations}
    return Dataset(
        id=name, topic="floods", title=f"{recorder}'s table", recorder=recorder, form="series", summary="", definition="",
        excludes="Barns and boats.", method="", coverage="", rhythm="monthly", ended=None, licence="", caveats="",
        breaks=(), indicators=indicators, observations=observations, where=HERE,
    )  # fmt: skip


def _board() -> Dataset:
    whole = {"2020-01": "12", "2020-02": "at_least 30", "2020-04": "18", "2020-05": "9", "2020-07": "4", "2020-08": "6"}
    rows = [observation(FLOODED, "RV", when, value) for when, value in whole.items()]
    rows.append(observation(FLOODED, "riverland-without-northwater", "2020-06", "5"))
    rows += [observation(FLOODED, "RV-N", "2020-02", "21"), observation(FLOODED, "RV-S", "2020-02", "0")]
    rows += [observation(FLOODED, "RV-N", when, "7") for when in ("2020-01", "2020-03")]
    table = dataset("board", "River Board of Riverland (RBR)", tuple(rows))
    return replace(table, breaks=(MethodBreak(period=span("2020-06"), label="Northwater not counted"),))


def _union() -> Dataset:
    flooded = replace(FLOODED, dataset="union")
    values = {"2020-01": "10..20", "2020-02": "25..45", "2020-03": "22..30"}
    rows = tuple(observation(flooded, "RV", when, value) for when, value in values.items())
    return dataset("union", "Householders' Union", rows)


def _guesses() -> Dataset:
    said = {
        "A miller": "2..5",
        "The lock keeper": "at_least 4",
        "A ferryman": "up_to 6",
        "The mayor": "about 3",
        "A child": "deep",
    }
    rows = [replace(observation(DEPTH, "RV", "2020-02", value), said_by=who) for who, value in said.items()]
    rows.append(replace(observation(DEPTH, "RV-N", "", "5"), said_by="A letter"))
    table = dataset("guesses", "Several speakers", tuple(rows))
    return replace(table, form="statements")


def _bulletins() -> Dataset:
    """One month as the board gave it three times, the last time in a document without a date."""
    almanac = replace(SOURCE, id="almanac")
    first, second, third = (observation(BULLETIN, "RV", "2020-02", value) for value in ("20", "24..28", "at_least 30"))
    later = replace(observation(BULLETIN, "RV", "2020-12", "3"), source=almanac)
    rows = (
        replace(first, as_of=span("2020-03-10"), status="provisional"),
        replace(second, as_of=span("2020-06")),
        replace(third, source=almanac),
        later,
    )
    stated = tuple(replace(row, said_by="The River Board") for row in rows)
    return replace(dataset("bulletins", "Bulletins", stated), form="statements")


def _owners() -> Dataset:
    """A whole with two parts, which leave a rest, and once are 0."""
    values = {"2020-01": ("20", "12", "0"), "2020-02": ("31", "20", "6"), "2020-03": ("16", "10", "6")}
    rows = [
        observation(indicator, "RV", when, value)
        for when, figures in values.items()
        for indicator, value in zip(MILLS, figures, strict=True)
    ]
    return dataset("owners", "Mill Owners", tuple(rows))


def _event(when: str, title: str, topic: str = "floods") -> Event:
    return Event(
        date=span(when), topic=topic, place=PLACES["RV"], at="", title=title, summary="", sources=(SOURCE,), collected="",
        where=HERE,
    )  # fmt: skip


EVENTS = (
    _event("2019", "The old bridge is closed"),
    _event("2020-02", "Water stands in the lower town"),
    _event("2020-02-11", "The lock at Westerlingen is opened"),
    _event("2020-06-30", "A title so long that in a lane of one year it has to be broken into two lines to be read at all, whichever side it is set on", "repairs"),
    _event("2020-12-20", "The new bridge opens", "repairs"),
)  # fmt: skip
_SQUARES = [[[0, 51], [0, 52], [2, 52], [2, 51], [0, 51]], [[0, 50], [0, 51], [2, 51], [2, 50], [0, 50]]]
GEOMETRY = json.dumps(
    {
        "type": "Topology",
        "arcs": _SQUARES,
        "objects": {
            "data": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "id": code, "arcs": [[number]]} for number, code in enumerate(("RV-N", "RV-S"))
                ],
            }
        },
    }
).encode()


@cache
def gauges() -> Catalog:
    """The catalog, with one chart of each kind."""
    topics = {name: Topic(id=name, title=name.capitalize(), summary="") for name in ("floods", "repairs")}
    edition = Edition(
        name="Gauges", tagline="", summary="", date=date(2021, 1, 1), publisher="", contact="", takedown_days=7, version="0.1.0", licence="CC0-1.0", address="",
        map_caption="Outlines are made up.", topics=topics, news=(), where=HERE,
    )  # fmt: skip
    return Catalog(
        edition=edition, concepts={"flooded": Concept(id="flooded", title="Houses flooded", question="How many?")},
        sources={SOURCE.id: SOURCE}, places=PLACES, datasets={d.id: d for d in (_board(), _union(), _guesses(), _bulletins(), _owners())},
        events=EVENTS, charts=CHARTS, briefings={}, standing={}, terms={}, corrections=(), left_out=(), geometry=GEOMETRY,
    )  # fmt: skip


def chart(kind: str, *series: str, places: tuple[str, ...] = (), when: str = "") -> ChartSpec:
    """A declaration of that kind, named after it."""
    return ChartSpec(
        slug=f"example-{kind}", kind=kind, title=f"Houses & <floods> as a {kind}", subtitle="",
        series=tuple((one.partition("/")[0], one.partition("/")[2]) for one in series), places=places, period=period(when),
        topic="", reading="", note="", where=HERE,
    )  # fmt: skip


def provisional(*datasets: str) -> Catalog:
    """The gauges with all figures of these datasets called provisional."""
    tables = {name: gauges().datasets[name] for name in datasets}
    loose = {
        name: replace(table, observations=tuple(replace(o, status="provisional") for o in table.observations))
        for name, table in tables.items()
    }
    return replace(gauges(), datasets={**gauges().datasets, **loose})


REGION = ("RV", "riverland-without-northwater")
CHARTS: Mapping[str, ChartSpec] = {
    spec.kind: spec
    for spec in (
        chart("line", "board/flooded", "union/flooded", places=REGION),
        chart("columns", "board/flooded", places=REGION),
        chart("bars", "board/flooded", when="2020-02"),
        chart("range", "guesses/depth"),
        chart("timeline"),
        chart("tiles", "board/flooded", places=("RV-N", "RV-S", "RV-W"), when="2020-02"),
        chart("locator", places=("RV-N", "RV-W")),
        chart("strip", "board/flooded", places=REGION),
        chart("multiples", "board/flooded", places=("RV-N", "RV-S", "RV-W", "RV")),
        chart("calendar", "board/flooded", places=("RV-N", "RV-S", "RV-W", "RV")),
        chart("disagreement", "board/flooded", "union/flooded", places=("RV",)),
        chart("revision", "bulletins/flooded", when="2020-02"),
        chart("slope", "board/flooded", "union/flooded", places=("RV", "RV-N", "RV-S"), when="2020-01/2020-02"),
        chart("share", "owners/all", "owners/cottages", "owners/mills"),
    )
}


def golden() -> Iterator[tuple[str, str]]:
    """Every golden file's name and what should stand in it: of each kind the specification and the drawings."""
    with TemporaryDirectory() as folder:
        for kind, spec in CHARTS.items():
            drawing = draw(spec, gauges(), Path(folder))
            yield f"{kind}.wide.svg", drawing.wide + "\n"
            yield f"{kind}.narrow.svg", drawing.narrow + "\n"
            for frame in FRAMES:
                specification = KINDS[kind].draw(spec, gauges(), frame).to_dict(validate=True)
                yield (
                    f"{kind}.{frame.name}.json",
                    json.dumps(specification, indent=1, sort_keys=True, ensure_ascii=False) + "\n",
                )


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, content in golden():
        (GOLDEN / name).write_text(content, encoding="utf-8")
