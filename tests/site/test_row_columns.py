"""How sure a figure is, who disagrees and where it stands leave with it, in every form; so does what the licence covers."""

from contextlib import closing

from tests.fixtures.addressed_sites import read
from tests.fixtures.archives import opened
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import real


def test_what_must_not_be_compared_is_told_with_the_reason() -> None:
    with closing(opened(files_of(real)["data/all.sqlite"])) as base:
        found = base.execute("SELECT a, b, why FROM incomparables").fetchall()
    assert found == [("/".join(pair.a), "/".join(pair.b), pair.why) for pair in real().incomparable]
    assert found


def test_a_dataset_s_json_says_the_grade_of_its_rows() -> None:
    told = {name: read(real, f"data/{name}.json") for name in real().datasets}
    for dataset in real().datasets.values():
        grade = dataset.grade
        assert told[dataset.id]["credibility"] == (grade.digit if grade else "")
        assert (grade.reason.rstrip(".") if grade else "") in told[dataset.id]["credibility_reason"]
    assert any(each["credibility"] for each in told.values())
