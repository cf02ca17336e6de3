"""What no specification may be: dishonest, or black where a colour was meant. Every chart passes here before it is drawn.

A declaration cannot express these faults: they are a chart kind's, so they end the build as an ordinary exception that
says what to do. What a maintainer's declaration can get wrong is asked by the checks. Pure, and without Altair.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

Json = Mapping[str, Any]
"""A part of a Vega-Lite specification; `Any` because it holds whatever JSON holds."""

MOST_MARKS = 5_000
"""More marks than this make a drawing too heavy to read on a telephone."""
_THEMED = re.compile(r"var\(--chart-[a-z0-9-]+,#[0-9a-f]{6}\)|none|transparent")
_PAINTED = ("color", "fill", "stroke")
_CLASSED = ("ordinal", "threshold", "quantize", "quantile", "bin-ordinal")
_TYPES: Mapping[str, type] = {"quantitative": Real, "temporal": Real, "nominal": str, "ordinal": str}
_ROUNDING = 1e-6
"""How far beyond a domain a number may lie that arithmetic has moved there."""
_PANELS = ("layer", "hconcat", "vconcat", "concat")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """A mark with its channels and rows; None for rows that are no list, such as outlines."""

    mark: Json
    channels: Mapping[str, Json]
    rows: Sequence[Json] | None

    @property
    def name(self) -> str:
        return str(self.mark["type"])


def honest(specification: dict[str, Any]) -> dict[str, Any]:
    """The specification itself. A faulty one is a `ValueError` that lists every fault and what to do instead."""
    if found := list(dict.fromkeys(faults(specification))):
        told = "\n".join(f"- {fault}" for fault in found)
        raise ValueError(
            f"A chart kind produced a specification that must not be drawn. Fix the file of the kind:\n{told}"
        )
    return specification


def faults(specification: Json) -> Iterator[str]:
    """What is wrong with a Vega-Lite specification, and what to do instead."""
    layers = list(_layers(specification, {}, None))
    marks = sum(len(layer.rows) for layer in layers if layer.rows)
    if marks > MOST_MARKS:
        yield f"{marks:,} marks, more than {MOST_MARKS:,}: leave out marks that repeat others, or draw in classes."
    yield from _axes(specification)
    yield from _bare_colours(specification.get("config", {}))
    for layer in layers:
        for check in (_colours, _columns, _zero, _within, _joined):
            yield from check(layer)


def _layers(view: Json, above: Mapping[str, Json], rows: Sequence[Json] | None) -> Iterator[_Layer]:
    channels = {**above, **{name: one for name, one in view.get("encoding", {}).items() if isinstance(one, dict)}}
    values = view.get("data", {}).get("values", rows)
    own = values if isinstance(values, list) else None
    if "mark" in view:
        mark = view["mark"] if isinstance(view["mark"], dict) else {"type": view["mark"]}
        yield _Layer(mark=mark, channels=channels, rows=own)
    for inner in _inside(view):
        yield from _layers(inner, channels, own)


def _inside(view: Json) -> Iterator[Json]:
    for panel in _PANELS:
        yield from view.get(panel, ())
    if "spec" in view:
        yield view["spec"]


def _axes(view: Json) -> Iterator[str]:
    if "layer" in view:
        independent = {way for how in ("scale", "axis") for way in view.get("resolve", {}).get(how, {}).items()}
        for name in ("x", "y"):
            domains = {str(domain) for one in view["layer"] if (domain := _domain(one, name))}
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
    """True if the rows themselves hold the colours."""
    return "field" in channel and channel.get("scale", {}) is None


def _bare_colours(part: Json, names: str | None = "fill|stroke|[a-z]*[cC]olor") -> Iterator[str]:
    """Colours that are not the theme's, among the keys that those names match, or among all."""
    for key, found in part.items():
        if isinstance(found, dict):
            yield from _bare_colours(found, names)
        elif isinstance(found, str) and (names is None or re.fullmatch(names, key)) and not _THEMED.fullmatch(found):
            yield f'the colour "{found}" stays the same in the dark: write theme.colour(name).'


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


def _is_a(found: object, kind: type) -> bool:
    return isinstance(found, kind) and not (kind is Real and isinstance(found, bool))


def _zero(layer: _Layer) -> Iterator[str]:
    for name in ("x", "y"):
        channel = layer.channels.get(name, {})
        scale, other = channel.get("scale", {}), layer.channels.get(f"{name}2", {})
        grows = layer.name == "bar" or (layer.name == "rect" and other.get("datum") == 0)
        if (
            channel.get("type") != "quantitative"
            or scale is None
            or "field" in other
            or not (grows or _filled(layer, name))
        ):
            continue
        if not _holds(scale.get("domain"), 0) or scale.get("type") == "log":
            yield f"a bar on {name} that does not start at 0 shows a false proportion: give the scale a domain from 0."


def _holds(domain: Any, *numbers: float) -> bool:
    """True if the domain is two numbers and these lie between them."""
    ends = domain if isinstance(domain, list) and all(isinstance(end, Real) for end in domain) else []
    return len(ends) == 2 and all(ends[0] - _ROUNDING <= number <= ends[1] + _ROUNDING for number in numbers)


def _within(layer: _Layer) -> Iterator[str]:
    """A mark outside a stated domain is drawn outside the plot, over whatever stands there."""
    for name in ("x", "y"):
        channel = layer.channels.get(name, {})
        domain = (channel.get("scale") or {}).get("domain")
        fields = [str(layer.channels.get(end, {}).get("field")) for end in (name, f"{name}2")]
        numbers = [row[field] for row in layer.rows or () for field in fields if isinstance(row.get(field), Real)]
        if domain and channel.get("type") in ("quantitative", "temporal") and not _holds(domain, *numbers):
            yield f"a mark on {name} leaves the plot: make the domain hold the lowest and the highest number of its rows."


def _filled(layer: _Layer, name: str) -> bool:
    return layer.name == "area" and name == "y"


def _joined(layer: _Layer) -> Iterator[str]:
    if layer.name in ("line", "area", "trail") and "detail" not in layer.channels:
        yield f"a {layer.name} without detail joins whatever its rows hold, two recorders too: encode detail by segment."
