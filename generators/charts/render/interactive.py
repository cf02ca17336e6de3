"""Interactive view of a compiled drawing: marks with the index of their figure, and a time axis that zooms.

The marks and their positions are those of the static drawing. Added are signals that a page's script sets: `off` dims
figures, `span` and `top` are the ends of the axes, `ticks` and `rungs` their labels. This works on the renderer's
specification as plain values, so that no chart kind needs a script of its own.

The data row of a mark has its figure (`of`, see `chart_selection.which`). A row in pixels may have a time (`when`) and a
number (`level`): then it keeps its distance from them when the axes change. An overlay between two pixels (`px2`,
`py2`), such as hatching, stretches with the axes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generators.charts.elements.time_labels import MONTHS, YEARS

Spec = dict[str, Any]
Tables = Mapping[str, Sequence[Spec]]
"""The rows of each named table."""

TRANSFORMS = frozenset({"formula", "filter"})
"""Transforms that the page's script supports; a drawing that needs others is a bug."""
_MOMENT = re.compile(r"datetime\((-?\d+)\)")
_FAINT = 0.12
"""Opacity of a filtered figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axes:
    """The initial axes of a drawing."""

    span: tuple[float, float]
    ticks: Sequence[float]
    months: bool
    low: float
    top: float
    rungs: Sequence[float]
    width: float
    height: float

    def offset(self, row: Spec) -> Spec:
        """Return the row with its distance in pixels from its time and number."""
        if "when" not in row:
            return row
        first, last = self.span
        across = row["px"] - self.width * (row["when"] - first) / (last - first)
        down = row["py"] - self._down(row["level"]) if {"py", "level"} <= row.keys() else 0
        return {**row, "ox": round(across, 2), "oy": round(down, 2)}

    def _down(self, number: float) -> float:
        return self.height * (1 - (number - self.low) / (self.top - self.low))

    def stretched(self, row: Spec) -> Spec:
        """Return the row of an overlay with the times and numbers of its pixels."""
        if not {"of", "px", "px2"} <= row.keys():
            return row
        first, last = self.span
        across = {"when": "px", "when2": "px2"}
        down = {"level": "py", "level2": "py2"} if "py2" in row else {}
        return {
            **row,
            **{name: first + (last - first) * row[pixel] / self.width for name, pixel in across.items()},
            **{name: self.top - (self.top - self.low) * row[pixel] / self.height for name, pixel in down.items()},
        }


def live(drawn: Spec, compiled: Spec, *, zooms: bool) -> Spec:
    """Return the data of a page's script: Vega specification, names and colours of figures, initial axes.

    `drawn` is the chart as Vega-Lite, `compiled` as Vega; `zooms` makes the time axis zoomable.
    """
    axes = _axes(drawn, compiled) if zooms else None
    data = _stretch_overlays(compiled["data"], axes)
    tables = _tables(data)
    names = list(dict.fromkeys(row["of"] for rows in tables.values() for row in rows if row.get("of")))
    numbers = {name: n for n, name in enumerate(names)}
    vega = {
        **compiled,
        "data": [_table(table, numbers, axes) for table in data],
        "marks": _marks(compiled["marks"], tables, axes),
        "signals": [{"name": "off", "value": {}}, *(_signals(axes) if axes else ())],
        "axes": [_axis(axis, axes) for axis in compiled.get("axes", ())],
        "scales": [_scale(scale, axes) for scale in compiled.get("scales", ())],
    }
    return {
        "vega": vega,
        "names": names,
        "inks": _inks(compiled, tables, numbers),
        "columns": _has_columns(compiled, tables),
    }


def _axes(drawn: Spec, compiled: Spec) -> _Axes:
    channels = [layer["encoding"] for layer in drawn["layer"]]
    across = next(c["x"] for c in channels if (c["x"].get("scale") or {}).get("type") == "utc")
    up = next(c["y"] for c in channels if "y" in c and (c["y"].get("scale") or {}).get("domain"))
    first, last = across["scale"]["domain"]
    return _Axes(
        span=(first, last),
        ticks=across["axis"]["values"],
        months=across["axis"]["labelExpr"] == MONTHS,
        low=up["scale"]["domain"][0],
        top=up["scale"]["domain"][1],
        rungs=up["axis"]["values"],
        width=compiled["width"],
        height=compiled["height"],
    )


def _stretch_overlays(data: Sequence[Spec], axes: _Axes | None) -> Sequence[Spec]:
    if not axes:
        return data
    return [{**t, "values": list(map(axes.stretched, t["values"]))} if "values" in t else t for t in data]


def _tables(data: Iterable[Spec]) -> Tables:
    tables: dict[str, Sequence[Spec]] = {}
    for table in data:
        foreign = {transform["type"] for transform in table.get("transform", ())} - TRANSFORMS
        if foreign:
            raise ValueError(
                f"The reader's script cannot do {sorted(foreign)}: draw it without, or add it to the script."
            )
        tables[table["name"]] = table.get("values") or tables.get(table.get("source", ""), ())
    return tables


def _table(table: Spec, numbers: Mapping[str, int], axes: _Axes | None) -> Spec:
    if "source" in table:
        return table
    rows = [_number_row(row, numbers) for row in table["values"]]
    return {**table, "values": [axes.offset(row) for row in rows] if axes else rows}


def _number_row(row: Spec, numbers: Mapping[str, int]) -> Spec:
    return {key: numbers.get(value) if key == "of" else value for key, value in row.items()}


def _signals(axes: _Axes) -> Iterator[Spec]:
    first, last = axes.span
    start = {"span": list(axes.span), "ticks": axes.ticks, "months": axes.months, "rungs": axes.rungs}
    for name, value in (start | {"low": axes.low, "top": axes.top}).items():
        yield {"name": name, "value": value}
    yield {"name": "zoomed", "update": f"span[0] !== {first} || span[1] !== {last}"}


def _scale(scale: Spec, axes: _Axes | None) -> Spec:
    domains = {"x": [{"signal": "span[0]"}, {"signal": "span[1]"}], "y": [{"signal": "low"}, {"signal": "top"}]}
    if axes and scale["name"] in domains:
        return {**scale, "domain": domains[scale["name"]]}
    fields = scale["domain"].get("fields") if isinstance(scale["domain"], dict) else None
    if not fields:
        return scale
    ends = _moments(end for field in fields for end in (field if isinstance(field, list) else [field]))
    return {**scale, "domain": [min(ends), max(ends)]}


def _moments(values: Iterable[Any]) -> list[Any]:
    """Return times as numbers: the renderer's expressions would need more of Vega in the script."""
    return [float(_MOMENT.findall(value["signal"])[0]) if isinstance(value, dict) else value for value in values]


