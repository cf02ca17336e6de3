"""What a reader takes of a chart: rows, pictures, a frame for another site, an address, a citation, each with its size."""

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from generators.analysis.chart_selection import expanded
from generators.build import assemble
from generators.charts.data.chart_data import chart_data
from generators.charts.registry import KINDS
from generators.charts.render.download_image import download_picture
from generators.charts.render.draw import draw
from generators.components.download_links import chart_downloads, dataset_downloads
from generators.components.file_sizes import size_of, sizes
from generators.components.late_values import SIZE, fill, late_names
from generators.components.templates import policy
from generators.exports.charts.embeds import embeds
from generators.model import Asset, Page
from generators.pages.downloads import downloads as downloads_page
from tests.fixtures.chart_catalog import CHARTS, chart, gauges
from tests.fixtures.downloads import tables
from tests.fixtures.river_site import STAYS, drawn, rivers, staying

LINE = CHARTS["line"]
PLACED = replace(gauges(), config=replace(gauges().config, address="https://rivers.example/b/"))


def texts(svg: str) -> str:
    """All that is written in the picture, as one line."""
    found = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314 - our own drawing
    return " ".join("".join(one.itertext()) for one in found)


def test_a_blank_is_null_and_a_range_a_range() -> None:
    rows = json.loads(tables(gauges())["charts/example-range.json"])["rows"]
    miller = next(row for row in rows if row["said_by"] == "A miller")
    assert (miller["value"], miller["lower"], miller["upper"]) == (None, 2, 5)


def test_a_timeline_gives_its_events_and_a_map_its_places() -> None:
    found = tables(gauges())
    assert len(found["charts/example-timeline.csv"].splitlines()) == 1 + len(gauges().events)
    assert found["charts/example-locator.csv"].splitlines()[1].startswith("RV-N,Northwater,")


def test_rows_whose_licence_keeps_them_here_do_not_leave() -> None:
    board = replace(gauges().datasets["board"], redistributable=False)
    kept = replace(gauges(), datasets=MappingProxyType({**gauges().datasets, "board": board}))
    assert "charts/example-line.csv" in tables(gauges())
    assert {"charts/example-line.csv", "charts/example-line.json"}.isdisjoint(tables(kept))
    row = chart_downloads("charts/example-line.md", kept, chart_data(LINE, kept))
    assert ("example-line.csv" in row, "example-line.svg" in row) == (False, True)


@pytest.mark.parametrize("kind", CHARTS)
def test_a_picture_says_what_it_shows_to_who_meets_it_alone(kind: str, drawings: Path) -> None:
    spec = replace(CHARTS[kind], subtitle="A subtitle", reading="Read it so.", note="A note.")
    svg = draw(chart_data(spec, gauges()), drawings).picture
    written = texts(svg)
    for part in (spec.title, "A subtitle", "Read it so.", "A note.", "Gauges, edition of 1 January 2021."):
        assert part in written, part
    assert f"charts/{spec.slug}.html" in written
    assert ("Period shown" in written) == (kind != "locator")
    assert "var(" not in svg


def test_a_picture_names_the_whole_period_and_who_counted(drawings: Path) -> None:
    written = texts(draw(chart_data(LINE, PLACED), drawings).picture)
    assert "Period shown: January 2020 to August 2020." in written
    assert "Source: River Board of Riverland (RBR). Not counted: barns and boats." in written
    assert "https://rivers.example/b/charts/example-line.html" in written


def test_no_line_of_a_picture_runs_off_the_paper() -> None:
    long = replace(chart("bars", "board/flooded", when="2020-02"), title="A title of many words " * 9, note="W " * 300)
    blank = '<svg width="680" height="10"></svg>'
    lines = re.findall(r'x="(\d+)" [^>]*>([^<]+)</text>', download_picture(chart_data(long, gauges()), blank))
    assert len(lines) > 8
    assert max(len(line) for _, line in lines) < 110


