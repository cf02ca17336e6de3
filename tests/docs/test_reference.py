"""docs/reference/ says what the code says: the committed pages are those that the code makes."""

from collections.abc import Mapping

import pytest

from tests.docs import reference
from tests.fixtures.repository import ROOT

NAMES = ("checks", "chart-kinds", "commands", "csv-columns", "expressions", "files", "yaml-keys")


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return reference.pages()


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_page_is_the_one_that_the_code_makes(name: str, made: Mapping[str, str]) -> None:
    committed = (reference.FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert committed.splitlines() == made[f"{name}.md"].splitlines(), "Run: make docs"


def test_every_generated_page_is_compared(made: Mapping[str, str]) -> None:
    generated = (path.name for path in reference.FOLDER.glob("*.md") if "make docs" in path.read_text(encoding="utf-8"))
    assert sorted(generated) == sorted(made)


def test_a_name_that_nothing_describes_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "_descriptions", lambda: {"needs": {"figures": "at least one figure"}})
    with pytest.raises(reference.Incomplete, match=r"^needs: only the code or only the description has dates, events"):
        reference._described("needs", ("figures", "dates", "events"))


def test_a_key_that_the_code_has_not_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = {"title": "A chart", "file": "content/charts/<slug>.yml", "keys": {"kind": "kind", "colour": "colour"}}
    monkeypatch.setattr(reference, "_descriptions", lambda: {"records": [entry]})
    with pytest.raises(reference.Incomplete, match=r"^A chart: .* has colour, title\.$"):
        list(reference._matched("records", "keys", [(("kind", "title"), ())]))


def test_every_file_of_this_site_is_in_the_list(made: Mapping[str, str]) -> None:
    folders = (ROOT / "data", ROOT / "content")
    paths = (path for folder in folders for path in folder.glob("*.*") if path.suffix != ".md")
    assert [path.name for path in paths if f"/{path.name}`" not in made["files.md"]] == []
