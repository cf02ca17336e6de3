"""What an author writes, through to the built site: notes stay at home, and no two elements of a page have one id."""

import re
from collections import Counter
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import html as parser

from tests.fixtures.commands import Run
from tests.fixtures.folders import edit
from tests.fixtures.river_site import rivers_copy

pytestmark = pytest.mark.slow
BRIEFING = "content/briefings/river-levels.md"
NOTE = "asktheboard"
CODE = "codeforreaders"
WRITTEN = f"""
A sentence <!-- {NOTE} {{{{ value( --> that goes on.

<!-- {NOTE}

## {NOTE}
-->
[//]: # ({NOTE})

{{{{ chart("levels") }}}}

See [the first drawing](#chart-levels), [the end](#the-end) and `<!-- {CODE} -->`.

```html
<!-- {CODE} -->
```

## The end
"""


@pytest.fixture(scope="module")
def site(run: Run, tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """The small site with notes, with a chart that a briefing shows twice, and with two briefings that have one card."""
    folder = rivers_copy(tmp_path_factory.mktemp("authored") / "rivers", drawings)
    edit(folder / BRIEFING, "cm in January 2020'", f"cm in January 2020 <!-- {NOTE} -->'")
    for page in (BRIEFING, "content/about.md"):
        with (folder / page).open("a", encoding="utf-8") as file:
            file.write(WRITTEN if page == BRIEFING else f"\n<!-- {NOTE} -->\n")
    text = (folder / BRIEFING).read_text(encoding="utf-8")
    again = re.sub(r"^\{\{ judgement.*\}\}$", "", text, flags=re.MULTILINE)
    (folder / "content/briefings/again.md").write_text(again.replace("title: What", "title: Again what"), "utf-8")
    run("mkdocs", "build", "--strict", cwd=folder)
    return folder / "site"


def texts(site: Path) -> dict[str, str]:
    """What each published file says, those within an archive and the words of a PDF too."""
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".pdf":
            pages = pypdfium2.PdfDocument(path)
            found[name] = "".join(page.get_textpage().get_text_range() for page in pages)
        elif path.suffix == ".zip":
            with ZipFile(path) as archive:
                found |= {f"{name}/{one}": archive.read(one).decode("utf-8", "replace") for one in archive.namelist()}
        else:
            found[name] = path.read_bytes().decode("utf-8", "replace")
    return found


def test_no_note_of_an_author_leaves(site: Path) -> None:
    said = texts(site)
    assert [name for name, text in said.items() if NOTE in text] == []
    for name in (
        "briefings/river-levels.html",
        "text/briefings/river-levels.html",
        "markdown/briefings/river-levels.md.txt",
        "briefings/river-levels.pdf",
        "llms-full.txt",
    ):
        assert CODE in said[name], name
        assert re.search(r"A sentence\s+that goes on\.", said[name]), name


def test_a_reader_sees_the_code_of_a_comment(site: Path) -> None:
    page = parser.parse(site / "briefings/river-levels.html").getroot()
    assert [code.text_content().strip() for code in page.xpath("//main//code")][-2:] == [f"<!-- {CODE} -->"] * 2
    plain = unescape((site / "text/briefings/river-levels.html").read_text("utf-8"))
    assert plain.count(f"<!-- {CODE} -->") == 2


def test_no_page_has_an_id_twice_or_names_one_that_it_has_not(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = parser.parse(path).getroot()
        marks = Counter(page.xpath("//@id"))
        named = page.xpath(
            "//@popovertarget | //@aria-labelledby | //@aria-describedby | //a/@href[starts-with(., '#')]"
        )
        assert [mark for mark, times in marks.items() if times > 1] == [], path
        assert [name for name in named if name.lstrip("#") not in {*marks, "", "__codelineno"}] == [], path


def test_both_drawings_of_a_chart_that_is_shown_twice_are_there(site: Path) -> None:
    page = parser.parse(site / "briefings/river-levels.html").getroot()
    shown = page.xpath("//main//figure[.//p[@class='chart-title' and text()='The river fell at all the gauges']]")
    assert [len(figure.xpath(".//*[name()='svg']")) for figure in shown] == [2, 2]
    home = parser.parse(site / "index.html").getroot()
    assert len(home.xpath("//li[@class='card']//*[name()='svg']")) == 2
