"""Tile map: one square of equal size per place, coloured in five classes. A missing figure is not 0."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from generators.analysis.chart_selection import which
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.tile_values import class_of, limits
from generators.charts.elements.class_legend import ClassKey, boxes, class_height, class_layers
from generators.charts.elements.text_layout import SMALL, syllables, wrapped
from generators.charts.elements.theme import Row, colour, dressed, text_layer
from generators.charts.frames import Frame, Plot
from generators.model import Observation, Place
from generators.model.dataset import level
from generators.text.messages import gettext
from generators.text.wording import bare

_GAP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tile:
    place: Place
    lines: tuple[str, ...]
    fill: str
    ink: str
    dashed: bool
    of: str = ""
    """Name of its figure."""


def tile_map(data: ChartData, frame: Frame) -> alt.LayerChart:
    """Draw the grid of tiles with names and figures, and the class legend above it.

    The frame determines the size of a tile; long names are broken.
    """
    figures, missing = data.tiles, data.empty_tiles
    grid = _grid(data.places.values(), frame)
    tops = limits([float(level(o)) for o in figures.values()])
    tiles = [*(_figure_tile(o, tops, grid) for o in figures.values()), *(_empty_tile(place, grid) for place in missing)]
    title = wrapped(axis_title(list(figures.values()), data.concepts), frame.width - 4)
    left = max((frame.width - grid.columns * grid.across) / 2, 2)
    head = class_height(title)
    plot = Plot(frame=frame, height=grid.rows * grid.down, left=left, right=left, top=head, bottom=2)
    key = ClassKey(title=title, tops=tops, top=head, left=left, width=frame.width, empty="dashed" if missing else "")
    return dressed([*_squares(tiles, grid), *_texts(tiles, grid), *class_layers(key)], plot)


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


def _grid(places: Iterable[Place], frame: Frame) -> _Grid:
    corners = [place.tile for place in places if place.tile]
    west = min(column for column, _ in corners)
    columns, rows = max(column for column, _ in corners) - west + 1, max(row for _, row in corners) + 1
    across = (frame.width - 4) / columns if frame.narrow else min(126.0, (frame.width - 4) / columns)
    return _Grid(west=west, columns=columns, rows=rows, across=across, down=68)


def _figure_tile(observation: Observation, tops: Sequence[float], grid: _Grid) -> _Tile:
    place, number = observation.place, class_of(float(level(observation)), tops)
    paper = colour("bg") if number > 3 else colour("ink")
    lines = (*_name(place, grid), bare(observation))
    return _Tile(
        place=place, lines=lines, fill=colour(f"class-{number}"), ink=paper, dashed=False, of=which(observation)
    )


def _empty_tile(place: Place, grid: _Grid) -> _Tile:
    lines = (*_name(place, grid), gettext("no figure"))
    return _Tile(place=place, lines=lines, fill=colour("bg"), ink=colour("muted"), dashed=True)


def _name(place: Place, grid: _Grid) -> list[str]:
    room = grid.across - _GAP - 6
    return [part for line in wrapped(place.name, room, SMALL) for part in syllables(line, room, SMALL)]


def _squares(tiles: Sequence[_Tile], grid: _Grid) -> Iterator[alt.Chart]:
    for dashed in (False, True):
        rows = [_square(tile, grid) for tile in tiles if tile.dashed is dashed]
        if rows:
            yield boxes(rows, dashed=dashed)


def _square(tile: _Tile, grid: _Grid) -> Row:
    left, top = grid.corner(tile.place)
    return {
        "x": left,
        "x2": left + grid.across - _GAP,
        "y": top,
        "y2": top + grid.down - _GAP,
        "ink": tile.fill,
        "of": tile.of,
    }


def _texts(tiles: Sequence[_Tile], grid: _Grid) -> Iterator[alt.Chart]:
    rows = [row for tile in tiles for row in _lines(tile, grid)]
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
            "of": tile.of,
        }
