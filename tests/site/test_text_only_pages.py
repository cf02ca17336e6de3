"""The text-only edition: light, few parts, notes that say who said a number, links that lead somewhere."""

import re
from html import escape, unescape
from posixpath import dirname, join, normpath

import pytest

from generators.analysis.chart_selection import expanded
from generators.model import Site
from generators.text.markdown.page_tree import page_tree, words_of
from tests.fixtures.plain_texts import large_site
from tests.fixtures.real_site import real
from tests.fixtures.text_pages import PART, html_of

pytestmark = pytest.mark.slow

TAG = re.compile(r"<[^>]+>")
BRIEFINGS = [f"briefings/{slug}.md" for slug in real().briefings]


def parts_of(made: Site, page: str) -> dict[str, str]:
    """The parts of the page's text-only edition, in order."""
    found = [path for path in html_of(made) if PART.sub("", path) == f"text/{page.removesuffix('.md')}.html"]
    return {path: html_of(made)[path] for path in found}


@pytest.mark.parametrize("page", BRIEFINGS)
def test_a_long_page_is_cut_into_few_parts_that_lead_to_each_other(page: str) -> None:
    parts = parts_of(large_site(), page)
    assert 1 < len(parts) <= 4
    for number, html in enumerate(parts.values(), start=1):
        assert html.count("<h1>") == 1
        assert f"Part {number} of {len(parts)}." in html
        assert ("Next part" in html, "Previous part" in html) == (number < len(parts), number > 1)


@pytest.mark.parametrize("page", BRIEFINGS)
def test_each_part_begins_with_a_list_of_all_sections_that_leads_to_them(page: str) -> None:
    parts = parts_of(large_site(), page)
    sections = [
        words_of(heading)
        for heading in page_tree(large_site().pages[page].markdown).iter("h2")
        if words_of(heading) != "Notes"
    ]
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
