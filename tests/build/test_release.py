"""Two editions of the small site, built through the public commands: the old one stays, and every old address answers."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import ZipFile

import pytest

from generators.build import publish
from generators.build.finalize import finish
from generators.build.verify import verified
from generators.cli import main
from tests.fixtures.commands import Run
from tests.fixtures.folders import edit
from tests.fixtures.published_site import small_site
from tests.fixtures.river_site import rivers_copy

LEVELS, PEAKS, SITE = "data/levels/gauge-levels.csv", "data/levels/flood-peaks.csv", "content/site.yml"
GONE_ROW = "level.rv-c.2020-07"
REASON = "The gauge was under repair in July."
REVISED = "The gauge was read again."
CORRECTION = f"""- date: 2021-06-01
  was: Alder Bridge stood at 208 cm in February 2020.
  now: It stood at 209 cm.
  why: {REVISED}
  rows: [gauge-levels/level@2020-02@RV-A]
- date: 2021-06-01
  was: Cress Lock stood at 255 cm in July 2020.
  now: Nothing.
  why: {REASON}
  rows: [gauge-levels/level@2020-07@RV-C]
"""


MOVED = """- page: briefings/river-levels.md
  to: briefings/low-water.md
  date: 2021-06-01
  why: The new name says what was found.
- page: charts/peaks.md
  date: 2021-06-01
  why: It showed one flood.