def test_a_png_is_opaque_sharp_and_white_at_its_edges(drawings: Path) -> None:
    drawing = draw(chart_data(LINE, gauges()), drawings)
    image = Image.open(io.BytesIO(drawing.png))
    width, height = map(int, re.findall(r'(?:width|height)="(\d+)"', drawing.picture)[:2])
    assert image.size == (2 * width, 2 * height)
    pixels = image.convert("RGBA")
    assert pixels.getchannel("A").getextrema() == (255, 255)
    corners = [(0, 0), (2 * width - 1, 0), (0, 2 * height - 1), (2 * width - 1, 2 * height - 1)]
    assert {pixels.getpixel(corner) for corner in corners} == {(255, 255, 255, 255)}


def test_a_band_keeps_its_colour_in_a_png(drawings: Path) -> None:
    """The renderer clamps what is half transparent on a transparent ground; with paper under it, it is the colour mixed with white."""
    shown = draw(chart_data(LINE, gauges()), drawings)
    ink, share = re.findall(r'fill="#(\w{6})"[^>]*? opacity="([\d.]+)"', shown.picture)[0]
    mixed = tuple(round(255 + (part - 255) * float(share)) for part in bytes.fromhex(ink))
    colours = Image.open(io.BytesIO(shown.png)).convert("RGB").getcolors(1 << 20) or []
    assert max(number for number, colour in colours if _near(colour, mixed)) > 500


def _near(colour: object, wanted: tuple[int, ...]) -> bool:
    return isinstance(colour, tuple) and all(abs(one - other) <= 2 for one, other in zip(colour, wanted, strict=True))


def test_letters_are_the_same_on_every_machine(tmp_path: Path) -> None:
    """The pixels of text alone, as the site's own font sets it: no font of the machine takes part."""
    line = '<text x="9" y="{}" font-family="Inter Charts, Arial" font-weight="{}">Ayn, 1,775 at least</text>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">{line.format(20, 400)}{line.format(50, 700)}</svg>'
    code = (
        "import sys; from hashlib import sha256; from io import BytesIO; from PIL import Image; from generators.charts.render.draw import _paint; "
        "image = Image.open(BytesIO(_paint(sys.stdin.read(), 2))); print(sha256(image.convert('RGB').tobytes()).hexdigest())"
    )
    elsewhere = os.environ | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], input=text, text=True, env=elsewhere, capture_output=True, check=True
    )
    assert done.stdout.strip() == "09d70dfa508c78be6e37aecd90919b4e01452ff385a3329c4a7beaca85f291f5"


def test_a_damaged_png_is_painted_anew(line_cache: Path) -> None:
    good = draw(chart_data(LINE, gauges()), line_cache)
    entry, _ = sorted(line_cache.glob("*.png"), key=lambda path: len(path.name))  # the other is the card's
    kept = entry.read_bytes()
    for damaged in (kept[:-9], b"", b"\x00" * 64 + kept[64:], kept.partition(b"\n")[2]):
        entry.write_bytes(damaged)
        assert draw(chart_data(LINE, gauges()), line_cache).png == good.png
        assert entry.read_bytes() == kept


def test_other_words_in_a_picture_paint_it_anew(drawings: Path) -> None:
    first = draw(chart_data(LINE, gauges()), drawings).png
    assert draw(chart_data(replace(LINE, title="In other words"), gauges()), drawings).png != first


@pytest.mark.parametrize("kind", CHARTS)
def test_an_embed_is_a_light_page_under_the_policy(kind: str, drawings: Path) -> None:
    spec = CHARTS[kind]
    (page,) = embeds(gauges(), chart_data(spec, gauges()), draw(chart_data(spec, gauges()), drawings))
    html = page.content.decode()
    assert page.path == f"embed/{spec.slug}.html"
    assert html.index(policy()) == html.index("<head>") + len("<head>")
    assert not re.search(r"<style|\sstyle=|\son\w+=|https?://(?!www\.w3\.org/2000/svg)", html)
    scripts = ['src="../assets/js/charts.js" defer></script>'] if KINDS[kind].offers else []
    assert re.findall(r"<script (.*?>.*?>)", html) == scripts
    assert f'href="../charts/{spec.slug}.html" target="_blank" rel="noopener"' in html
    assert html.count("<svg") == 2
    assert "Houses &amp; &lt;floods&gt;" in html


