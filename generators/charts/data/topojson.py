"""Outlines of places: the extent of a TopoJSON file and a projection with little distortion. Pure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """A topology, the ids of its outlines, and its extent in degrees."""

    topology: dict[str, Any]
    ids: frozenset[str]
    west: float
    south: float
    east: float
    north: float

    @property
    def parallels(self) -> list[float]:
        """The standard parallels of a conic projection, a sixth from each end."""
        sixth = (self.north - self.south) / 6
        return [round(self.south + sixth, 2), round(self.north - sixth, 2)]

    @property
    def meridian(self) -> float:
        """The central meridian."""
        return round((self.west + self.east) / 2, 2)


def outlines(geometry: bytes) -> Outlines:
    """Return the outlines of a TopoJSON file with one object named `data`."""
    topology = json.loads(geometry)
    points = list(_points(topology))
    across, up = [p[0] for p in points], [p[1] for p in points]
    return Outlines(
        topology=topology,
        ids=frozenset(outline["id"] for outline in topology["objects"]["data"]["geometries"]),
        west=min(across),
        south=min(up),
        east=max(across),
        north=max(up),
    )


def _points(topology: dict[str, Any]) -> Iterator[tuple[float, float]]:
    return (point for arc in arcs(topology) for point in arc)


def arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Return the arcs in degrees; a quantised file has them as steps on a grid."""
    shift = topology.get("transform")
    if not shift:
        return [[(x, y) for x, y in arc] for arc in topology["arcs"]]
    (sx, sy), (tx, ty) = shift["scale"], shift["translate"]
    positions = ([*accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])] for arc in topology["arcs"])
    return [[(x * sx + tx, y * sy + ty) for x, y in arc] for arc in positions]
