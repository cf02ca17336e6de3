"""The forms that files have: text, tables, YAML, front matter. Whatever stands in them, there is no traceback."""

import csv
import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generators import load
from generators.build.assemble import check_alone
from generators.load.formats.csv_tables import Table, load_table
from generators.load.formats.reading import gathered
from generators.load.formats.text_files import text
from generators.load.formats.yaml_nodes import Sheet, parsed_yaml
from generators.load.formats.yaml_records import Keys, parse_record
from generators.model.notations.encodings import mojibake
from generators.model.problems import Problem, report
from tests.fixtures.invalid_sites import overlaid

ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)
CELLS = st.lists(st.lists(ONE_LINE, min_size=3, max_size=3), min_size=1, max_size=4)
YAMLISH = st.text(st.sampled_from("ab:- \n\t'\"[]{}#&*|>?!%@,0~"), max_size=30)
FILES = st.sampled_from(
    [
        "data/sources.csv", "data/places.csv", "data/levels/flood-peaks.csv", "data/levels/flood-peaks.yml",
        "content/site.yml", "content/charts/levels.yml", "content/glossary.yml", "content/about.md",
        "content/briefings/river-levels.md", "data/corrections.yml", "data/concepts.yml", "data/geometry.topojson",
        "content/judgements.yml", "content/claims.yml", "data/parties.csv", "data/credibility.yml",
    ]
)  # fmt: skip


def read_table(folder: Path, content: str) -> tuple[Table | None, str]:
    (folder / "t.csv").write_bytes(content.encode())
    found, problems = gathered(load_table(folder, "t.csv", ("a", "b", "c")))
    return found, report(problems)