def test_the_row_under_a_chart_leads_to_files_that_are_there_and_says_their_size() -> None:
    made, problems = assemble.assemble(rivers(), drawn)
    assert problems == ()
    for page in made.pages.values():
        assert [*late_names(SIZE, page.markdown)] == []
    shown = made.pages["charts/levels.md"].markdown
    for ending in ("csv", "json", "svg", "png"):
        size = len(made.assets[f"charts/levels.{ending}"].content)
        assert (
            f'<a href="levels.{ending}" download>{ending.upper()} <span>{max(1, round(size / 1000))} kB</span></a>'
            in shown
        )
    assert "embed/levels.html" in made.assets
    assert "charts/levels.html" in made.pages["briefings/river-levels.md"].markdown


def test_a_mark_for_a_file_that_is_not_there_says_nothing() -> None:
    page = Page(path="a.md", title="A", markdown=f"x{size_of('a.csv')}y")
    asset = Asset(path="a.csv", content=b"0" * 2400)
    assert fill(page.markdown, sizes([page], {})) == "xy"
    assert fill(page.markdown, sizes([page], {"a.csv": asset})) == "x <span>2 kB</span>y"


def test_the_frame_to_copy_is_whole_where_the_site_s_address_is_known() -> None:
    (frame,) = re.findall(
        r"<textarea[^>]*>(.*?)</textarea>", chart_downloads("timeline.md", PLACED, chart_data(LINE, PLACED))
    )
    assert 'src="https://rivers.example/b/embed/example-line.html"' in unescape(frame)
    assert "Add the address" not in chart_downloads("timeline.md", PLACED, chart_data(LINE, PLACED))
    assert "Add the address" in chart_downloads("timeline.md", gauges(), chart_data(LINE, gauges()))


def test_every_chart_has_a_page_that_says_where_it_is_used() -> None:
    made, _ = assemble.assemble(rivers(), drawn)
    for slug in expanded(rivers()):
        page = made.pages[f"charts/{slug}.md"]
        assert page.searchable
        assert page.markdown.count('<figure class="chart"') == 1
        assert f'href="{slug}.html"' in made.pages["charts/index.md"].markdown
    assert "../briefings/river-levels.html" in made.pages["charts/levels.md"].markdown


def test_the_downloads_page_has_every_dataset_and_says_where_rows_stay() -> None:
    page = next(iter(downloads_page(staying()))).markdown
    assert 'href="data/gauge-levels.zip"' in page
    assert f"data/{STAYS}.zip" not in page
    assert page.count("no rows") == 1
    assert "Datasets that may not be redistributed are described without their rows." in page
    assert all(f'href="data/all.{ending}"' in page for ending in ("zip", "parquet", "sqlite", "datasette.json"))


def test_a_page_gives_the_lines_with_the_whole_address_where_it_is_known() -> None:
    dataset = rivers().datasets["gauge-levels"]
    placed = replace(rivers(), config=replace(rivers().config, address="https://rivers.example/b/"))
    assert "https://rivers.example/b/data/gauge-levels.csv" in dataset_downloads("datasets/x.md", dataset, placed)
    unplaced = replace(rivers(), config=replace(rivers().config, address=""))
    relative = dataset_downloads("datasets/x.md", dataset, unplaced)
    assert "&quot;data/gauge-levels.csv&quot;" in relative
    assert "Add the address of this site before" in relative
    assert "\n" not in relative
    assert 'data-skip="plain search"' in relative  # or the search would find these lines on each dataset's page
