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


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("levels.csv", None, "This is a table of figures: save it as CSV UTF-8 with commas in the folder of its topic, "),
        ("levels.txt", "\t", "This is a table of figures: save it as CSV UTF-8 with commas in the folder of its topic, "),
        ("tagged.csv", "Town,Rain\n#adm1+name,#affected\nVell,1\n", "This is a table with HXL hashtags. Make a row "),
        ("other.csv", "Town,Rain\nVell,1\n", "Nothing reads such a file: move it out of data/."),
    ],
)  # fmt: skip
def test_a_table_that_is_dropped_beside_the_topics_is_told_where_it_belongs(
    folder: Path, name: str, text: str | None, told: str
) -> None:
    figures = (folder / "data/levels/gauge-levels.csv").read_text(encoding="utf-8")
    encoding = "utf-16" if text == "\t" else "utf-8"
    dropped = figures.replace(",", text or ";") if text in {None, "\t"} else text
    (folder / "data" / name).write_text(dropped or "", encoding=encoding)
    (line, _) = lines(folder)
    assert line.startswith(f"data/{name}:1:1  file name: found ")
    assert told in line