def _axis(axis: Spec, axes: _Axes | None) -> Spec:
    """Return the axis without ARIA attributes, with the labels of the zoomed time."""
    silent = {**axis, "aria": False}
    if axes and axis["scale"] == "x":
        text = {"text": {"signal": f"months ? {MONTHS} : {YEARS}"}}
        return {**silent, "values": {"signal": "ticks"}, "encode": {"labels": {"update": text}}}
    return {**silent, "values": {"signal": "rungs"} if axes else _moments(axis["values"])}


def _marks(marks: Iterable[Spec], tables: Tables, axes: _Axes | None) -> list[Spec]:
    return [_group(mark, tables, axes) if mark["type"] == "group" else _mark(mark, tables, axes) for mark in marks]


def _group(mark: Spec, tables: Tables, axes: _Axes | None) -> Spec:
    facet = mark["from"]["facet"]
    inner = {**tables, facet["name"]: tables[facet["data"]]}
    return {**mark, "marks": _marks(mark["marks"], inner, axes)}


def _mark(mark: Spec, tables: Tables, axes: _Axes | None) -> Spec:
    fields = {field for row in tables[mark["from"]["data"]] for field in row}
    update = {name: value for name, value in mark["encode"]["update"].items() if name not in _SPOKEN}
    strength = start = str(update.get("opacity", {}).get("value", 1))
    if "of" in fields:
        strength = f"off[datum.of] ? {_FAINT} : {strength}"
    if axes and (condition := _hiding_condition(update, fields)):
        strength = f"{condition} ? 0 : {strength}"
    if axes:
        update = {**update, **_anchor_channels(update, fields)}
    if strength != start:
        update["opacity"] = {"signal": strength}
    clip = {"clip": {"signal": "zoomed"}} if axes and _is_inside(update) else {}
    return {**mark, "aria": False, "encode": {"update": update}, **clip}


_SPOKEN = {"description", "ariaRoleDescription"}
"""The renderer's ARIA texts of marks; the page has its own."""


def _anchor_channels(update: Spec, fields: set[str]) -> Spec:
    channels: Spec = {}
    if "when" in fields and update["x"] == {"field": "px"}:
        channels["x"] = {"scale": "x", "field": "when", "offset": {"field": "ox"}}
    if "level" in fields and update["y"] == {"field": "py"}:
        channels["y"] = {"scale": "y", "field": "level", "offset": {"field": "oy"}}
    for name, field in (("x2", "when2"), ("y2", "level2")):
        if field in fields:
            channels[name] = {"scale": name[0], "field": field}
    return channels


def _is_inside(update: Spec) -> bool:
    """Return True for a mark that is placed by time and not by vertical pixels."""
    return update["x"].get("scale") == "x" and update["y"] != {"field": "py"}


def _hiding_condition(update: Spec, fields: set[str]) -> str:
    """Return the condition under which zooming hides a label beside or above the plot."""
    if update["x"] != {"field": "px"}:
        return ""
    if "when" not in fields:
        return "zoomed" if "of" in fields else ""
    room = "width" if "of" in fields else "width - 8"
    return "" if "level" in fields else f"zoomed && !inrange(scale('x', datum.when), [0, {room}])"


def _has_columns(compiled: Spec, tables: Tables) -> bool:
    """Return True if figures are rectangles, whose time labels are below their middle."""
    marks = (mark for mark in compiled["marks"] if mark["type"] == "rect")
    return any("of" in row for mark in marks for row in tables[mark["from"]["data"]])


def _inks(compiled: Spec, tables: Tables, numbers: Mapping[str, int]) -> list[str]:
    """Return the colour of each figure's mark; empty if a mark has none of its own."""
    texts = {mark["from"]["data"] for mark in compiled["marks"] if mark["type"] == "text"}
    rows = (row for name, rows in tables.items() if name not in texts for row in rows if row.get("of"))
    inks: dict[int, str] = {}
    for row in rows:
        if "ink" in row:
            inks.setdefault(numbers[row["of"]], row["ink"])
    return [inks.get(n, "") for n in range(len(numbers))]