@pytest.mark.parametrize("content", [b"a\nb\n", b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r"])
def test_line_ends_and_byte_order_marks_do_not_matter(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(content)
    assert gathered(text(tmp_path, "t.txt")) == ("a\nb\n", ())


def test_a_byte_that_is_no_utf8_is_found_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes("é\r\nmé".encode() + b"\x93?")
    _, problems = gathered(text(tmp_path, "t.txt"))
    assert report(problems) == (
        't.txt:2:3  encoding: found "byte 0x93", expected UTF-8. Save the file as UTF-8. In Windows-1252 this byte is “.'
    )


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028"])
def test_a_character_that_cannot_be_seen_is_found_where_it_stands(character: str, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(f"é\r\nmé\t{character}{character}".encode())
    found, problems = gathered(text(tmp_path, "t.txt"))
    assert found is None
    assert report(problems) == (
        f't.txt:2:4  text: found "the character U+{ord(character):04X}", expected text without control characters. '
        "It is invisible: delete it and type the intended character."
    )


def test_a_folder_where_a_file_belongs_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.txt").mkdir()
    _, problems = gathered(text(tmp_path, "t.txt"))
    assert report(problems) == (
        "t.txt:1:1  file: found nothing, expected a file or a folder that can be read. The system reports: Is a directory."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
@pytest.mark.parametrize("path", ["data/sources.csv", "content/charts", "data"])
def test_what_may_not_be_read_is_said(path: str, tmp_path: Path) -> None:
    site = overlaid(tmp_path / "no-changes", tmp_path / "site")
    (site / path).chmod(0)
    _, problems = load.load_catalog(site)
    (site / path).chmod(0o755)
    assert f"{path}:1:1  file: found nothing, expected a file or a folder that can be read." in report(problems)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a;b;c\n1;2;3", 'header: found "a;b;c", expected commas between the cells. The cells are separated by semicolons: '),
        ("a\tb\tc\n", 'header: found "a\tb\tc", expected commas between the cells. The cells are separated by tabs: '),
        ("sep=;\na;b;c\n", 'header: found "a;b;c", expected commas between the cells. '),
        ("Notes\n\na,b,c\n1,2,3", 'header: found "Notes", expected the header on the first line. The header is on line 3: '),
        ("x,y,z\n#adm1,#date,#affected\n", 'header: found "a table with HXL hashtags", expected a table with the columns '),
        ('{"a": 1}', 'header: found "JSON", expected a table with the columns a, b, c. Save it as CSV: '),
        ("<html>", 'header: found "a page of HTML", expected a table with the columns a, b, c. Save it as CSV: '),
        ("1,2,3\n4,5,6", 'header: found "1,2,3", expected a table with the columns a, b, c. This is another table, or its header '),
        (f"{'x' * 99},y", f'header: found "{"x" * 60}…", expected a table with the columns a, b, c. This is another table, or '),
        ("PK\x03\x04", 'file: found "a spreadsheet or another compressed file (.xlsx, .ods, .zip)", expected a text file. Save '),
    ],
)  # fmt: skip
def test_another_table_is_one_problem(content: str, told: str, tmp_path: Path) -> None:
    _, problems = read_table(tmp_path, content)
    assert problems.startswith(f"t.csv:1:1  {told}")
    assert "\n" not in problems


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (",,", 'row: found ",,", expected a row with text in its cells. Delete this line.'),
        (",,,,,", 'row: found ",,,,,", expected a row with text in its cells. Delete this line.'),
        ("a,b,c", 'row: found "a,b,c", expected the header on the first line only. Delete this line.'),
        ("#adm1,,#date", 'row: found "#adm1,,#date", expected a row, not HXL hashtags. Delete this line.'),
    ],
)
def test_a_line_that_is_no_row_is_one_problem(line: str, told: str, tmp_path: Path) -> None:
    found, problems = read_table(tmp_path, f"a,b,c\n1,2,3\n{line}\n4,5,6\n")
    assert problems == f"t.csv:3:1  {told}"
    assert found is not None
    assert [row["a"] for row in found.rows] == ["1", "4"]


@given(CELLS)
def test_what_csv_writes_comes_back_with_its_column(rows: list[list[str]]) -> None:
    written = io.StringIO()
    rows = [["x", *(normalize("NFC", cell) for cell in row[1:])] for row in rows]
    csv.writer(written, lineterminator="\n").writerows([["a", "b", "c"], *rows])
    assume(mojibake(written.getvalue()) is None)
    lines = written.getvalue().split("\n")
    with TemporaryDirectory() as folder:
        found, told = read_table(Path(folder), written.getvalue())
    assert told == ""
    assert found is not None
    assert [[row[name] for name in "abc"] for row in found.rows] == rows
    for row in found.rows:
        for name in "abc":
            field = row.field(name)
            assert (
                lines[field.where.line - 1][field.where.column - 1 :].lstrip('"').startswith(field.text[:1].lstrip('"'))
            )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("1,2", '2:3  row: found "2 cells", expected 3 cells, one for each column.'),
        ("1,2,3,4", '2:7  row: found "4 cells", expected 3 cells, one for each column.'),
        ('1,"2"x,3', '2:3  b: found ""2"x,3", expected a cell in one pair of quotation marks.'),
        ('1,"2\n2",3\n4,5,6', '2:3  b: found ""2", expected a cell that ends on its line.'),
        ('1,"2,3\n4,5,6', '2:3  b: found ""2,3", expected a cell that ends on its line.'),
    ],
)
def test_a_line_that_is_no_row_says_so(lines: str, told: str, tmp_path: Path) -> None:
    found, problems = read_table(tmp_path, f"a,b,c\n{lines}\n")
    assert problems.startswith(f"t.csv:{told}")
    assert "\n" not in problems
    assert found is not None
    assert not found.whole
    assert [row["a"] for row in found.rows] == (["4"] if "4,5,6" in lines else [])


