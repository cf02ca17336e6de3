"""The site as a whole, through the public commands: same input, same bytes; light pages; safe edits."""

import gzip
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import extruct
import pytest

from generators.components.late_values import ARCHIVE
from tests.fixtures.commands import Run
from tests.fixtures.folders import copied, edit, files

pytestmark = pytest.mark.slow
KILOBYTE = 1000


def _paths(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _differ(left: Path, right: Path) -> list[str]:
    one, two = files(left), files(right)
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))


def test_another_folder_clock_and_hash_order_and_a_warm_cache_change_no_byte(
    run: Run, built: Path, tmp_path: Path
) -> None:
    run("mkdocs", "build", "--strict", "--site-dir", tmp_path / "again", TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert _differ(built, tmp_path / "again") == []


def test_no_page_names_the_machine_it_was_built_on(built: Path) -> None:
    told = [path.name for path in _paths(built) if str(built.parent).encode() in path.read_bytes()]
    assert told == []


def test_pages_without_charts_are_light(built: Path) -> None:
    """A dataset's page has its rows, the lines that load it, the ways to cite it, and all that programs are told of it."""
    texts = ((path, path.read_text(encoding="utf-8")) for path in built.rglob("*.html"))
    plain = {path: html for path, html in texts if '<figure class="chart' not in html}
    sent = {str(path.relative_to(built)): len(gzip.compress(html.encode(), mtime=0)) for path, html in plain.items()}
    assert {path: size for path, size in sent.items() if size > 11 * KILOBYTE} == {}


def test_no_script_stands_in_a_page(built: Path) -> None:
    """What the policy would block is not there: inline scripts, event attributes, style attributes."""
    inline = re.compile(
        r"<script(?![^>]*\b(?:src=|type=\"?application/))[^>]*>\s*\S|<[a-z][^<>]*\s(?:on[a-z]+|style)=", re.I
    )
    found = {
        str(path.relative_to(built)): inline.search(path.read_text(encoding="utf-8")) for path in built.rglob("*.html")
    }
    assert {path: match.group()[:80] for path, match in found.items() if match} == {}


def test_what_programs_are_told_is_what_readers_see(built: Path) -> None:
    """The head of each briefing against its own page: heading, sources, tab."""
    for path in sorted((built / "briefings").glob("[!i]*.html")):
        html = path.read_text(encoding="utf-8")
        trail, report = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
        tab, here = trail["itemListElement"]
        assert f">{escape(report['headline'], quote=False)}<a" in html
        assert here["name"] == report["headline"]
        assert re.search(rf'href="[^"]*{tab["item"]}" class="[^"]*"[^>]*>\s*{tab["name"]}\s*<', html)
        listed = re.search(r'<ul class="bibliography">(.*?)</ul>', html, re.DOTALL)
        assert listed
        assert listed[1].count("<li ") == len(report["citation"]) > 0


def test_every_late_value_is_filled_in(built: Path) -> None:
    """All but the size of the archive, whose place stays so that the archive can hold the page without it."""
    texts = (path.read_text(encoding="utf-8") for path in built.rglob("*.html"))
    assert {kind for text in texts for kind in re.findall(r'data-late="(\w+)', text)} == {ARCHIVE}


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the repository that a test may break."""
    folder = copied(root, tmp_path / "copy")
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def test_broken_edits_are_named_and_leave_the_last_good_site(copy: Path, run: Run) -> None:
    """A letter in a number, and a source that is not there."""
    good = copy / "site"
    good.mkdir()
    (good / "index.html").write_text("the last good site")
    edit(copy / "data/events.csv", "2003-04,", "2oo3-04,")
    edit(copy / "data/events.csv", "guardian-2010-07-15", "guardian-nowhere")
    done = run("make", "site", cwd=copy, fails=True)
    assert "data/events.csv:2" in done.stdout + done.stderr
    assert "guardian-nowhere" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert [path.name for path in good.iterdir()] == ["index.html"]
