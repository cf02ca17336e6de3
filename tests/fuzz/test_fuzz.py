"""A share of the fuzzer: whatever happens to a file, the answer is a few lines that lead to it."""

from pathlib import Path

import pytest

from tests.fixtures.cached_reading import remembering
from tests.fixtures.river_site import RIVERS
from tests.fuzz.trials import Site, checked, trial

TRIALS = 300


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.copied(RIVERS, tmp_path_factory.mktemp("fuzz") / "rivers")


@pytest.mark.slow
def test_mutations_are_answered(site: Site) -> None:
    with remembering():
        faults = [fault for n in range(TRIALS) for fault in trial(site, f"rivers:{n}", checked)]
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.slow
def test_mutations_spoil_a_site_more_often_than_not(site: Site) -> None:
    answers: list[str] = []

    def noted(root: Path) -> str:
        answers.append(checked(root))
        return answers[-1]

    for n in range(40):
        assert not list(trial(site, f"rivers:{n}", noted))
    assert 20 < sum(map(bool, answers)) < 40
    assert checked(site.root) == ""


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("nothing has a place", "a line without its place"),
        ("data/none.csv:1:1  id: found", "a message about a file that is not there"),
        ("data/sources.csv:9999:1  id: found", "a line beyond the "),
        ("data/sources.csv:1:1  id: found\n" * 99, "99 lines, the first: data/sources.csv:1:1"),
    ],
)
def test_a_wrong_answer_is_a_fault(site: Site, answer: str, what: str) -> None:
    (fault,) = trial(site, "rivers:0", lambda _: answer)
    assert fault.what.startswith(what)


def test_a_crash_is_a_fault(site: Site) -> None:
    def crash(_: Path) -> str:
        raise IndexError("somewhere")

    (fault,) = trial(site, "rivers:0", crash)
    assert "IndexError: somewhere" in fault.what
