"""data/geometry.topojson: outlines of places, validated and returned unchanged.

Validation covers what locator maps need; `charts/data/topojson.py` reads the same bytes without it.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generators.load.formats.reading import Reading
from generators.load.formats.text_files import is_there, text
from generators.model.problems import Problem, Where

PATH = "data/geometry.topojson"
_ADVICE = "Export it again as TopoJSON."
_FARTHEST = 10**9
"""No coordinate, quantized or not, is as far from 0 as this."""


def load_geometry(root: Path) -> Reading[bytes | None]:
    """Return the UTF-8 text with LF line ends; None without a file or if it is invalid."""
    written = (yield from text(root, PATH)) if is_there(root, PATH) else None
    if written is None:
        return None
    try:
        topology = json.loads(written)
    except (ValueError, RecursionError) as error:
        yield _broken(error)
        return None
    wanted = next((expected for expected, holds in _SOUND if not _true(holds, topology)), None)
    if wanted:
        yield Problem(where=Where(path=PATH), subject="TopoJSON", expected=wanted, advice=_ADVICE)
        return None
    return written.encode()


def _broken(error: Exception) -> Problem:
    """The problem at its line and column; at the beginning if numbers are too long or brackets too deep."""
    where = Where(path=PATH, line=getattr(error, "lineno", 1), column=getattr(error, "colno", 1))
    advice = f"The JSON parser reports: {getattr(error, 'msg', error)}. {_ADVICE}"
    return Problem(where=where, subject="JSON", expected="JSON that can be read", advice=advice)


def _true(holds: Callable[[Any], bool], topology: Any) -> bool:
    """Return False also for an unexpected structure."""
    try:
        return holds(topology)
    except (TypeError, LookupError, AttributeError, RecursionError):
        return False


def _is_topology(topology: Any) -> bool:
    return bool(topology["type"] == "Topology")


def _has_data(topology: Any) -> bool:
    return len(_outlines(topology)) > 0


def _has_ids(topology: Any) -> bool:
    return all(isinstance(one["id"], str) for one in _outlines(topology))


def _has_arcs(topology: Any) -> bool:
    arcs = topology["arcs"]
    return len(arcs) > 0 and all(len(arc) > 1 and all(_is_point(point) for point in arc) for arc in arcs)


def _finds_arcs(topology: Any) -> bool:
    """True if every number of an arc is one there is; ~n is arc n backwards."""
    most = len(topology["arcs"])
    return all(isinstance(n, int) and -most <= n < most for one in _outlines(topology) for n in _numbers(one["arcs"]))


def _has_scale(topology: Any) -> bool:
    shift = topology.get("transform")
    return shift is None or (_is_point(shift["scale"]) and _is_point(shift["translate"]))


def _outlines(topology: Any) -> list[Any]:
    found: list[Any] = topology["objects"]["data"]["geometries"]
    return found


def _numbers(arcs: Any) -> list[Any]:
    """The numbers in lists of lists, however deep a polygon nests them."""
    return [n for inner in arcs for n in _numbers(inner)] if isinstance(arcs, list) else [arcs]


def _is_point(pair: Any) -> bool:
    return len(pair) == 2 and all(isinstance(n, int | float) and abs(n) < _FARTHEST for n in pair)


_SOUND: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("a TopoJSON file, of type Topology", _is_topology),
    ("an object named data, with geometries", _has_data),
    ("a text id for each geometry of data", _has_ids),
    ("arcs, each of two or more points of two numbers", _has_arcs),
    ("arcs that exist in each geometry", _finds_arcs),
    ("a transform of two scales and two shifts", _has_scale),
)
"""Requirements in order: each may rely on those before it."""
