"""A page as plain Markdown: its cards folded into the sentence, its charts as description and table, its links among the twins.

Made from the finished page, so that there is one voice. A number stands with qualifier, subject, speaker, source and grade in one
sentence: whoever lifts the sentence lifts them too. For people, who read on, the same text can have notes instead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import count
from posixpath import dirname, join, normpath

from generators.model import Page
from generators.urls.links import html_way
from generators.urls.paths import of_chart, of_twin

CARD = re.compile(
    r'<button type="button" class="opening[^>]*>(.*?)</button>'
    r'<span popover="auto"[^>]*>((?:<span>.*?</span>)+|(?:(?!</?span).)*)</span>'
)
_LINES = re.compile(r"<span>(.*?)</span>")
_STRONG = re.compile(r"<strong>(.*?)</strong>\s*")
_LEFT_TO_THE_PAGE = re.compile(r"<span>Cite: .*?</span>|(?<=\.) Not counted: .*?(?=</span>)")
"""What of a number's card is not folded into the sentence: it is as long as a paragraph, and stands on the dataset's page."""
_LEFT_OUT = re.compile(
    r'<div class="chart-(?:body|take|live)".*?</div>|<svg.*?</svg>|(?:<dt>[^<]*</dt>\n?<dd>)?<pre>.*?</pre>|<textarea.*?</textarea>'
    r'|<section class="print-only notes".*?</section>|<p class="print-only[^>]*>.*?</p>',
    re.DOTALL,
)
_CHART = re.compile(
    r'<figure class="chart" id="chart-([^"]*)"[^>]*>((?:(?!</figure>).)*?)<details class="chart-data"[^>]*>'
    r"<summary>.*?</summary>(<p>.*?</p>).*?</figure>",
    re.DOTALL,
)
_TO_CITE = re.compile(r'<details class="cite-box.*?</details>', re.DOTALL)
_CHART_TITLE = re.compile(r'<p class="chart-title">(.*?)</p>')
_BYLINE = re.compile(r'(<p class="byline">.*?)<br>.*?(?=</p>)')
"""After the break it says how numbers look on the screen."""
_GRADE = re.compile(r'<span class="print-only">(; grade| Grade)</span>')
_JUDGEMENTS = re.compile(r'<ol class="judgements">.*?</ol>', re.DOTALL)
_JUDGEMENT = re.compile(r'<li id="[^"]*">')
_CODE = re.compile(r"<code>(.*?)</code>")
_HEAD = re.compile(r"<thead><tr>(.*?)</tr></thead>")
_CELL = re.compile(r"<th[^>]*>(.*?)</th>")
_LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>')
_MARKDOWN_LINK = re.compile(r"\]\(([^)\s]+)\)")
_TAG = re.compile(r"<(/?[a-z]\w*)[^>]*>")
_MEANT: Mapping[str, str] = {
    "br": " ",
    "strong": "**",
    "/strong": "**",
    "em": "*",
    "/em": "*",
    "span": " ",
    "tr": "\n|",
    "td": " ",
    "/td": " |",
    "li": "\n- ",
    "dt": "\n\n**",
    "/dt": ":** ",
    "h2": "\n\n## ",
    "h3": "\n\n### ",
    "h4": "\n\n#### ",
    "caption": "\n\n**",
    "/caption": "**\n\n",
    "summary": "\n\n**",
    "/summary": "**\n\n",
    **dict.fromkeys(("p", "/p", "ul", "/ul", "ol", "/ol", "dl", "/dl", "/figure", "/table", "/div", "/h3"), "\n\n"),
}
_SIGN = re.compile(r"&(?:#\w+|\w+);")
_ESCAPED = frozenset("\\`*_[]|")
_ATTRIBUTES = re.compile(r" \{#[^}]*\}$", re.MULTILINE)
_SPACES = re.compile(r"  +")
_LINES_APART = re.compile(r"\n\n\n+")
_ITEM_APART = re.compile(r"^(-|\d+\.)\s*\n\n(?=\S)", re.MULTILINE)
_IN_A_ROW = re.compile(r"\|\n\n+(?=\|)")
_OUTSIDE = re.compile(r"[a-z]+:|$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A text with marks in it, such as `[^3]`, and its notes: the third is the one that it leads to."""

    text: str
    notes: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    """The text as HTML, where it is no Markdown; then the notes are HTML too."""


def generated_twin(page: Page, pages: Mapping[str, Page]) -> str:
    """The page's Markdown without any HTML; `pages` are those that have a twin, by path."""
    return _plain(page.path, CARD.sub(folded_card, _in_order(without_media(page.markdown))), pages)


def generated_notes(page: Page, pages: Mapping[str, Page]) -> Noted:
    """The same with a note for each card, without a chart's table but on its own page, and without the ways to cite."""
    notes: dict[str, int] = {}

    def mark(card: re.Match[str]) -> str:
        return f"{card[1]} [^{notes.setdefault(note_of(card[2]), len(notes) + 1)}]"

    text = CARD.sub(mark, _in_order(without_media(without_tables(page))))
    told = (_plain(page.path, note, pages).strip() for note in notes)
    return Noted(text=_plain(page.path, text, pages), notes=tuple(told))


