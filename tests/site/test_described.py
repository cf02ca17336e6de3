"""What a chart says in words, checked against the tables: peak, trough, ends, ranges and gaps, counted anew from the CSV.

Nothing of the charts' own reckoning is used here: the declaration and the rows are read with the standard library.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

import pytest

from generators.analysis.chart_selection import expanded
from generators.charts.data.chart_data import all_chart_data, chart_data
from generators.charts.data.series import breaks_of
from generators.charts.descriptions.chart_description import long_description, source_line
from generators.charts.elements.theme import Row as Mark
from generators.charts.frames import FRAMES
from generators.charts.render.specification import vega_lite
from generators.model import ChartSpec
from tests.fixtures.real_site import real
from tests.fixtures.repository import ROOT

pytestmark = pytest.mark.slow

Row = Mapping[str, str]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SHAPES = {
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "month": re.compile(r"\d{4}-\d\d"),
    "quarter": re.compile(r"\d{4}-Q\d"),
    "year": re.compile(r"\d{4}"),
}
"""A period as a table has it, by a declaration's grain."""
_SERIES = re.compile(
    r"(\d[\d,]*) figures?(?:,| according to [^:]+:) the first ([^()]+) \(([^)]+)\), the last ([^()]+) \(([^)]+)\)\. "
    r"[^:]*ighest[^:]*: ([^()]+) \(([^)]+)\); lowest: ([^()]+) \(([^)]+)\)\.(?: (\d+) figures? given as a range\.)?"
)


