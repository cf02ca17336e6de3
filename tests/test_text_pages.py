"""The text-only edition: light, few parts, notes that say who said a number, links that lead somewhere."""

import re
from html import escape, unescape
from posixpath import dirname, join, normpath

import pytest

from generators.analysis.chart_selection import expanded
from generators.components.csp import META
from generators.exports.pdf.manuscripts import addresses
from generators.exports.plaintext.page_markdown import noted
from generators.exports.plaintext.text_only_pages import text_pages
from generators.model import Page, Site
from generators.urls.paths import AFTERWARDS
from tests.fixtures.plain_texts import every_site, large_site, small_site
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers

MOST = 50_000
PART = re.compile(r"\.part-\d+")
TAG = re.compile(r"<[^>]+>")


def html_of(made: Site) -> dict[str, str]:
    return {path: asset.content.decode() for path, asset in made.assets.items() if path.startswith("text/")}


def test_every_page_has_a_text_only_one_that_is_light_and_plain() -> None:
    for _, made in every_site():
        found = html_of(made)
        assert {PART.sub("", path) for path in found} == {f"text/{p.removesuffix('.md')}.html" for p in made.pages}
        assert {path: len(html) for path, html in found.items() if len(html.encode()) > MOST} == {}
        assert [path for path, html in found.items() if re.search(r"<(?:img|script|svg|style)\b|style=", html)] == []
        assert [path for path, html in found.items() if META not in html] == []


def test_no_link_of_a_text_only_page_leads_nowhere() -> None:
    for catalog, made in every_site():
        known = {*made.assets, *(path.removesuffix(".md") + ".html" for path in made.pages), *AFTERWARDS}
        known |= {"assets/css/text.css", *addresses(catalog)}
        for path, html in html_of(made).items():
            links = {unescape(link).partition("#")[0] for link in re.findall(r'href="([^"]+)"', html)}
            own = {link for link in links if link and not re.match("[a-z]+:", link)}
            assert {link for link in own if normpath(join(dirname(path), link)) not in known} == set(), path


def parts_of(made: Site, page: str) -> dict[str, str]:
    """The parts of the page's text-only edition, in order."""
    found = [path for path in html_of(made) if PART.sub("", path) == f"text/{page.removesuffix('.md')}.html"]
    return {path: html_of(made)[path] for path in found}


BRIEFINGS = [f"briefings/{slug}.md" for slug in real().briefings]


@pytest.mark.parametrize("page", BRIEFINGS)
def test_a_long_page_is_cut_into_few_parts_that_lead_to_each_other(page: str) -> None:
    parts = parts_of(large_site(), page)
    assert 1 < len(parts) <= 4
    for number, html in enumerate(parts.values(), start=1):
        assert html.count("<h1>") == 1
        assert f"Part {number} of {len(parts)}." in html
        assert ("Next part" in html, "Part before" in html) == (number < len(parts), number > 1)


@pytest.mark.parametrize("page", BRIEFINGS)
def test_each_part_begins_with_a_list_of_all_sections_that_leads_to_them(page: str) -> None:
    parts = parts_of(large_site(), page)
    sections = re.findall(r"^## (.*)", noted(large_site().pages[page], large_site().pages).text, re.MULTILINE)
    assert len(sections) > 5
    for path, html in parts.items():
        listed = html.partition('<nav aria-label="Sections">')[2].partition("</nav>")[0]
        links = re.findall(r'href="([^"#]*)#([^"]*)">([^<]*)<', listed)
        assert [unescape(name) for _, _, name in links] == sections
        for to, anchor, name in links:
            target = parts[normpath(join(dirname(path), to)) if to else path]
            assert f'<h2 id="{anchor}">{name}</h2>' in target


@pytest.mark.parametrize("page", BRIEFINGS)
def test_each_number_leads_to_a_note_of_its_part_that_says_who_said_it(page: str) -> None:
    together = "".join(parts_of(large_site(), page).values())
    for html in parts_of(large_site(), page).values():
        notes = dict(re.findall(r'<li id="(note-\d+)">(.*?)</li>', html))
        leads = re.findall(r'<a href="#(note-\d+)">\[(\d+)\]</a>', html)
        assert list(dict.fromkeys(leads)) == [(f"note-{n}", str(n)) for n in range(1, len(notes) + 1)]
        assert [name for name, _ in leads if name not in notes] == []
        for shown, name in re.findall(r'((?:at least )?\d[\d,.]*) <a href="#(note-\d+)">', html):
            assert "Said by" in notes[name], shown
            assert shown in TAG.sub("", notes[name])
    assert "Said by " not in re.sub(r'<li id="note-.*?</li>', "", together)
    assert not re.search(r"\[\^\d", together)
    cards = re.findall(r'class="opening value[^>]*>(.*?)</button>', large_site().pages[page].markdown)
    assert all(f"{shown} <a href" in together for shown in cards)


@pytest.mark.parametrize("page", BRIEFINGS)
def test_a_chart_has_its_words_here_and_its_table_on_its_own_page(page: str) -> None:
    together = "".join(parts_of(large_site(), page).values())
    charts = re.findall(r'<figure class="chart" id="chart-([^"]+)"', large_site().pages[page].markdown)
    assert len(charts) > 3
    for slug in charts:
        own = "".join(parts_of(large_site(), f"charts/{slug}.md").values())
        caption = f"<strong>{escape(expanded(real())[slug].title, quote=False)}</strong>"
        assert caption in together
        assert together.count(f'<a href="../charts/{slug}.html">Table of this chart</a>') == charts.count(slug)
        assert "Description and data" in own
        assert own.count("<table>") >= (expanded(real())[slug].kind != "locator")
    assert "Description and data" not in together


def test_a_part_that_goes_on_with_a_section_says_so() -> None:
    paragraphs = "\n\n".join(f"{'x' * 900} {number}" for number in range(60))
    page = Page(path="a.md", title="A & b", markdown=f"# A & b\n\n## First\n\n{paragraphs}\n\n## Second\n\nEnd")
    parts = [
        each.content.decode() for each in text_pages(rivers(), {"a.md": page}, {"a.md": noted(page, {"a.md": page})})
    ]
    assert len(parts) == 2
    assert '<h1>A &amp; b, part 2</h1>\n<nav aria-label="Sections">' in parts[1]
    assert "<h2>First, continued</h2>" in parts[1]
    assert '<h2 id="section-2">Second</h2>' in parts[1]
    assert '<a href="a.part-2.html#section-2">Second</a>' in parts[0]