def test_blank_lines_are_no_rows_and_a_quotation_mark_inside_a_cell_is_a_letter(tmp_path: Path) -> None:
    found, problems = read_table(tmp_path, 'a,b,c\n\n1,2" high,3\n\n')
    assert problems == ""
    assert found is not None
    assert [(row.line, row["b"]) for row in found.rows] == [(3, '2" high')]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("c,a,b", ""),
        ("a,b,b,c", 't.csv:1:5  header: found "b", expected each column once. Remove one of the two.'),
        ("a,c", "t.csv:1:1  header: found nothing, expected the column b. Add it."),
        ('a,b,"c', 't.csv:1:5  row: found ""c", expected a cell that ends on its line.'),
    ],
)
def test_a_header_names_every_column_once(header: str, told: str, tmp_path: Path) -> None:
    _, problems = read_table(tmp_path, f"{header}\n")
    assert problems.startswith(told)
    assert bool(problems) == bool(told)


@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        ("a: b: c", '1:5  YAML: found "a: b: c", expected one key and one value per line.'),
        ("a:\n\t- b", '2:1  YAML: found "- b", expected spaces. Indent with spaces, not with tabs.'),
        ("a: 'b", '1:4  YAML: found "a: \'b", expected a closing quotation mark.'),
        ("a: [b, c", '1:4  YAML: found "a: [b, c", expected a closing bracket.'),
        ("a: @b", '1:4  YAML: found "a: @b", expected text that begins with a letter, a digit or a quotation mark.'),
        ("a: *b", '1:4  YAML: found "*b", expected no alias.'),
        ("a: b\n  c: d", '2:4  YAML: found "c: d", expected one key and one value per line.'),
        ("a: b\n c", ""),
        ("a: b\nc", '2:2  YAML: found "c", expected a colon and a space after the key.'),
        ("a: \x07", '1:4  YAML: found "a: \x07", expected YAML that can be read.'),
        ('a: "b\\x01"', '1:4  a: found "the character U+0001", expected text without control characters.'),
        ('a: "\\ud800"', '1:4  a: found "the character U+D800", expected text without control characters.'),
        ('a: 1\n"z\\e": b', '2:1  key: found "the character U+001B", expected text without control characters.'),
        ("{}", "1:1  a: found nothing, expected a value for this key."),
        ("a: {}", "1:4  a: found nothing, expected a value for this key."),
        ("a: b\na: c", '2:1  key: found "a", expected each key once. It is also on line 1'),
        ("- a", '1:1  document: found "- a", expected keys and values.'),
        ("a: {b: c}", '1:4  a: found "{b: c}", expected text.'),
        ("b: c", '1:1  a: found nothing, expected a value for this key.\nt.yml:1:1  key: found "b", expected a key'),
        ("a: ~", "1:4  a: found nothing, expected a value for this key."),
    ],
)
def test_yaml_that_is_wrong_is_said_in_plain_words(yaml: str, told: str) -> None:
    problems = report(wrong(yaml))
    assert problems.startswith(f"t.yml:{told}") if told else not problems


def wrong(yaml: str) -> tuple[Problem, ...]:
    entry, problems = gathered(parsed_yaml(Sheet(path="t.yml", text=yaml)))
    if entry is None:
        return problems
    found, more = gathered(parse_record(entry, Keys(needed=("a",))))
    if found is None:
        return more
    return (*more, *gathered(found.text("a"))[1])


@pytest.mark.parametrize("written", ["2018-02", "no", "1e3", "0x10", "'2018'", "12:30", "<<"])
def test_a_yaml_value_stays_the_text_that_was_typed(written: str) -> None:
    entry, _ = gathered(parsed_yaml(Sheet(path="t.yml", text=f"a: {written}")))
    assert entry is not None
    found, _ = gathered(parse_record(entry, Keys(needed=("a",))))
    assert found is not None
    assert gathered(found.text("a")) == (written.strip("'"), ())


@given(FILES, st.binary(max_size=40) | YAMLISH.map(str.encode) | YAMLISH.map(lambda t: f"---\n{t}\n---\n".encode()))
def test_whatever_a_file_holds_there_is_no_traceback(path: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        site = overlaid(Path(folder) / "no-changes", Path(folder) / "site")
        (site / path).write_bytes(content)
        catalog, problems = load.load_catalog(site)
        assert catalog is not None or problems
        assert not catalog or isinstance(check_alone(catalog), tuple)
        assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in problems)
