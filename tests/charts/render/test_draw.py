"""From a declaration to two SVG drawings, and the cache in between: what is redrawn, what is never trusted."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Event
from xml.etree import ElementTree as ET

import pytest

from generators.cache import store, stored
from generators.charts.data.chart_data import chart_data
from generators.charts.registry import KINDS
from generators.charts.render.draw import draw, drawing_key
from generators.charts.render.drawing import Drawing, figure_svg
from generators.charts.render.svg import slimmed
from generators.model import Catalog, MethodBreak
from tests.fixtures.chart_catalog import CHARTS, PLACES, gauges, span
from tests.fixtures.plain_drawings import draw as nothing
from tests.fixtures.repository import ROOT

LINE = CHARTS["line"]
SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own drawing


def both(kind: str, cache: Path) -> list[tuple[str, str]]:
    drawing = draw(chart_data(CHARTS[kind], gauges()), cache)
    return [(form, figure_svg(drawing, form)) for form in drawing.frames]


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_is_named_described_scalable_and_free_of_style(kind: str, drawings: Path) -> None:
    for form, text in both(kind, drawings):
        root = parsed(text)
        width = {"wide": "680", "narrow": "284"}[form]
        assert root.attrib["class"] == f"chart-{form}"
        assert root.attrib["role"] == "img"
        assert root.attrib["viewBox"] == f"0 0 {width} {root.attrib['height']}"
        title, words = root[0], root[1]
        assert (title.tag, words.tag) == (f"{SVG}title", f"{SVG}desc")
        assert (title.attrib["id"], words.attrib["id"]) == (
            f"example-{kind}-{form}-title",
            f"example-{kind}-{form}-desc",
        )
        assert root.attrib["aria-labelledby"] == title.attrib["id"]
        assert "Houses & <floods>" in (title.text or "")
        assert not re.search(r"\sstyle=|<style|<script|\sopacity=\"0\"|aria-roledescription|\n\n", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_is_the_themes_and_none_turns_black(kind: str, drawings: Path) -> None:
    for _, text in both(kind, drawings):
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text))
        assert all(
            colour == "none" or re.fullmatch(r"var\(--chart-[\w-]+,#[0-9a-f]{6}\)", colour) for colour in colours
        )
        for element in parsed(text).iter(f"{SVG}text"):
            assert element.get("fill", "none") != "none"


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_there_and_legible(kind: str, drawings: Path) -> None:
    for _, text in both(kind, drawings):
        letters = "".join("".join(one.itertext()) for one in parsed(text).iter(f"{SVG}text"))
        assert len(letters) > 8
        assert all(float(size) >= 12 for size in re.findall(r'font-size="([\d.]+)px"', text))


def test_a_download_stands_alone(drawings: Path) -> None:
    text = figure_svg(draw(chart_data(LINE, gauges()), drawings), "wide", alone=True)
    assert "var(" not in text
    assert text.index('fill="#ffffff"') < text.index("<text")
    parsed(text)


def test_an_unchanged_chart_is_not_drawn_again_and_imports_no_altair(drawings: Path) -> None:
    draw(chart_data(LINE, gauges()), drawings)
    code = (
        "import sys; from pathlib import Path; from tests.fixtures.chart_catalog import CHARTS, gauges; from generators.charts.render.draw import draw; "
        "from generators.charts.data.chart_data import chart_data; "
        f"draw(chart_data(CHARTS['line'], gauges()), Path({str(drawings)!r})); "
        "sys.exit('altair' in sys.modules or 'vl_convert' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


_ALL = """
from pathlib import Path
from tests.fixtures.chart_catalog import CHARTS, gauges
from generators.charts.data.chart_data import chart_data
from generators.charts.render.draw import draw
from generators.charts.render.drawing import figure_svg
for spec in CHARTS.values():
    drawing = draw(chart_data(spec, gauges()), Path("cache"))
    print(figure_svg(drawing, "wide"), figure_svg(drawing, "narrow"), sep="\\n")
"""


@pytest.mark.slow
def test_no_clock_no_hash_order_and_no_font_changes_a_drawing(drawings: Path, tmp_path: Path) -> None:
    """Every kind in both frames, drawn in a process of its own from an empty cache on a machine without fonts."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")
    own = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "FONTCONFIG_FILE": str(fonts), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _ALL], cwd=tmp_path, env=os.environ | own, capture_output=True, check=True
    )
    here = [text for kind in CHARTS for _, text in both(kind, drawings)]
    assert done.stdout.decode() == "\n".join(here) + "\n"


def test_the_callers_clock_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    draw(chart_data(CHARTS["bars"], gauges()), tmp_path)
    assert os.environ["TZ"] == "Asia/Tokyo"
    assert time.tzname[0] == "JST"
    monkeypatch.undo()
    time.tzset()


def _entry(cache: Path) -> Path:
    (entry,) = cache.glob("*.json")
    return entry


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("Jan", "Feb"),
        lambda _: "",
        lambda _: "[]",
        lambda _: "0" * 64 + '\n["<svg/>", "<svg/>"]',
        lambda text: text.partition("\n")[2],
    ],
    ids=["half", "altered", "empty", "foreign", "forged", "headless"],
)
def test_a_damaged_entry_is_drawn_anew(damage: object, line_cache: Path) -> None:
    good = draw(chart_data(LINE, gauges()), line_cache)
    entry = _entry(line_cache)
    kept = entry.read_text(encoding="utf-8")
    assert callable(damage)
    entry.write_text(damage(kept), encoding="utf-8")
    assert draw(chart_data(LINE, gauges()), line_cache) == good
    assert entry.read_text(encoding="utf-8") == kept