"""


def next_edition(folder: Path) -> None:
    """One figure revised and one withdrawn with their reasons, one added, a briefing renamed, a chart removed, and the version raised."""
    edit(folder / LEVELS, "RV-A,2020-02,208,", "RV-A,2020-02,209,")
    edit(
        folder / LEVELS,
        "level,RV-A,2020-05",
        "level,RV-A,2020-04,190,,,exact,,,vell-almanac-2020,table 2,,,,yes,,\nlevel,RV-A,2020-05",
    )
    edit(
        folder / LEVELS,
        "level,RV-C,2020-07,255,,,exact,,,vell-almanac-2020,table 3,,,final,yes,,levels:level-c-07\n",
        "",
    )
    with (folder / "data" / "corrections.yml").open("a", encoding="utf-8") as ledger:
        ledger.write(CORRECTION)
    edit(folder / "content/briefings/river-levels.md", '{{ chart("peaks") }}', "")
    (folder / "content/briefings/river-levels.md").rename(folder / "content/briefings/low-water.md")
    edit(folder / "content/judgements.yml", "briefing: river-levels", "briefing: low-water")
    (folder / "content/charts/peaks.yml").unlink()
    (folder / "data/moved.yml").write_text(MOVED, encoding="utf-8")
    edit(folder / SITE, "date: 2021-03-01\nversion: 1.0.0", "date: 2021-06-01\nversion: 1.1.0")


def published(run: Run, tmp_path: Path, drawings: Path) -> Path:
    """The published folder after two editions, each released and kept."""
    folder = rivers_copy(tmp_path / "rivers", drawings)
    out = folder.with_name("published")
    for change in (None, next_edition):
        if change:
            change(folder)
        run("briefings", "release", "--root", folder)
        run("mkdocs", "build", "--strict", "--site-dir", folder.with_name("next"), cwd=folder)
        run("briefings", "publish", folder.with_name("next"), out)
        run("briefings", "keep", out, "--root", folder)
    return out


def links(page: Path, html: str) -> Iterator[tuple[str, str]]:
    """Each link of the page to a file of the folder it lies in, as the path on the disk and the fragment."""
    for address in re.findall(r'\b(?:href|src)="([^"]+)"', html):
        target, _, fragment = unescape(address).partition("#")
        if not re.match(r"[a-z]+:|/|$", target):
            yield normpath(join(dirname(page.as_posix()), target)), fragment


def the_old_edition_stays_under_its_version_and_says_so(published: Path) -> None:
    old = (published / "v/1.0.0/datasets/gauge-levels.html").read_text(encoding="utf-8")
    assert "208" in old
    assert GONE_ROW in old
    notice = re.search(r'<p class="notice" role="note">.*?</p>', old)
    assert notice
    assert "This is edition 1.0.0 of 1 March 2021" in notice[0]
    assert 'href="../../../datasets/gauge-levels.html"' in notice[0]
    assert '<meta name="robots" content="noindex">' in old
    for path in (
        "datasets/gauge-levels.html",
        "cite/datasets/gauge-levels.bib",
        "markdown/datasets/gauge-levels.md.txt",
    ):
        quoted = (published / "v/1.0.0" / path).read_text(encoding="utf-8")
        assert "https://vell.example/v/1.0.0/datasets/gauge-levels.html" in quoted
        assert "https://vell.example/datasets" not in quoted
    new = (published / "datasets/gauge-levels.html").read_text(encoding="utf-8")
    assert "This is edition" not in new
    assert "noindex" not in new
    assert {path.name for path in (published / "v").iterdir()} == {"1.0.0", "1.1.0"}
    assert not (published / "v/1.1.0/v").exists()


def every_page_of_a_kept_edition_has_one_notice(published: Path) -> None:
    for page in (published / "v").rglob("*.html"):
        assert page.read_text(encoding="utf-8").count("This is edition ") == 1, page


def a_withdrawn_figure_still_answers_at_its_old_address(published: Path) -> None:
    html = (published / "datasets/gauge-levels.html").read_text(encoding="utf-8")
    notice = re.search(rf'<p class="notice" id="{re.escape(GONE_ROW)}">(.*?)</p>', html)
    assert notice
    told = re.sub(r"<[^>]+>", "", unescape(notice[1]))
    assert told == (
        "In edition 1.0.0 of 1 March 2021: Mean level, Cress Lock, July 2020: 255 centimetres. "
        f"Withdrawn in edition 1.1.0 of 1 June 2021. {REASON} All editions"
    )


def every_page_document_and_text_of_the_old_edition_still_answers(published: Path) -> None:
    old = published / "v/1.0.0"
    pages = [path.relative_to(old) for path in old.rglob("*") if path.suffix in {".html", ".pdf", ".txt"}]
    assert {"briefings/river-levels.pdf", "embed/peaks.html"} <= {path.as_posix() for path in pages}
    assert [path for path in pages if not (published / path).is_file()] == []
    for path in ("briefings/river-levels.html", "text/briefings/river-levels.html"):
        html = (published / path).read_text(encoding="utf-8")
        assert re.search(r"Moved on 1 June 2021\.</strong>\s+The new name says what was found\.", html)
        assert re.search(r'New address: <a href="low-water\.html">', html)
    index = "".join(path.read_text(encoding="utf-8") for path in published.glob("search/*/texts-*.js"))
    assert "low-water.html" in index
    assert "briefings/river-levels.html" not in index
    assert "v/1.0.0" not in index


def the_differences_are_told_figure_by_figure(published: Path) -> None:
    html = (published / "releases/1.0.0-to-1.1.0.html").read_text(encoding="utf-8")
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr>.*?</tr>", html)]
    cells = [[cell for cell in row.split("|") if cell.strip()] for row in rows]
    who, paper = "Vell River Board", "Vell River Board"
    assert [f"Mean level, Cress Lock, July 2020. {who}", "255 centimetres", "Withdrawn", paper, REASON] in cells
    assert [
        f"Mean level, Alder Bridge, February 2020. {who}",
        "208 centimetres",
        "209 centimetres",
        paper,
        REVISED,
    ] in cells
    assert [f"Mean level, Alder Bridge, April 2020. {who}", "Not included", "190 centimetres", paper] in cells
    table = (published / "releases/1.0.0-to-1.1.0.csv").read_text(encoding="utf-8").splitlines()
    assert [line.partition(",")[0] for line in table] == ["how", "withdrawn", "revised", "added"]


def no_link_is_dead_in_any_edition_and_every_row_has_its_anchor(published: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in published.rglob("*.html") if path.name != "404.html"}
    ids = {path.as_posix(): set(re.findall(r'\bid="([^"]+)"', html)) for path, html in pages.items()}
    for page, html in pages.items():
        for target, fragment in links(page, html):
            assert Path(target).is_file(), f"{page}: {target}"
            assert "." not in fragment or fragment in ids[target], f"{page}: {target}#{fragment}"


def the_name_of_an_edition_is_a_link_where_the_edition_is_kept(published: Path) -> None:
    """In the published folder and in each kept edition, from the list of editions and from the notice of a page that moved."""

    def kept(page: str) -> list[str]:
        html = (published / page).read_text(encoding="utf-8")
        return re.findall(r'<a data-kept="[^"]+" href="([^"]+)"', html)

    assert kept("releases/index.html") == ["../v/1.1.0/index.html", "../v/1.0.0/index.html"]
    assert kept("briefings/river-levels.html") == ["../v/1.0.0/briefings/river-levels.html"]
    assert kept("v/1.0.0/releases/index.html") == []
    assert kept("v/1.1.0/releases/index.html") == ["../../1.0.0/index.html"]
    with ZipFile(published / "offline.zip") as archive:
        within = archive.read("offline/releases/index.html").decode()
    assert ">v/1.0.0/</a>" in within
    assert re.search(r"<a data-kept[^>]*href", within) is None


def each_edition_holds_what_its_own_list_says(published: Path) -> None:
    for edition in (published, published / "v/1.0.0", published / "v/1.1.0"):
        assert "all match" in verified(edition)


@pytest.mark.slow
def test_two_editions(run: Run, tmp_path: Path, drawings: Path) -> None:
    """One test, so that the two sites are built once however the tests are dealt out."""
    out = published(run, tmp_path, drawings)
    the_old_edition_stays_under_its_version_and_says_so(out)
    every_page_of_a_kept_edition_has_one_notice(out)
    a_withdrawn_figure_still_answers_at_its_old_address(out)
    every_page_document_and_text_of_the_old_edition_still_answers(out)
    the_differences_are_told_figure_by_figure(out)
    no_link_is_dead_in_any_edition_and_every_row_has_its_anchor(out)
    the_name_of_an_edition_is_a_link_where_the_edition_is_kept(out)
    each_edition_holds_what_its_own_list_says(out)


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    """A copy of the small site."""
    return rivers_copy(tmp_path / "rivers", drawings)


def told(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that must be refused says."""
    assert main([*arguments, "--root", str(folder)]) == 1
    return capsys.readouterr().err


