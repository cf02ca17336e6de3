"""The text-only edition: light, few parts, notes that say who said a number, links that lead somewhere."""

import re
from html import unescape
from posixpath import dirname, join, normpath

from generators.components.templates import policy
from generators.exports.pdf.manuscripts import addresses
from generators.exports.plaintext.text_only_pages import text_pages
from generators.exports.text_forms import text_page
from generators.model import Page
from generators.text.markdown.page_tree import page_tree
from generators.urls.paths import AFTERWARDS
from tests.fixtures.plain_texts import Made, every_site
from tests.fixtures.river_site import rivers
from tests.fixtures.text_pages import PART, html_of

MOST = 50_000


@every_site
def test_every_page_has_a_text_only_one_that_is_light_and_plain(site: Made) -> None:
    _, made = site()
    found = html_of(made)
    assert {PART.sub("", path) for path in found} == {f"text/{p.removesuffix('.md')}.html" for p in made.pages}
    assert {path: len(html) for path, html in found.items() if len(html.encode()) > MOST} == {}
    assert [path for path, html in found.items() if re.search(r"<(?:img|script|svg|style)\b|style=", html)] == []
    assert [path for path, html in found.items() if policy() not in html] == []


@every_site
def test_no_link_of_a_text_only_page_leads_nowhere(site: Made) -> None:
    catalog, made = site()
    known = {*made.assets, *(path.removesuffix(".md") + ".html" for path in made.pages), *AFTERWARDS}
    known |= {"assets/css/text.css", *addresses(catalog)}
    for path, html in html_of(made).items():
        links = {unescape(link).partition("#")[0] for link in re.findall(r'href="([^"]+)"', html)}
        own = {link for link in links if link and not re.match("[a-z]+:", link)}
        assert {link for link in own if normpath(join(dirname(path), link)) not in known} == set(), path


def test_a_part_that_goes_on_with_a_section_says_so() -> None:
    paragraphs = "\n\n".join(f"{'x' * 900} {number}" for number in range(60))
    page = Page(path="a.md", title="A & b", markdown=f"# A & b\n\n## First\n\n{paragraphs}\n\n## Second\n\nEnd")
    pages = {"a.md"}
    noted = text_page(page_tree(page.markdown), "a.md", pages)
    parts = [part.content.decode() for part in text_pages(rivers(), page, noted, pages)]
    assert len(parts) == 2
    assert '<h1>A &amp; b, part 2</h1>\n<nav aria-label="Sections">' in parts[1]
    assert "<h2>First, continued</h2>" in parts[1]
    assert '<h2 id="section-2">Second</h2>' in parts[1]
    assert '<a href="a.part-2.html#section-2">Second</a>' in parts[0]