@cache
def _table(dataset: str) -> tuple[Row, ...]:
    (path,) = ROOT.glob(f"data/*/{dataset}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _places() -> Mapping[str, Row]:
    with (ROOT / "data/places.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def rows_of(spec: ChartSpec, *, all_versions: bool = False) -> list[Row]:
    """The rows with a number that a declaration names, each figure in the version stated last, oldest first."""
    found: dict[tuple[str, ...], Row] = {}
    for dataset, indicator in spec.series:
        chosen = (row for row in _table(dataset) if row["indicator"] == indicator and _chosen(row, spec))
        for n, row in enumerate(sorted(chosen, key=lambda row: _last(row["as_of"]))):
            version = str(n) if all_versions else ""
            found[dataset, indicator, row["place"], row["period"], row["said_by"], version] = {
                **row,
                "dataset": dataset,
            }
    return sorted(found.values(), key=lambda row: row["period"])


def _chosen(row: Row, spec: ChartSpec) -> bool:
    if not any(row[end] for end in ("value", "lower", "upper")) or (spec.places and row["place"] not in spec.places):
        return False
    if spec.grain and not _SHAPES[spec.grain.value].fullmatch(row["period"]):
        return False
    if spec.period is None:
        return True
    first, last = spec.period.first.isoformat(), spec.period.last.isoformat()
    return bool(row["period"]) and first <= _first(row["period"]) and _last(row["period"]) <= last


def _first(period: str) -> str:
    return {4: f"{period}-01-01", 7: f"{period}-01"}.get(len(start := period.partition("/")[0]), start)[:10]


def _last(period: str) -> str:
    end = period.rpartition("/")[2]
    return {4: f"{end}-12-31", 7: f"{end}-28"}.get(len(end), end)


def level(row: Row) -> float:
    """The number that is drawn."""
    return float(row["value"] or row["lower"] or row["upper"])


def numbers(row: Row) -> set[float]:
    """Every number that the row gives."""
    return {float(row[end]) for end in ("value", "lower", "upper") if row[end]}


def said(text: str) -> set[float]:
    """Every number in an amount that is worded."""
    return {float(found.replace(",", "")) for found in re.findall(_NUMBER, text)}


def named(period: str) -> str:
    """A year or a month as a reader says it."""
    year, _, month = period.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def _over_time(kind: str) -> bool:
    return kind in {"line", "columns"}


TIMED = sorted(slug for slug, spec in expanded(real()).items() if _over_time(spec.kind))
IN_ROWS = sorted(slug for slug, spec in expanded(real()).items() if spec.kind in {"bars", "range"})
TILED = sorted(slug for slug, spec in expanded(real()).items() if spec.kind == "tiles")


def series_of(spec: ChartSpec) -> dict[tuple[str, str, str], list[Row]]:
    """The rows of the commonest length of time by dataset, indicator and place."""
    rows = rows_of(spec)
    ((length, _),) = Counter(len(row["period"]) for row in rows).most_common(1)
    series: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        if len(row["period"]) == length:
            series.setdefault((row["dataset"], row["indicator"], row["place"]), []).append(row)
    return series


@pytest.mark.parametrize("slug", TIMED)
def test_ends_peak_trough_and_ranges_of_every_series(slug: str) -> None:
    spec = expanded(real())[slug]
    told = sorted(_SERIES.findall(long_description(chart_data(spec, real()))))
    due = list(series_of(spec).values())
    assert len(told) == len(due)
    for rows in due:
        assert any(_tells(found, rows) for found in told), (told, rows[0])


def _tells(found: Sequence[str], rows: Sequence[Row]) -> bool:
    count, *amounts, ranges = found
    high, low = max(rows, key=level), min(rows, key=level)
    due = [(numbers(row), named(row["period"])) for row in (rows[0], rows[-1], high, low)]
    pairs = [(said(amounts[n]), amounts[n + 1]) for n in range(0, 8, 2)]
    ranged = sum(row["lower"] != row["upper"] and bool(row["lower"]) and bool(row["upper"]) for row in rows)
    return int(count.replace(",", "")) == len(rows) and pairs == due and int(ranges or 0) == ranged


@pytest.mark.parametrize("slug", TIMED)
def test_every_gap_is_told_and_nothing_else(slug: str) -> None:
    """Months and years are counted on from the first to the last; an area that stands in for its whole fills its month."""
    spec = expanded(real())[slug]
    due: list[str] = []
    by_recorder = groupby(sorted(series_of(spec).items()), key=lambda item: item[0][:2])
    for _, group in by_recorder:
        due += missing(sorted({row["period"] for _, rows in group for row in rows}))
    told = [
        stretch
        for text in re.findall(r"No figure for ([^.]+)\.", long_description(chart_data(spec, real())))
        for stretch in _stretches(text)
    ]
    assert sorted(_counted(told)) == sorted(due)


def missing(periods: Sequence[str]) -> list[str]:
    """The periods between the first and the last that are not there."""
    return [period for period in _between(periods[0], periods[-1]) if period not in periods]


def _between(first: str, last: str) -> list[str]:
    if "-" not in first:
        return [str(year) for year in range(int(first), int(last) + 1)]
    start, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(start, end + 1)]


def _stretches(text: str) -> list[str]:
    return re.split(r", | and ", text)


def _counted(stretches: Iterable[str]) -> list[str]:
    return [period for one in stretches for period in _between(*_ends(one))]


def _ends(stretch: str) -> tuple[str, str]:
    first, _, last = stretch.partition(" to ")
    return _coded(first), _coded(last or first)


def _coded(words: str) -> str:
    month, _, year = words.rpartition(" ")
    return f"{year}-{MONTHS.index(month) + 1:02}" if month else year


@pytest.mark.parametrize("slug", IN_ROWS)
def test_the_number_of_rows_the_highest_and_the_lowest(slug: str) -> None:
    spec = expanded(real())[slug]
    rows = rows_of(spec, all_versions=spec.kind == "range")
    text = long_description(chart_data(spec, real()))
    count = re.search(r"\. (\d+) rows?, one a figure", text)
    highest, lowest = re.search(r"Highest: (.+?), ", text), re.search(r"Lowest: (.+?), ", text)
    assert count
    assert highest
    assert lowest
    assert int(count[1]) == len(rows)
    assert max(said(highest[1])) == max(max(numbers(row)) for row in rows)
    assert min(said(lowest[1])) == min(min(numbers(row)) for row in rows)


@pytest.mark.parametrize("slug", TILED)
def test_every_tile_is_told_with_its_figure_or_as_unknown(slug: str) -> None:
    spec = expanded(real())[slug]
    told = long_description(chart_data(spec, real()))
    tiles = {code: place["name"] for code, place in _places().items() if place["tile_column"]}
    figures = {tiles[row["place"]]: level(row) for row in rows_of(spec) if row["place"] in tiles}
    best, worst = max(figures.values()), min(figures.values())
    ends = re.search(
        rf"Highest according to [^:]+: (.+?), [a-z ]*({_NUMBER}); lowest: (.+?), [a-z ]*({_NUMBER})\.", told
    )
    assert ends
    assert (said(ends[2]), said(ends[4])) == ({best}, {worst})
    assert figures[ends[1]] == best
    assert figures[ends[3]] == worst
    unknown = re.search(r"No figure for ([^.]+)\.", told)
    assert unknown
    assert sorted(_stretches(unknown[1])) == sorted(set(tiles.values()) - set(figures))


@pytest.mark.parametrize("slug", sorted(expanded(real())))
def test_every_chart_says_where_its_figures_come_from(slug: str) -> None:
    spec = expanded(real())[slug]
    recorders = {real().datasets[name].recorder for name, _ in spec.series if real().datasets[name].form == "series"}
    line = source_line(chart_data(spec, real()))
    assert line
    assert [recorder for recorder in recorders if recorder not in line] == []


@pytest.mark.parametrize("slug", TIMED)
def test_every_method_break_in_view_is_drawn_and_told(slug: str) -> None:
    spec = expanded(real())[slug]
    for method_break in breaks_of(chart_data(spec, real()).series):
        assert method_break.label in long_description(chart_data(spec, real()))
        for frame in FRAMES:
            written = _written(vega_lite(chart_data(spec, real()), frame)["layer"])
            assert all(word in written for word in method_break.label.split()), frame.name


def _written(layers: Iterable[Mark]) -> set[str]:
    """Every word that a specification draws."""
    rows = (row for layer in layers for row in layer["data"]["values"])
    return {word for row in rows for word in str(row.get("text", "")).split()}


def test_a_recorder_has_one_colour_and_one_place_in_every_chart() -> None:
    owned: dict[int, set[str]] = {}
    orders = set()
    for slug in TIMED:
        series = all_chart_data(real())[slug].series
        recorders = tuple(dict.fromkeys(s.dataset.recorder for s in series))
        orders |= {(a, b) for n, a in enumerate(recorders) for b in recorders[n + 1 :]}
        for one in series:
            owned.setdefault(one.colour, set()).add(one.dataset.recorder)
    assert {colour: len(names) for colour, names in owned.items() if colour in (1, 2, 4, 5)} == {1: 1, 2: 1, 4: 1, 5: 1}
    assert [(a, b) for a, b in orders if (b, a) in orders] == []
