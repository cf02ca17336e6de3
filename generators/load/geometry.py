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
    topojson = (yield from text(root, PATH)) if is_there(root, PATH) else None
    if topojson is None:
        return None
    try:
        topology = json.loads(topojson)
    except (ValueError, RecursionError) as error:
        yield _syntax_problem(error)
        return None
    expectation = next((expected for expected, test in _SOUND if not _satisfies(test, topology)), None)
    if expectation:
        yield Problem(where=Where(path=PATH), subject="TopoJSON", expected=expectation, advice=_ADVICE)
        return None
    return topojson.encode()


def _syntax_problem(error: Exception) -> Problem:
    """Return the problem at its line and column; at line 1 for long numbers or deep brackets."""
    where = Where(path=PATH, line=getattr(error, "lineno", 1), column=getattr(error, "colno", 1))
    advice = f"The JSON parser reports: {getattr(error, 'msg', error)}. {_ADVICE}"
    return Problem(where=where, subject="JSON", expected="JSON that can be read", advice=advice)


def _satisfies(test: Callable[[Any], bool], topology: Any) -> bool:
    """Return False also for an unexpected structure."""
    try:
        return test(topology)
    except (TypeError, LookupError, AttributeError, RecursionError):
        return False


def _is_topology(topology: Any) -> bool:
    return bool(topology["type"] == "Topology")


def _has_data(topology: Any) -> bool:
    return len(_outlines(topology)) > 0


def _has_ids(topology: Any) -> bool:
    return all(isinstance(outline["id"], str) for outline in _outlines(topology))


def _has_arcs(topology: Any) -> bool:
    arcs = topology["arcs"]
    return len(arcs) > 0 and all(len(arc) > 1 and all(_is_point(point) for point in arc) for arc in arcs)


def _has_valid_indices(topology: Any) -> bool:
    """Return True if every number of an arc is one there is; ~n is arc n backwards."""
    count = len(topology["arcs"])
    return all(
        isinstance(n, int) and -count <= n < count for outline in _outlines(topology) for n in _numbers(outline["arcs"])
    )


def _has_scale(topology: Any) -> bool:
    shift = topology.get("transform")
    return shift is None or (_is_point(shift["scale"]) and _is_point(shift["translate"]))


def _outlines(topology: Any) -> list[Any]:
    outlines: list[Any] = topology["objects"]["data"]["geometries"]
    return outlines


def _numbers(arcs: Any) -> list[Any]:
    """Return the numbers in nested lists of any depth."""
    return [n for inner in arcs for n in _numbers(inner)] if isinstance(arcs, list) else [arcs]


def _is_point(pair: Any) -> bool:
    return len(pair) == 2 and all(isinstance(n, int | float) and abs(n) < _FARTHEST for n in pair)


_SOUND: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("a TopoJSON file, of type Topology", _is_topology),
    ("an object named data, with geometries", _has_data),
    ("a text id for each geometry of data", _has_ids),
    ("arcs, each of two or more points of two numbers", _has_arcs),
    ("arcs that exist in each geometry", _has_valid_indices),
    ("a transform of two scales and two shifts", _has_scale),
)
"""Requirements in order: each may rely on those before it."""
