"""Where the marks of a specification stand, in pixels of its plot: what a person sees, worked out without the renderer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark of a figure or an event, from its top left to its bottom right corner, its stroke included."""

    of: str
    type: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def seen(self) -> bool:
        """True if it has an area."""
        return self.right - self.left > 0.9 and self.bottom - self.top > 0.9


def marks_of(specification: Json) -> Iterator[Mark]:
    """Every mark that names its figure, texts left out."""
    for layer in specification["layer"]:
        rows = [row for row in layer["data"].get("values", ()) if isinstance(row, dict) and row.get("of")]
        kind = layer["mark"]["type"]
        if kind in ("area", "line"):
            yield from _joined(rows, layer, specification)
        elif kind != "text":
            yield from (_mark(row, layer, specification) for row in rows)


def texts_of(specification: Json) -> Iterator[tuple[str, float, float]]:
    """Every text with its anchor."""
    for layer in specification["layer"]:
        if layer["mark"]["type"] == "text":
            yield from ((row["text"], row["px"], row["py"]) for row in layer["data"]["values"])


def _joined(rows: list[dict[str, Any]], layer: Json, specification: Json) -> Iterator[Mark]:
    """A line or an area has no extent at a single point."""
    field = layer["encoding"]["detail"]["field"]
    for _, group in groupby(rows, key=lambda row: row[field]):
        own = list(group)
        if len(own) > 1:
            yield from (_mark(row, layer, specification) for row in own)


def _mark(row: Json, layer: Json, specification: Json) -> Mark:
    mark, encoding = layer["mark"], layer["encoding"]
    x, x2 = _ends(row, encoding, "x", specification)
    y, y2 = _ends(row, encoding, "y", specification)
    half = sqrt(mark.get("size", 30)) / 2 if mark["type"] in ("circle", "point") else mark.get("strokeWidth", 0) / 2
    across = half if x == x2 or mark["type"] in ("circle", "point", "line", "area") else 0
    down = half if y == y2 or mark["type"] in ("circle", "point", "line", "area") else 0
    return Mark(
        of=row["of"],
        type=mark["type"],
        left=min(x, x2) - across,
        right=max(x, x2) + across,
        top=min(y, y2) - down,
        bottom=max(y, y2) + down,
    )


def _ends(row: Json, encoding: Json, name: str, specification: Json) -> tuple[float, float]:
    channel, other = encoding[name], encoding.get(f"{name}2", encoding[name])
    size = specification["width" if name == "x" else "height"]
    return _pixel(row, channel, channel, (name, size)), _pixel(row, other, channel, (name, size))


def _pixel(row: Json, channel: Json, scaled: Json, axis: tuple[str, float]) -> float:
    name, size = axis
    if "value" in channel:
        return float(channel["value"])
    number = channel["datum"] if "datum" in channel else row[channel["field"]]
    if scaled["scale"] is None:
        return float(number)
    low, high = scaled["scale"]["domain"]
    share = (number - low) / (high - low)
    return float(size * (share if name == "x" else 1 - share))
