"""Hostile files are answered by one line that says where, in time and memory in proportion to their size."""

import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generators import load
from generators.build import assemble
from generators.load.formats import limits
from tests.fixtures.river_site import RIVERS

GLOSSARY, BRIEFING, SOURCES, LEVELS = (
    "content/glossary.yml",
    "content/briefings/river-levels.md",
    "data/sources.csv",
    "data/levels/gauge-levels.csv",
)
TOO_DEEP = (
    'YAML: found "another one", expected at most 20 nested lists and mappings. '
    "Put text that begins with brackets, braces or hyphens in quotation marks."
)
ENDLESS = 'file: found "a pipe, a socket or a device", expected a file. Remove it: only regular files can be read.'
NOWHERE = 'file: found "a broken link", expected a file. Remove it, or restore its target.'
ROUND = 'file: found "a link to a folder", expected a file. Replace it with the folder itself: links can form a loop.'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RIVERS, tmp_path / "site", ignore=shutil.ignore_patterns(".cache")))


def messages(folder: Path) -> list[str]:
    """The lines that a maintainer reads, from reading alone or, where that finds nothing, from the checks."""
    catalog, problems = load.load_catalog(folder)
    return [str(problem) for problem in problems or (assemble.run_checks(catalog) if catalog else ())]


def appended(folder: Path, path: str, text: str) -> int:
    """Add the text to the file; the number of its first line."""
    before = (folder / path).read_text(encoding="utf-8")
    (folder / path).write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "\nx: " + "[" * 1000 + "]" * 1000 + "\n",
        "\nx: " + "{a: " * 1000 + "1" + "}" * 1000 + "\n",
        "\nx:\n  " + "- " * 1000 + "1\n",
        "\nx: " + "[" * 1000 + "\n",
        "\nx:\n" + "".join(" " * n + "a:\n" for n in range(1, 900)),
    ],
    ids=["lists", "mappings", "hyphens", "never closed", "indented"],
)
def test_deep_yaml_is_one_line(folder: Path, text: str) -> None:
    appended(folder, GLOSSARY, text)
    (message,) = messages(folder)
    assert message.startswith(f"{GLOSSARY}:")
    assert message.endswith(TOO_DEEP)


def test_yaml_too_deep_for_the_interpreter_is_one_line(folder: Path) -> None:
    appended(folder, GLOSSARY, "\nx:\n" + (" [" * 2000 + "\n") * 50)
    (message,) = messages(folder)
    assert message.endswith(TOO_DEEP)


def test_an_alias_is_refused(folder: Path) -> None:
    line = appended(folder, GLOSSARY, "\na: &a [x]\nb: *a\n")
    said = 'YAML: found "*a", expected no alias. Write the value again; put text that begins with * in quotation marks.'
    assert messages(folder) == [f"{GLOSSARY}:{line + 2}:4  {said}"]


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (BRIEFING, "a" * limits.TEXT, "1:1  file: found"),
        (BRIEFING, "a\n\n" * 2_100, '1:1  file: found "2,106 paragraphs"'),
        (GLOSSARY, "# " + "a b " * 3000, "line: found"),
        (BRIEFING, "x " + "a" * 3000, 'word: found "3,000 characters", expected at most 2,000 characters.'),
        (GLOSSARY, "\nzz:\n  title: Zz\n  definition: |\n" + "    a word\n" * 2000, "definition: found"),
        (SOURCES, "x,P,T,,,,2020,,news,,,en,no," + "a b " * 3000 + ",", 'note: found "12,000 characters"'),
    ],
    ids=["file", "paragraphs", "line", "word", "value", "cell"],
)
def test_what_is_too_long_is_one_line_with_its_limit(folder: Path, path: str, text: str, said: str) -> None:
    appended(folder, path, f"{text}\n")
    (message,) = messages(folder)
    assert message.startswith(f"{path}:")
    assert said in message
    assert " expected at most " in message
    assert len(message) < 300


@pytest.mark.parametrize(
    ("path", "row", "said"),
    [
        (SOURCES, "a" * 300 + ",P,Doc,,https://example.org/a,,2020,,news,,,en,no,,", "id"),
        (GLOSSARY, "\n" + "a" * 300 + ": {title: Zz, definition: Zz.}", "key"),
    ],
)
def test_an_id_that_no_file_name_holds_is_one_line(folder: Path, path: str, row: str, said: str) -> None:
    appended(folder, path, f"{row}\n")
    (message,) = messages(folder)
    assert f"  {said}: found " in message
    assert message.endswith('…", expected at most 100 characters.')


def test_a_message_never_repeats_a_whole_file(folder: Path) -> None:
    appended(folder, GLOSSARY, "\nx: " + "a" * 1900 + "\n")
    (message,) = messages(folder)
    assert len(message) < 500


def test_more_rows_than_a_reader_could_be_shown_are_one_line(folder: Path) -> None:
    row = (folder / LEVELS).read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[2]
    appended(folder, LEVELS, f"{row}\n" * (limits.ROWS + 1))
    (message,) = messages(folder)
    assert message.startswith(f"{LEVELS}:{limits.ROWS + 2}:1  table: found ")


