"""One mistake is answered by one line, wherever else it shows."""

from pathlib import Path

import pytest

from generators.build import pipeline
from generators.build.errors import Refused
from tests.fixtures.folders import edit
from tests.fixtures.river_site import rivers_copy

LATER = "Texts, references, figures, pages, links and PDFs are checked once these are fixed."


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    return rivers_copy(tmp_path / "site", drawings)


def lines(folder: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        pipeline.load_checked(folder)
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
        ("tagged.csv", "Town,Rain\n#adm1+name,#affected\nVell,1\n", "This is a table with HXL hashtags. Write one row "),
        ("other.csv", "Town,Rain\nVell,1\n", "Files of this kind are not read: move it out of data/."),
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


@pytest.mark.parametrize(
    ("column", "typed", "told"),
    [
        ("qualifier", "approx.", "Did you mean about?"),
        ("qualifier", "≥", "Did you mean at_least?"),
        ("qualifier", "max", "Did you mean up_to?"),
        ("status", "Prelim", "Did you mean provisional?"),
        ("period", "2020-01/02", "Write 2020-01-02 if 02 is a day, or 2020-01/2020-02 if 02 is a month."),
        ("period", "2020-1/10", "Write 2020-01-10 if 10 is a day, or 2020-01/2020-10 if 10 is a month."),
        ("period", "2020-01–2020-03", "Did you mean 2020-01/2020-03?"),
        ("value", "-0", "Did you mean 0?"),
    ],
)
def test_another_table_s_word_for_ours_is_answered_with_ours(folder: Path, column: str, typed: str, told: str) -> None:
    table = folder / "data/levels/gauge-levels.csv"
    head, first, *rest = table.read_text(encoding="utf-8").split("\n")
    cells = dict(zip(head.split(","), first.split(","), strict=True)) | {column: typed}
    table.write_text("\n".join([head, ",".join(cells.values()), *rest]), encoding="utf-8")
    line = next(line for line in lines(folder) if f"  {column}: " in line)
    assert line.endswith(f" {told}")


def test_a_word_for_another_column_is_no_proposal_for_this_one(folder: Path) -> None:
    table = folder / "data/levels/gauge-levels.csv"
    head, first, *rest = table.read_text(encoding="utf-8").split("\n")
    for column, typed in (("status", "estimated"), ("qualifier", "confirmed")):
        cells = dict(zip(head.split(","), first.split(","), strict=True)) | {column: typed}
        table.write_text("\n".join([head, ",".join(cells.values()), *rest]), encoding="utf-8")
        assert "Did you mean" not in next(line for line in lines(folder) if f"  {column}: " in line)


def test_two_texts_without_a_comma_are_answered_with_the_comma(folder: Path) -> None:
    path = folder / "content/briefings/river-levels.md"
    edit(path, '{{ value("gauge-levels/level", "2020-01"', '{{ value("gauge-levels/level" "2020-01"')
    assert 'Type: {{ value("gauge-levels/level", "2020-01", place="RV-A") }}.' in lines(folder)[0]


def test_a_picture_that_is_not_there_is_one_line(folder: Path) -> None:
    path = folder / "content/briefings/river-levels.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n![The weir](nope.png)\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        pipeline.made(folder, folder / pipeline.CACHE)
    line, later = str(refused.value).splitlines()
    assert line.startswith('content/briefings/river-levels.md:27:13  picture: found "nope.png", expected ')
    assert later == "PDFs are checked once these are fixed."
