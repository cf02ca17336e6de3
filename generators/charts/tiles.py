"""A tile map: one square a place, all of equal size, coloured in five classes. No figure is not the same as 0."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from generators.charts.frame import Frame, Plot
from generators.charts.key import LINE
from generators.charts.layout import SMALL, syllables, width_of, wrapped
from generators.charts.selection import level
from generators.charts.theme import Row, colour, data, dressed, pixel_x, pixel_y, text_layer
from generators.charts.tilings import CLASSES, class_of, limits, tiled, untold
from generators.charts.units import axis_title
from generators.model import Catalog, ChartSpec, Observation, Place
from generators.wording import bare

_GAP = 4
_HEAD = 58
"""Pixels above the tiles for the unit and the classes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tile:
    place: Place
    lines: tuple[str, ...]
    fill: str
    ink: str
    dashed: bool


def tiles(spec: ChartSpec, catalog: Catalog, frame: Frame) -> alt.LayerChart:
    """The tiles in their grid, each with the place's name and its figure, under the limits of the classes.

    The frame decides how large a tile is; a long name is broken where it does not fit.
    """
    figures, missing = tiled(spec, catalog), untold(spec, catalog)
    grid = _grid(catalog, frame)
    tops = limits([float(level(o)) for o in figures.values()])
    drawn = [*(_told(o, tops, grid) for o in figures.values()), *(_untold(place, grid) for place in missing)]
    title = wrapped(axis_title(list(figures.values()), catalog), frame.width - 4)
    left = max((frame.width - grid.columns * grid.across) / 2, 2)
    head = _HEAD + LINE * len(title)
    plot = Plot(frame=frame, height=grid.rows * grid.down, left=left, right=left, top=head, bottom=2)
    key = _Key(title=title, tops=tops, top=head, left=left, width=frame.width, empty=bool(missing))
    return dressed([*_squares(drawn, grid), *_texts(drawn, grid), *_key_layers(key)], plot)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    west: int
    columns: int
    rows: int
    across: float
    down: float

    def corner(self, place: Place) -> tuple[float, float]:
        column, row = place.tile or (0, 0)
        return (column - self.west) * self.across + _GAP / 2, row * self.down + _GAP / 2


def _grid(catalog: Catalog, frame: Frame) -> _Grid:
    corners = [place.tile for place in catalog.places.values() if place.tile]
    west = min(column for column, _ in corners)
    columns, rows = max(column for column, _ in corners) - west + 1, max(row for _, row in corners) + 1
    across = (frame.width - 4) / columns if frame.narrow else min(126.0, (frame.width - 4) / columns)
    return _Grid(west=west, columns=columns, rows=rows, across=across, down=68)


def _told(observation: Observation, tops: Sequence[float], grid: _Grid) -> _Tile:
    place, number = observation.place, class_of(float(level(observation)), tops)
    paper = colour("bg") if number > 3 else colour("ink")
    lines = (*_name(place, grid), bare(observation))
    return _Tile(place=place, lines=lines, fill=colour(f"class-{number}"), ink=paper, dashed=False)


def _untold(place: Place, grid: _Grid) -> _Tile:
    lines = (*_name(place, grid), "no figure")
    return _Tile(place=place, lines=lines, fill=colour("bg"), ink=colour("muted"), dashed=True)


def _name(place: Place, grid: _Grid) -> list[str]:
    room = grid.across - _GAP - 6
    return [part for line in wrapped(place.name, room, SMALL) for part in syllables(line, room, SMALL)]


def _squares(drawn: Sequence[_Tile], grid: _Grid) -> Iterator[alt.Chart]:
    for dashed in (False, True):
        rows = [_square(tile, grid) for tile in drawn if tile.dashed is dashed]
        if rows:
            yield _boxes(rows, dashed=dashed)


def _boxes(rows: Sequence[Row], *, dashed: bool) -> alt.Chart:
    edge: Row = {"stroke": colour("break"), "strokeDash": [3, 3], "strokeWidth": 1} if dashed else {}
    shown = alt.Chart(data(rows)).mark_rect(cornerRadius=2, **edge)
    return shown.encode(x=pixel_x("x"), x2="x2:Q", y=pixel_y("y"), y2="y2:Q", fill=alt.Fill("ink:N", scale=None))


def _square(tile: _Tile, grid: _Grid) -> Row:
    left, top = grid.corner(tile.place)
    return {"x": left, "x2": left + grid.across - _GAP, "y": top, "y2": top + grid.down - _GAP, "ink": tile.fill}


def _texts(drawn: Sequence[_Tile], grid: _Grid) -> Iterator[alt.Chart]:
    rows = [row for tile in drawn for row in _lines(tile, grid)]
    for heavy in (False, True):
        yield text_layer(
            [r for r in rows if r["heavy"] is heavy],
            align="center",
            fontSize=14 if heavy else SMALL,
            fontWeight=700 if heavy else 400,
        )


def _lines(tile: _Tile, grid: _Grid) -> Iterator[Row]:
    left, top = grid.corner(tile.place)
    first = top + (grid.down - _GAP) / 2 - 8 * (len(tile.lines) - 1)
    for n, text in enumerate(tile.lines):
        heavy = not tile.dashed and n == len(tile.lines) - 1
        yield {
            "px": left + (grid.across - _GAP) / 2,
            "py": first + 16 * n,
            "text": text,
            "ink": tile.ink,
            "heavy": heavy,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    title: list[str]
    tops: list[float]
    top: float
    left: float
    width: float
    empty: bool

    @property
    def labels(self) -> list[str]:
        return [f"{limit:,.0f}" for limit in (0, *self.tops)]

    @property
    def step(self) -> float:
        return min(70.0, (self.width - 104) / CLASSES)

    @property
    def down(self) -> float:
        return LINE * (len(self.title) + 0.3) - self.top


def _key_layers(key: _Key) -> Iterator[alt.Chart]:
    start = 6 - key.left
    ends = [start + key.step * n for n in range(CLASSES + 1)]
    boxes = [_box(ends[n - 1], ends[n], key, colour(f"class-{n}")) for n in range(1, CLASSES + 1)]
    yield _boxes(boxes, dashed=False)
    texts = [_under(px - width_of(label, SMALL) / 2, label, key) for px, label in zip(ends, key.labels, strict=True)]
    if key.empty:
        yield _boxes([_box(ends[-1] + 30, ends[-1] + 56, key, colour("bg"))], dashed=True)
        texts.append(_under(ends[-1] + 28, "no figure", key))
    yield text_layer(texts, fontSize=SMALL)
    lines = [
        {"px": 2 - key.left, "py": LINE * (n + 0.5) - key.top, "text": t, "ink": colour("muted")}
        for n, t in enumerate(key.title)
    ]
    yield text_layer(lines)


def _box(left: float, right: float, key: _Key, fill: str) -> Row:
    return {"x": left, "x2": right, "y": key.down + 2, "y2": key.down + 15, "ink": fill}


def _under(px: float, label: str, key: _Key) -> Row:
    return {"px": px, "py": key.down + 26, "text": label, "ink": colour("muted")}