def test_a_version_is_released_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--root", str(folder)]) == 0
    first = (folder / "data/releases/1.0.0.csv").read_bytes()
    assert "1.0.0 is already released. Raise version and date" in told(folder, capsys, "release")
    assert (folder / "data/releases/1.0.0.csv").read_bytes() == first


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("date: 2021-03-01\nversion: 0.9.9", "version is 0.9.9, and 1.0.0 is already released"),
        ("date: 2021-03-01\nversion: 1.0.1", "date is 2021-03-01, before 1.0.0 of 2021-03-02"),
    ],
)
def test_releases_go_forward(folder: Path, capsys: pytest.CaptureFixture[str], line: str, words: str) -> None:
    edit(folder / SITE, "date: 2021-03-01\nversion: 1.0.0", "date: 2021-03-02\nversion: 1.0.0")
    assert main(["release", "--root", str(folder)]) == 0
    edit(folder / SITE, "date: 2021-03-02\nversion: 1.0.0", line)
    assert words in told(folder, capsys, "release")


def built(folder: Path, words: str = "Edition 1.0.0 of 1 March 2021. Friends of the Vell.") -> str:
    """A folder that looks like the built site of an edition."""
    return str(small_site(folder.with_name("site"), f"<body><p>{words}</p></body>"))


def test_only_a_release_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = built(folder)
    assert "1.0.0 is not released" in told(folder, capsys, "keep", site)
    main(["release", "--root", str(folder)])
    edit(folder / LEVELS, "final,yes,,levels:level-a-02", "final,yes,A note.,levels:level-a-02")
    assert "The figures differ from data/releases/1.0.0.csv" in told(folder, capsys, "keep", site)
    edit(folder / LEVELS, "yes,A note.,levels:level-a-02", "yes,,levels:level-a-02")
    assert main(["keep", site, "--root", str(folder)]) == 0
    assert "is archived once" in told(folder, capsys, "keep", site)


def test_a_kept_page_leads_to_the_front_page_where_no_later_edition_answers_for_it(folder: Path) -> None:
    site = Path(built(folder))
    (site / "own.html").write_text("<body></body>", encoding="utf-8")
    finish(site)
    main(["release", "--root", str(folder)])
    assert main(["keep", str(site), "--root", str(folder)]) == 0
    assert '"../../index.html">the front page of the site</a>' in (site / "v/1.0.0/own.html").read_text("utf-8")
    assert '"../../index.html">the current address of this page' in (site / "v/1.0.0/index.html").read_text("utf-8")


def test_another_edition_s_folder_is_not_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "--root", str(folder)])
    site = built(folder, "Edition 0.9.0 of 1 March 2020. Friends of the Vell.")
    assert "does not contain edition 1.0.0" in told(folder, capsys, "keep", site)


def test_a_new_site_keeps_the_editions_of_the_old_one(tmp_path: Path) -> None:
    for name in ("old", "new", "old/v/1.0.0"):
        small_site(tmp_path / name, name)
    publish.publish_folder(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old/index.html").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "old/v/1.0.0/index.html").read_text(encoding="utf-8") == "old/v/1.0.0"


def test_finishing_a_site_leaves_the_editions_in_it_alone(tmp_path: Path) -> None:
    kept = tmp_path / "v/1.0.0/index.html"
    kept.parent.mkdir(parents=True)
    for page in (tmp_path / "index.html", kept):
        page.write_text("A page.", encoding="utf-8")
    finish(kept.parent)
    finish(tmp_path)
    assert b"v/1.0.0" not in (tmp_path / "SHA256SUMS").read_bytes()
    assert "all match" in verified(tmp_path)