def test_another_charts_entry_under_this_charts_name_is_drawn_anew(tmp_path: Path, line_cache: Path) -> None:
    good = draw(chart_data(LINE, gauges()), line_cache)
    draw(chart_data(CHARTS["bars"], gauges()), tmp_path / "other")
    own, other = _entry(line_cache), _entry(tmp_path / "other")
    kept = own.read_bytes()
    own.write_bytes(other.read_bytes())
    assert draw(chart_data(LINE, gauges()), line_cache) == good
    assert own.read_bytes() == kept


def test_the_cache_can_be_deleted_while_charts_are_drawn(tmp_path: Path, drawings: Path) -> None:
    """Often enough that some entry loses its folder while it is being written; what is read is whole or nothing."""
    done, entry, content = Event(), tmp_path / "cache" / "entry", b"what took long to make"

    def deleting() -> None:
        while not done.is_set():
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)

    def keeping() -> bytes:
        store(entry, content)
        return stored(entry)

    with ThreadPoolExecutor() as pool:
        deleted = [pool.submit(deleting) for _ in range(2)]
        try:
            found = Counter(keeping() for _ in range(200))
            drawn = [draw(chart_data(CHARTS["bars"], gauges()), tmp_path / "cache") for _ in range(2)]
        finally:
            done.set()
        for one in deleted:
            one.result()
    assert found.keys() == {b"", content}
    assert drawn == 2 * [draw(chart_data(CHARTS["bars"], gauges()), drawings)]


def test_an_entry_that_is_no_text_or_no_file_is_drawn_anew(tmp_path: Path) -> None:
    good = draw(chart_data(CHARTS["bars"], gauges()), tmp_path)
    entry = _entry(tmp_path)
    entry.write_bytes(b"\xff\xfe\x00")
    assert draw(chart_data(CHARTS["bars"], gauges()), tmp_path) == good
    entry.unlink()
    entry.mkdir()
    assert draw(chart_data(CHARTS["bars"], gauges()), tmp_path) == good


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, drawings: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert draw(chart_data(CHARTS["bars"], gauges()), blocked / "cache") == draw(
        chart_data(CHARTS["bars"], gauges()), drawings
    )


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    draw(chart_data(CHARTS["bars"], gauges()), tmp_path)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".png", ".png"]


def _with_board(**changes: object) -> Catalog:
    board = gauges().datasets["board"]
    return replace(gauges(), datasets={**gauges().datasets, "board": replace(board, **changes)})  # type: ignore[arg-type]


def test_whatever_is_shown_changes_the_key() -> None:
    board = gauges().datasets["board"]
    first, *others = board.observations
    shown = [
        _with_board(observations=(replace(first, value=Decimal(13)), *others)),
        _with_board(observations=(replace(first, qualifier="about"), *others)),
        _with_board(observations=(replace(first, status="provisional"), *others)),
        _with_board(observations=tuple(others)),
        _with_board(recorder="Another board"),
        _with_board(breaks=(MethodBreak(period=span("2020-05"), label="Northwater not counted"),)),
        _with_board(breaks=(MethodBreak(period=span("2020-06"), label="Otherwise counted"),)),
    ]
    keys = {drawing_key(chart_data(LINE, catalog)) for catalog in (gauges(), *shown)}
    assert len(keys) == len(shown) + 1


def test_what_is_not_shown_changes_no_key() -> None:
    board = gauges().datasets["board"]
    unseen = replace(board.observations[0], locator="page 9", note="Read again.", checked=False)
    catalogs = [
        _with_board(observations=(unseen, *board.observations[1:])),
        _with_board(excludes="Nobody."),
        replace(gauges(), events=()),
        replace(gauges(), geometry=None),
    ]
    assert {drawing_key(chart_data(LINE, catalog)) for catalog in catalogs} == {drawing_key(chart_data(LINE, gauges()))}
    assert drawing_key(chart_data(replace(LINE, title="Another", note="Another"), gauges())) == drawing_key(
        chart_data(LINE, gauges())
    )


def test_a_map_is_keyed_by_its_outlines_and_a_timeline_by_its_events() -> None:
    without = replace(gauges(), geometry=b'{"other": 1}', events=gauges().events[:2])
    for kind in ("locator", "timeline"):
        assert drawing_key(chart_data(CHARTS[kind], without)) != drawing_key(chart_data(CHARTS[kind], gauges()))


def test_a_chart_without_declared_places_is_keyed_by_their_order() -> None:
    turned = replace(gauges(), places={code: PLACES[code] for code in sorted(PLACES, reverse=True)})
    spec = replace(CHARTS["calendar"], places=())
    assert drawing_key(chart_data(spec, turned)) != drawing_key(chart_data(spec, gauges()))


def test_better_words_redraw_nothing(line_cache: Path) -> None:
    first = draw(chart_data(LINE, gauges()), line_cache)
    before = _entry(line_cache).stat().st_ino
    second = draw(chart_data(replace(LINE, title="In other words"), gauges()), line_cache)
    assert _entry(line_cache).stat().st_ino == before
    assert "In other words" in figure_svg(second, "wide")
    assert first.frames == second.frames
    assert figure_svg(first, "wide") != figure_svg(second, "wide")
    assert isinstance(second, Drawing)


def test_ids_are_a_charts_own() -> None:
    raw = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"><g><path id="clip0" d="M0.04,1.26"/><g clip-path="url(#clip0)"><path d="M1e-7,2"/></g></g></svg>'
    text = figure_svg(replace(nothing(chart_data(LINE, gauges())), slug="a", frames={"wide": slimmed(raw)}), "wide")
    assert 'id="a-wide-1"' in text
    assert 'clip-path="url(#a-wide-1)"' in text
    assert 'd="m0 1.3"' in text
    assert 'viewBox="0 0 9 8" width="9" height="8"' in text
