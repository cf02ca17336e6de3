"""Linter of specifications: it rejects misleading charts and unthemed colours before rendering.

A declaration cannot cause these faults. They are bugs of a chart kind, so they end the build with an exception and
advice. The checks report errors of declarations. Pure, without Altair.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

Json = Mapping[str, Any]
"""A part of a Vega-Lite specification; `Any` because it contains all JSON values."""

MOST_MARKS = 5_000
"""Most marks of a drawing that is readable on a telephone."""
_THEMED = re.compile(r"var\(--chart-[a-z0-9-]+,#[0-9a-f]{6}\)|none|transparent")
_PAINTED = ("color", "fill", "stroke")
_CLASSED = ("ordinal", "threshold", "quantize", "quantile", "bin-ordinal")
_TYPES: Mapping[str, type] = {"quantitative": Real, "temporal": Real, "nominal": str, "ordinal": str}
_ROUNDING = 1e-6
"""Tolerance of a domain for rounding errors."""
_PANELS = ("layer", "hconcat", "vconcat", "concat")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """A mark with its channels and rows; None if the rows are not a list, such as outlines."""

    mark: Json
    channels: Mapping[str, Json]
    rows: Sequence[Json] | None

    @property
    def name(self) -> str:
        return str(self.mark["type"])


def honest(specification: dict[str, Any]) -> dict[str, Any]:
    """Return the specification; raise a `ValueError` with all faults and advice if it has any."""
    if messages := list(dict.fromkeys(faults(specification))):
        lines = "\n".join(f"- {fault}" for fault in messages)
        raise ValueError(
            f"A chart kind produced a specification that must not be drawn. Fix the file of the kind:\n{lines}"
        )
    return specification


def faults(specification: Json) -> Iterator[str]:
    """Yield the faults of a Vega-Lite specification, each with advice."""
    layers = list(_layers(specification, {}, None))
    marks = sum(len(layer.rows) for layer in layers if layer.rows)
    if marks > MOST_MARKS:
        yield f"{marks:,} marks, more than {MOST_MARKS:,}: leave out marks that repeat others, or draw in classes."
    yield from _axes(specification)
    yield from _bare_colours(specification.get("config", {}))
    for layer in layers:
        for check in (_colours, _columns, _zero, _within, _missing_detail):
            yield from check(layer)


def _layers(view: Json, above: Mapping[str, Json], rows: Sequence[Json] | None) -> Iterator[_Layer]:
    encoding = view.get("encoding", {})
    channels = {**above, **{name: channel for name, channel in encoding.items() if isinstance(channel, dict)}}
    values = view.get("data", {}).get("values", rows)
    table = values if isinstance(values, list) else None
    if "mark" in view:
        mark = view["mark"] if isinstance(view["mark"], dict) else {"type": view["mark"]}
        yield _Layer(mark=mark, channels=channels, rows=table)
    for inner in _inside(view):
        yield from _layers(inner, channels, table)


def _inside(view: Json) -> Iterator[Json]:
    for panel in _PANELS:
        yield from view.get(panel, ())
    if "spec" in view:
        yield view["spec"]


def _axes(view: Json) -> Iterator[str]:
    if "layer" in view:
        independent = {pair for part in ("scale", "axis") for pair in view.get("resolve", {}).get(part, {}).items()}
        for name in ("x", "y"):
            domains = {str(domain) for layer in view["layer"] if (domain := _domain(layer, name))}
            if (name, "independent") in independent or len(domains) > 1:
                yield f"two axes on {name}: layers share one scale and one domain; draw two charts, one below the other."
    for inner in _inside(view):
        yield from _axes(inner)


def _domain(view: Json, name: str) -> Any:
    return (view.get("encoding", {}).get(name, {}).get("scale") or {}).get("domain")


def _colours(layer: _Layer) -> Iterator[str]:
    yield from _bare_colours(layer.mark)
    for name in _PAINTED:
        channel = layer.channels.get(name, {})
        scale = channel.get("scale") or {}
        yield from _bare_colours({"color": channel.get("value"), "fill": channel.get("condition", {}).get("value")})
        if "scheme" in scale or (
            channel.get("type") in ("quantitative", "temporal") and scale.get("type") not in _CLASSED
        ):
            yield f"{name} by an interpolated scale or a scheme turns black: use classes, each with a colour of theme.colour."
        shades = [
            *scale.get("range", ()),
            *(row.get(channel["field"]) for row in layer.rows or () if _literal(channel)),
        ]
        yield from _bare_colours({str(n): shade for n, shade in enumerate(shades)}, names=None)


def _literal(channel: Json) -> bool:
    """Return True if the rows contain the colours."""
    return "field" in channel and channel.get("scale", {}) is None


def _bare_colours(part: Json, names: str | None = "fill|stroke|[a-z]*[cC]olor") -> Iterator[str]:
    """Yield a fault for each unthemed colour, under keys that match `names` or under all."""
    for key, value in part.items():
        if isinstance(value, dict):
            yield from _bare_colours(value, names)
        elif isinstance(value, str) and (names is None or re.fullmatch(names, key)) and not _THEMED.fullmatch(value):
            yield f'the colour "{value}" stays the same in dark mode: write theme.colour(name).'


def _columns(layer: _Layer) -> Iterator[str]:
    for name, channel in layer.channels.items():
        field = channel.get("field")
        if layer.rows is None or field is None:
            continue
        kind = _TYPES.get(channel.get("type", ""), object)
        if any(field not in row for row in layer.rows):
            yield f'{name} reads the column "{field}", which not every row has: spell it as the rows do.'
        elif not all(row[field] is None or _is_a(row[field], kind) for row in layer.rows):
            yield f'{name} reads the column "{field}" as {channel["type"]}, which it is not: convert it where the rows are made.'


def _is_a(value: object, kind: type) -> bool:
    return isinstance(value, kind) and not (kind is Real and isinstance(value, bool))


def _zero(layer: _Layer) -> Iterator[str]:
    for name in ("x", "y"):
        channel = layer.channels.get(name, {})
        scale, other = channel.get("scale", {}), layer.channels.get(f"{name}2", {})
        grows = layer.name == "bar" or (layer.name == "rect" and other.get("datum") == 0)
        if (
            channel.get("type") != "quantitative"
            or scale is None
            or "field" in other
            or not (grows or _is_area(layer, name))
        ):
            continue
        if not _holds(scale.get("domain"), 0) or scale.get("type") == "log":
            yield f"a bar on {name} that does not start at 0 shows a false proportion: give the scale a domain from 0."


def _holds(domain: Any, *numbers: float) -> bool:
    """Return True if the domain has two numbers and all of `numbers` are between them."""
    ends = domain if isinstance(domain, list) and all(isinstance(end, Real) for end in domain) else []
    return len(ends) == 2 and all(ends[0] - _ROUNDING <= number <= ends[1] + _ROUNDING for number in numbers)


def _within(layer: _Layer) -> Iterator[str]:
    """Yield a fault for a mark outside its domain, which would be drawn outside the plot."""
    for name in ("x", "y"):
        channel = layer.channels.get(name, {})
        domain = (channel.get("scale") or {}).get("domain")
        fields = [str(layer.channels.get(end, {}).get("field")) for end in (name, f"{name}2")]
        numbers = [row[field] for row in layer.rows or () for field in fields if isinstance(row.get(field), Real)]
        if domain and channel.get("type") in ("quantitative", "temporal") and not _holds(domain, *numbers):
            yield f"a mark on {name} leaves the plot: make the domain hold the lowest and the highest number of its rows."


def _is_area(layer: _Layer, name: str) -> bool:
    return layer.name == "area" and name == "y"


def _missing_detail(layer: _Layer) -> Iterator[str]:
    if layer.name in ("line", "area", "trail") and "detail" not in layer.channels:
        yield f"a {layer.name} without detail joins whatever its rows hold, two recorders too: encode detail by segment."