def without_tables(page: Page) -> str:
    """Return the page's text with a link in place of each chart's table, but on its own page, and without the ways to cite."""

    def chart(figure: re.Match[str]) -> str:
        own = of_chart(figure[1])
        if page.path == own:
            return figure[0]
        return f'{figure[2]}{figure[3]}<p><a href="{html_way(page.path, own)}">Table of this chart</a></p>'

    return _TO_CITE.sub("", _CHART.sub(chart, page.markdown))


def without_media(markup: str) -> str:
    """Return the markup without what is for the screen or for paper alone."""
    text = _CHART_TITLE.sub(r"<p><strong>\1</strong></p>", _LEFT_OUT.sub("", markup))
    return _GRADE.sub(r"\1", _BYLINE.sub(r"\1", text))


def _in_order(markup: str) -> str:
    return _JUDGEMENTS.sub(_numbered, markup)


def _numbered(judgements: re.Match[str]) -> str:
    """A list of judgements with its numbers, since the text calls them by these."""
    numbers = count(1)
    return _JUDGEMENT.sub(lambda item: f"\n\n{next(numbers)}. ", judgements[0])


def _plain(page: str, text: str, pages: Mapping[str, Page]) -> str:
    """The markup of the page at that path as Markdown."""

    @cache
    def way(href: str) -> str:
        return way_from(page, unescape(href), pages)

    text = _MARKDOWN_LINK.sub(lambda match: f"]({way(match[1])})", text)
    text = _CODE.sub(lambda match: f"`{_verbatim(match[1])}`", text)
    text = _HEAD.sub(_header, text)
    text = _LINK.sub(lambda match: f"[{match[2]}]({way(match[1])})", text)
    text = _TAG.sub(lambda match: _MEANT.get(match[1], ""), text)
    return _tidy(_SIGN.sub(lambda match: _signs(match[0]), text))


def folded_card(card: re.Match[str]) -> str:
    """Return what a card shows closed, then in parentheses what it opens to."""
    shown, inside = card[1], card[2]
    lines = _lines(inside)
    if not lines:
        return f"{shown} ({_STRONG.sub('', inside).partition(' <a ')[0]})"
    whole = _STRONG.match(lines[0])
    subject = _STRONG.sub("", lines[0])
    before = f"{whole[1]}: " if whole and not whole[1].lower().startswith(shown.lower()) else ""
    return f"{shown} ({before}{subject}. {' '.join(lines[1:])})"


def note_of(inside: str) -> str:
    """Return what a card opens to, after the number or the term in bold."""
    lines = _lines(inside)
    first = lines[0] if lines else inside.partition(" <a ")[0]
    name = _STRONG.match(first)
    told = f"{_STRONG.sub('', first)}. {' '.join(lines[1:])}" if lines else _STRONG.sub("", first)
    return f"<strong>{name[1]}</strong>: {told}" if name else told


def _lines(inside: str) -> list[str]:
    return _LINES.findall(_LEFT_TO_THE_PAGE.sub("", inside))


def _header(head: re.Match[str]) -> str:
    """The head of a table, and the rule that makes it one."""
    cells = _CELL.findall(head[1])
    return f"\n\n| {' | '.join(cells)} |\n|{' --- |' * len(cells)}"


def way_from(page: str, href: str, pages: Mapping[str, Page]) -> str:
    """Return the link from the page's twin: to another twin without its anchor, to any other file where it lies."""
    href = href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    if _OUTSIDE.match(href):
        return href
    path = href.partition("#")[0].removesuffix(".html").removesuffix(".md")
    if not path:
        return of_twin(page).rpartition("/")[2]
    if normpath(join(dirname(page), f"{path}.md")) in pages:
        return f"{path}.md.txt"
    return html_way(of_twin(page), join(dirname(page), href))


def _verbatim(code: str) -> str:
    """Code as it is: within it Markdown knows no escapes. An angle stays a reference until the tags are gone."""
    return _SIGN.sub(lambda match: match[0] if match[0] in {"&lt;", "&#96;"} else unescape(match[0]), code)


def _signs(reference: str) -> str:
    if reference == "&lt;":
        return reference  # not every reader of Markdown knows an escape for it
    sign = unescape(reference)
    return f"\\{sign}" if sign in _ESCAPED else sign


def _tidy(text: str) -> str:
    text = _ATTRIBUTES.sub("", text)
    text = _LINES_APART.sub("\n\n", _SPACES.sub(_single, text).replace(" \n", "\n"))
    text = _ITEM_APART.sub(r"\1 ", text).replace("\n (", "\n(")
    return _IN_A_ROW.sub("|\n", text).strip() + "\n"


def _single(spaces: re.Match[str]) -> str:
    """One space; those that begin a line are an author's own."""
    return spaces[0] if spaces.string[spaces.start() - 1 : spaces.start()] == "\n" else " "
