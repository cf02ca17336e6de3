"""The committed outlines: the file that was derived, whole, the right way round, and with the codes of the places."""

import csv
import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from generators.charts.data.topojson import arcs, outlines
from generators.load import geometry
from generators.load.formats.reading import gathered
from generators.model.problems import report
from tests.fixtures.repository import ROOT

CONTENT = (ROOT / "data" / "geometry.topojson").read_bytes()
TOPOLOGY = json.loads(CONTENT)
DERIVED = "6dc2af776519834f1dceadc1b440302ef5da2a4647dbadf24b14f7f14d8cb04a"
Ring = list[tuple[float, float]]


def _rings() -> dict[str, list[Ring]]:
    """The exterior rings of every outline, in degrees."""
    lines = arcs(TOPOLOGY)
    found: dict[str, list[Ring]] = {}
    for one in TOPOLOGY["objects"]["data"]["geometries"]:
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        found[one["id"]] = [_ring(polygon[0], lines) for polygon in polygons]
    return found


def _ring(numbers: list[int], lines: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        ring += line[1:] if ring else line
    return ring


RINGS = _rings()


def test_it_is_the_derived_file_and_the_licence_names_it() -> None:
    assert sha256(CONTENT).hexdigest() == DERIVED
    assert DERIVED in (ROOT / "LICENSES" / "natural-earth.txt").read_text(encoding="utf-8")
    assert len(CONTENT) < 40_000


def test_the_codes_are_those_of_the_tiles_but_for_the_one_without_an_outline() -> None:
    with (ROOT / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        tiles = {row["code"] for row in csv.DictReader(file) if row["tile_column"]}
    assert set(RINGS) == tiles - {"IQ-HA"}
    assert outlines(CONTENT).ids == set(RINGS)


@pytest.mark.parametrize("code", RINGS)
def test_a_ring_is_closed_and_runs_clockwise(code: str) -> None:
    """The other way round, Vega fills the whole canvas but for the outline."""
    for ring in RINGS[code]:
        assert ring[0] == ring[-1]
        assert len(set(ring)) >= 4
        assert _area(ring) < 0


def _area(ring: Ring) -> float:
    """Twice the signed area by the shoelace formula: below 0 for clockwise."""
    return sum((a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))


def test_neighbours_share_their_borders_and_leave_no_hole() -> None:
    """Every border is drawn once and used twice; those used once make a single outer line."""
    used = [abs(n) if n >= 0 else abs(~n) for n in _numbers()]
    assert all(used.count(n) <= 2 for n in set(used))
    outer = [arcs(TOPOLOGY)[n] for n in set(used) if used.count(n) == 1]
    ends = [end for line in outer for end in (line[0], line[-1]) if line[0] != line[-1]]
    assert all(ends.count(end) == 2 for end in ends)
    assert _pieces(outer) == 1


def _numbers() -> list[int]:
    geometries = TOPOLOGY["objects"]["data"]["geometries"]
    polygons = [p for one in geometries for p in (one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]])]
    return [n for polygon in polygons for ring in polygon for n in ring]


def _pieces(lines: list[Ring]) -> int:
    left, pieces = list(lines), 0
    while left:
        pieces += 1
        line = left.pop()
        start, end = line[0], line[-1]
        while end != start:
            following = next(other for other in left if end in (other[0], other[-1]))
            left.remove(following)
            end = following[-1] if following[0] == end else following[0]
    return pieces


def test_it_lies_where_it_should() -> None:
    shapes = outlines(CONTENT)
    assert (round(shapes.west), round(shapes.south), round(shapes.east), round(shapes.north)) == (39, 29, 49, 37)
    assert shapes.meridian == pytest.approx(43.7, abs=0.1)
    assert shapes.parallels == pytest.approx([30.4, 36.0], abs=0.2)


def _read(folder: Path, content: bytes) -> tuple[bytes | None, str]:
    (folder / "data").mkdir()
    (folder / geometry.PATH).write_bytes(content)
    found, problems = gathered(geometry.load_geometry(folder))
    return found, report(problems)


def test_sound_outlines_are_passed_on_as_they_are(tmp_path: Path) -> None:
    assert _read(tmp_path, CONTENT) == (CONTENT, "")


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("type", "FeatureCollection", "a TopoJSON file"),
        ("objects", {}, "an object named data"),
        ("objects", {"data": {"geometries": []}}, "an object named data"),
        (
            "objects",
            {"data": {"geometries": [{"type": "Polygon", "arcs": [[0]]}]}},
            "a text id for each geometry of data",
        ),
        ("objects", {"data": {"geometries": [{"id": "a", "arcs": [[999_999]]}]}}, "arcs that exist"),
        ("objects", {"data": {"geometries": [{"id": "a", "arcs": [[0.5]]}]}}, "arcs that exist"),
        ("objects", {"data": {"geometries": [{"id": "a"}]}}, "arcs that exist"),
        ("arcs", [], "arcs, each of two or more points"),
        ("arcs", [[[0, 1], [2]]], "arcs, each of two or more points"),
        ("arcs", [[[0, 1], [2, float("nan")]]], "arcs, each of two or more points"),
        ("arcs", [[[0, 1], [2, 10**400]]], "arcs, each of two or more points"),
        ("transform", {"scale": [1, 1]}, "a transform"),
    ],
)
def test_outlines_that_no_map_can_show_are_refused(path: str, value: object, told: str, tmp_path: Path) -> None:
    found, problems = _read(tmp_path, json.dumps({**TOPOLOGY, path: value}).encode())
    assert found is None
    assert problems.startswith(f"data/geometry.topojson:1:1  TopoJSON: found nothing, expected {told}")


@pytest.mark.parametrize("content", [b"{", b"[" * 100_000, b"1" * 5_000, b"[]", b"null", b'"Topology"'])
def test_what_is_no_topology_is_a_problem_and_no_traceback(content: bytes, tmp_path: Path) -> None:
    found, problems = _read(tmp_path, content)
    assert found is None
    assert problems.startswith("data/geometry.topojson:1:")
