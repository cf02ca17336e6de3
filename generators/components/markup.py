"""HTML fragments shared by texts and pages: links, fact lists, tables.

Raw HTML inside Markdown: no blank lines in a block, links relative to the finished page.
Text from data is escaped for HTML and for Markdown, so that a title's asterisk stays an asterisk.
"""

from collections.abc import Iterable
from html import escape

from generators.analysis.grades import code, grade_in_words, letter_in_words
from generators.model import Catalog, Dataset, Observation, Period, Place, Source
from generators.text.wording import amount, check_in_words, published_in_words, status, when
from generators.urls.links import absolute, html_way
from generators.urls.paths import GRADES, RELIABILITY, of_place, of_row, of_source

_MARKDOWN = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]{}|~"}
SORTABLE = "data sortable"
"""Style of a table that readers can sort."""
_CALLED = "; grade"


def inline(text: str) -> str:
    """Escape the text for HTML and Markdown."""
    return escape(text).translate(_MARKDOWN)


def title(text: str) -> str:
    """Return the page's main heading."""
    return f"# {inline(text)}"


def link(page: str, target: str, text: str, style: str = "") -> str:
    """Return a link from the page to another page or file of the site; the text is already markup."""
    css = f' class="{style}"' if style else ""
    return f'<a{css} href="{escape(html_way(page, target))}">{text}</a>'


def to_kept(path: str, text: str) -> str:
    """Return the text as the name of a file of an archived edition; the text is already markup.

    It becomes a link in a published folder that contains the file: a page cannot know which editions are archived.
    """
    return f'<a data-kept="{escape(path)}">{text}</a>'


def to_source(page: str, source: Source, locator: str = "") -> str:
    """Return a short citation, linked to the source's page."""
    place_in_text = f", {locator}" if locator else ""
    return link(
        page, of_source(source), inline(f"{source.publisher}, {published_in_words(source)}{place_in_text}"), "cite"
    )


def letter(page: str, source: Source, called: str = _CALLED) -> str:
    """Return the grade of a source as a letter, linked to the scale; empty if it has none.

    `called` is the label before it in print and plain text.
    """
    told = letter_in_words(source)
    return _tag(page, RELIABILITY, told, called) if told else ""


def grade(page: str, observation: Observation) -> str:
    """Return the grade of a figure as a code, linked to the scales; empty if it has none."""
    return _tag(page, GRADES, grade_in_words(observation)) if code(observation) else ""


def _tag(page: str, target: str, told: str, called: str = _CALLED) -> str:
    """Return the part before the colon as a link; its title and accessible name have the rest, and print has the label."""
    short, words = told.partition(":")[0], inline(told)
    return f'<span class="print-only" data-skip="search">{called}</span> <a class="grade" href="{html_way(page, target)}" title="{words}" aria-label="{words}">{short}</a>'


def to_address(page: str, catalog: Catalog, target: str) -> str:
    """Return a link whose text is its address, for print: absolute if the site's address is known, else from its root."""
    address = escape(absolute(catalog.config, target))
    return f'<a class="address" href="{escape(html_way(page, target))}" data-part="address">{address}</a>'


def to_place(page: str, place: Place, text: str = "") -> str:
    """Return the place's name, or the given text, as a link to the place's page."""
    return link(page, of_place(place), inline(text or place.name), "place")


def to_value(page: str, dataset: Dataset, observation: Observation) -> str:
    """The number in words as a link to its row; its title says who, when, where, and whether it was checked."""
    style = "value checked" if observation.checked else "value"
    address = escape(html_way(page, of_row(dataset, observation)))
    return f'<a class="{style}" href="{address}" title="{inline(_in_a_line(observation))}">{inline(amount(observation))}</a>'


def _in_a_line(observation: Observation) -> str:
    """One line that says what the number is: indicator, place, period, speaker, how final, checked or not."""
    what = f"{observation.indicator.title}, {observation.place.name}, {when(observation.period)}"
    return f"{what}. {observation.said_by}. {status(observation)}{check_in_words(observation)}"


def foreign(place: Place) -> str:
    """Return the place's name in its own script, marked with language and direction."""
    if not place.name_local:
        return ""
    return f'<span lang="{place.local_language}" dir="auto" class="local">{inline(place.name_local)}</span>'


def index_list(entries: Iterable[tuple[str, str]]) -> str:
    """Return a long list of links, each with a remark such as a count or a date; both are already markup.

    It is not indexed for search: the linked pages are.
    """
    listed = "".join(f"<li>{entry} <span>{remark}</span></li>" for entry, remark in entries)
    return f'<ul class="index-list" data-skip="search">{listed}</ul>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a definition list of the pairs whose text is not empty; the text is already markup."""
    rows = "\n".join(f"<dt>{inline(name)}</dt>\n<dd>{text}</dd>" for name, text in pairs if text)
    return f'<dl class="facts">\n{rows}\n</dl>'


def bullets(items: Iterable[str], style: str = "") -> str:
    """Return a list of items that are already markup, in a class of the style sheet: index-list, news, ways."""
    css = f' class="{style}"' if style else ""
    return f"<ul{css}>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def table(caption: str, head: Iterable[str], rows: Iterable[str], style: str = "data") -> str:
    """Return a data table in a scrolling box that can be reached by keyboard; the head is made by `heading`.

    A table of the style `SORTABLE` gets buttons in its head where scripts run. A cell is then sorted by its `data-sort`, else
    by its text; of the class `num`, by the first number in either.
    """
    name = inline(caption)
    box = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{name}" data-skip="search">'
    body = "\n".join(rows)
    return (
        f'{box}<table class="{style}"><caption>{name}</caption><thead><tr>{"".join(head)}</tr></thead>'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def dated(period: Period) -> str:
    """Return a cell with the period, sorted by its first day."""
    return f"<td{_sorted_by(_first_day(period))}>{inline(when(period))}</td>"


def _sorted_by(key: str) -> str:
    return f' data-sort="{key}"' if key else ""


def _first_day(period: Period | None) -> str:
    return period.first.isoformat() if period else ""


def heading(text: str, style: str = "") -> str:
    """Return the head of a column."""
    return f'<th scope="col"{style}>{inline(text)}</th>'


def row(cells: Iterable[str]) -> str:
    """Return a table row of cells that are already markup."""
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
