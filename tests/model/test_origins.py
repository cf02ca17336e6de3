"""The origin of a figure is the body that first stated it: the speaker, never the paper that carries it."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from generators import load
from generators.analysis.data_quality import coverage_tables
from generators.analysis.history.releases import in_hand
from generators.checks.unused_bodies import unused_bodies
from generators.model import Body, Party
from generators.model.origins import origin
from generators.model.problems import Where, report
from tests.fixtures.river_site import RIVERS, rivers

HERE = Where(path="data/bodies.yml", line=3, column=12)
BOARD = {
    "VRB": Body(name="Vell River Board", where=HERE),
    "Edda Quill, adding the board's": Body(name="VRB", where=HERE),
}
QUILL = next(party for party in rivers().parties.values() if party.name == "Edda Quill")


@pytest.mark.parametrize(
    ("said_by", "speaker", "expected"),
    [
        ("VRB", None, "Vell River Board"),
        ("VRB, via The Ferry Post", None, "Vell River Board"),
        ("VRB, as printed by The Ferry Post", None, "Vell River Board"),
        ("Edda Quill, Society of Millers", QUILL, "Edda Quill"),
        ("Edda Quill, adding the board's", QUILL, "VRB"),
        ("The Ferry Post", None, "The Ferry Post"),
    ],
)
def test_the_speaker_decides_and_not_the_carrier(said_by: str, speaker: Party | None, expected: str) -> None:
    assert origin(said_by, speaker, BOARD) == expected


def test_two_names_of_one_body_are_one_origin(tmp_path: Path) -> None:
    site = tmp_path / "site"
    copytree(RIVERS, site)
    (site / "data/bodies.yml").write_text("- body: Vell River Board\n  names: [Lock keeper of Cress Lock]\n")
    catalog, problems = load.load_catalog(site)
    assert catalog is not None, problems
    rows = catalog.datasets["flood-peaks"].observations
    assert [o.origin for o in rows] == ["Edda Quill", "Vell River Board", "Vell River Board", "A ferryman"]


def test_a_name_under_which_nobody_speaks_is_reported() -> None:
    (problem,) = unused_bodies(replace(rivers(), bodies={"Vell River Bord": Body(name="VRB", where=HERE)}))
    assert report([problem]) == (
        'data/bodies.yml:3:12  names: found "Vell River Bord", expected the name of a speaker as in said_by, or its beginning '
        "as in data/parties.csv. Did you mean Vell River Board?"
    )


def test_coverage_counts_bodies_and_not_papers() -> None:
    (_, _, two, *_) = coverage_tables(rivers())[0].rows[0]
    assert two == "0 of 31 (0 %)"


def test_another_name_of_a_body_makes_no_released_figure_another() -> None:
    peaks = rivers().datasets["flood-peaks"]
    renamed = replace(peaks, observations=tuple(replace(o, origin="Another") for o in peaks.observations))
    again = replace(rivers(), datasets={**rivers().datasets, "flood-peaks": renamed})
    assert in_hand(again).records == in_hand(rivers()).records