def test_a_place_in_the_grid_of_tiles_is_small(folder: Path) -> None:
    head, first, *rest = (folder / "data/places.csv").read_text(encoding="utf-8").split("\n")
    cells = dict(zip(head.split(","), first.split(","), strict=True)) | {"tile_column": "999999", "tile_row": "0"}
    (folder / "data/places.csv").write_text("\n".join([head, ",".join(cells.values()), *rest]), encoding="utf-8")
    (message,) = messages(folder)
    assert 'tile_column: found "999999", expected a whole number from 0 to 49.' in message


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def _nothing(place: Path) -> None:
    place.symlink_to("nothing")


def _itself(place: Path) -> None:
    place.symlink_to(place.name)


def _parent(place: Path) -> None:
    place.symlink_to("..")


@pytest.mark.parametrize("path", [GLOSSARY, "content/briefings/new.md", "content/assets/new.png", SOURCES])
@pytest.mark.parametrize(
    ("make", "said"),
    [(_pipe, ENDLESS), (_device, ENDLESS), (_nothing, NOWHERE), (_itself, NOWHERE), (_parent, ROUND)],
)
def test_what_is_no_file_is_one_line(folder: Path, path: str, make: Callable[[Path], None], said: str) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).unlink(missing_ok=True)
    make(folder / path)
    _, problems = load.load_catalog(folder)
    assert {str(problem) for problem in problems if problem.where.path == path} == {f"{path}:1:1  {said}"}


def test_a_socket_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "content")  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("new.md")
        assert f"content/new.md:1:1  {ENDLESS}" in messages(folder)


@pytest.mark.slow
def test_rows_of_one_key_are_compared_once_each(folder: Path) -> None:
    """Twice the rows give twice the messages, and no row is compared with every other."""
    row = (folder / LEVELS).read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[2].split(",")
    head = (folder / LEVELS).read_text(encoding="utf-8").partition("\n")[0].split(",")
    row[head.index("collected")] = ""
    appended(folder, LEVELS, (",".join(row) + "\n") * 5000)
    assert len(messages(folder)) == 5000


AROUND = "at most 8 nested lists and quotes. Turn it into a list with one level."
BRACKETS = r"at most 20 unclosed brackets. Close them, or type \[ for a literal bracket."
ELEMENTS = "at most 20 nested elements. Remove elements without text of their own."


@pytest.mark.parametrize("path", [BRIEFING, "content/about.md"])
@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("<div>\n" * 1000 + "x\n" + "</div>\n" * 1000, 21, ELEMENTS),
        ("<b>\n" * 1000 + "x\n" + "</b>\n" * 1000, 21, ELEMENTS),
        ("- " * 1000 + "x\n", 1, AROUND),
        ("> " * 1000 + "x\n", 1, AROUND),
        ("".join("    " * n + "- x\n" for n in range(60)), 9, AROUND),
        ("[" * 1900 + "\n", 1, BRACKETS),
    ],
    ids=["blocks", "spans", "hyphens", "quotes", "indented", "brackets"],
)
def test_deep_markdown_is_one_line(folder: Path, path: str, text: str, line: int, expected: str) -> None:
    first = appended(folder, path, f"\n{text}")
    (message,) = messages(folder)
    assert message.startswith(f"{path}:{first + line}:")
    assert message.endswith(f", expected {expected}")


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["<!-- a", "{## a"])
def test_comments_that_never_end_are_one_line_in_time(folder: Path, mark: str) -> None:
    first = appended(folder, BRIEFING, "\n" + (f"{mark}\n" * 30 + "\n") * 1_900)
    start = time.process_time()
    (message,) = messages(folder)
    assert message.startswith(f"{BRIEFING}:{first + 1}:1  ")
    assert time.process_time() - start < 10


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["}}\n", "{% a\n", "{ chart(x) }\n", "- ```\n", "</div>\n", "[a](nope.md)\n"])
def test_many_mistakes_of_a_text_take_time_in_proportion(folder: Path, piece: str) -> None:
    appended(folder, BRIEFING, "\n" + (piece * (100 // len(piece)) + "\n") * 900)
    start = time.process_time()
    assert len(messages(folder)) > 900 or piece.startswith("[")
    assert time.process_time() - start < 10


def test_a_line_across_the_page_is_no_list(folder: Path) -> None:
    appended(folder, BRIEFING, "\n- - - - - - - - - - - -\n")
    assert messages(folder) == []


def test_paragraphs_of_one_long_line_are_counted_in_time(folder: Path) -> None:
    appended(folder, BRIEFING, "\n" + "a" * 400_000 + "\nnext\n")
    start = time.process_time()
    assert messages(folder)
    assert time.process_time() - start < 10


def test_a_file_of_records_may_be_as_long_as_a_thousand_briefings_need(folder: Path) -> None:
    """Judgements stand in one file, which nobody can split."""
    appended(folder, GLOSSARY, "# a comment of sixteen\n" * 50_000)
    assert messages(folder) == []


def test_a_longer_one_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS", 5_000)
    appended(folder, GLOSSARY, "# a comment of sixteen\n" * 300)
    (message,) = messages(folder)
    assert message.startswith(f"{GLOSSARY}:1:1  file: found")
    assert message.endswith("expected at most 5,000 characters. Put tables into data/, as CSV.")
