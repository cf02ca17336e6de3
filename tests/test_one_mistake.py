"""One mistake is answered by one line, wherever else it shows."""

import shutil
from pathlib import Path

import pytest

from generators import press
from tests.conftest import edit
from tests.rivers import ROOT

LATER = "Texts, references, figures, pages, links and PDFs are checked once these are fixed."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path / "site", ignore=shutil.ignore_patterns(".cache")))


def lines(folder: Path) -> list[str]:
    with pytest.raises(press.Refused) as refused:
        press.read(folder)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (
            "data/sources.csv", "\nvell-almanac-2020", "\n Vell almanac 2020",
            'data/sources.csv:3:1  id: found " Vell almanac 2020", expected lower-case words joined by hyphens. Did you mean vell-almanac-2020?',
        ),
        (
            "data/places.csv", "\nRV-C", "\n RV-C",
            'data/places.csv:5:1  code: found " RV-C", expected an ISO code in upper case, or lower-case words joined by hyphens. Did you mean RV-C?',
        ),
    ],
)  # fmt: skip
def test_a_broken_name_is_answered_where_it_is_and_not_where_it_is_used(
    folder: Path, path: str, old: str, new: str, told: str
) -> None:
    edit(folder / path, old, new)
    assert lines(folder) == [told, LATER]


def test_a_record_without_several_keys_is_one_line(folder: Path) -> None:
    path = "content/charts/levels.yml"
    (folder / path).write_text("note: Levels.\n", encoding="utf-8")
    told = [line for line in lines(folder) if line.startswith(path)]
    assert told == [f"{path}:1:1  kind, title: found nothing, expected a value for each of these keys."]
