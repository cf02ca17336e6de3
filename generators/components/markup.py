"""HTML fragments that prose and pages share: links, fact lists, tables of observations.

Raw HTML inside Markdown: no blank lines in a block, links as the finished page wants them.
Text from data is escaped for HTML and for Markdown, so that a title's asterisk stays an asterisk.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generators.analysis.disagreements import RowKey, row_key
from generators.analysis.grades import NOT_GRADED, code, in_words, letter_in_words
from generators.model import Catalog, Dataset, Observation, Period, Place, Source
from generators.text.wording import amount, check_in_words, counted, is_range, when
from generators.urls.links import absolute, html_way
from generators.urls.paths import GRADES, RELIABILITY, of_place, of_row, of_source, row_anchor

_MARKDOWN = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]{}|~"}
SORTABLE = "data sortable"
"""The style of a table that readers can sort."""
_CALLED = "; grade"

Cell = Callable[[Observation], str]
Rows = Sequence[Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table of observations, and when it says anything."""

    title: str
    cell: Cell
    needed: Callable[[Rows], bool] = bool
    style: str = ""
    target: str = ""
    """The page that explains the column."""
    sort: Cell = lambda _: ""
    """What rows are sorted by instead of the cell's words; empty where its words will do."""


def inline(text: str) -> str:
    """Text that neither HTML nor Markdown will read as markup."""
    return escape(text).translate(_MARKDOWN)


def title(text: str) -> str:
    """The page's main heading."""
    return f"# {inline(text)}"


def link(page: str, target: str, text: str, style: str = "") -> str:
    """A link from the page to another page or file of the site; the text is already markup."""
    css = f' class="{style}"' if style else ""
    return f'<a{css} href="{escape(html_way(page, target))}">{text}</a>'


def to_kept(path: str, text: str) -> str:
    """Return the text as the name of a file of a kept edition; the text is already markup.

    It becomes a link in a published folder that has the file: a page cannot know which editions are kept beside it.
    """
    return f'<a data-kept="{escape(path)}">{text}</a>'


def to_source(page: str, source: Source, locator: str = "") -> str:
    """A short citation that leads to the source's page."""
    place_in_text = f", {locator}" if locator else ""
    return link(page, of_source(source), inline(f"{source.publisher}, {published(source)}{place_in_text}"), "cite")


def letter(page: str, source: Source, called: str = _CALLED) -> str:
    """The grade of a source as a quiet letter beside its citation, which leads to the scale; empty if it has none.

    `called` is what paper and plain text say before it.
    """
    told = letter_in_words(source)
    return _tag(page, RELIABILITY, told, called) if told else ""


def grade(page: str, observation: Observation) -> str:
    """The grade of a figure as a quiet code, which leads to the scales; empty if it has none."""
    return _tag(page, GRADES, in_words(observation)) if code(observation) else ""


def _tag(page: str, target: str, told: str, called: str = _CALLED) -> str:
    """The part before the colon; the whole is said to those who point or listen, and paper says that it is a grade."""
    short, words = told.partition(":")[0], inline(told)
    return f'<span class="print-only">{called}</span> <a class="grade" href="{html_way(page, target)}" title="{words}" aria-label="{words}">{short}</a>'


def to_address(page: str, catalog: Catalog, target: str) -> str:
    """A link whose text is its own address, for paper: from the site's root, or whole where the edition says where that is."""
    return link(page, target, escape(absolute(catalog.edition, target)), "address")


def published(source: Source) -> str:
    """The date of publication in words."""
    return when(source.published) if source.published else "undated"


def to_place(page: str, place: Place, text: str = "") -> str:
    """The place's house name, or the given text, as a link to the place's page."""
    return link(page, of_place(place), inline(text or place.name), "place")


def to_value(page: str, dataset: Dataset, observation: Observation) -> str:
    """The number in words as a link to its row; its title says who, when, where, and whether it was checked."""
    style = "value checked" if observation.checked else "value"
    address = escape(html_way(page, of_row(dataset, observation)))
    return f'<a class="{style}" href="{address}" title="{inline(_in_a_line(observation))}">{inline(amount(observation))}</a>'


def status(observation: Observation) -> str:
    """What the speaker calls the number, final or provisional or revised, as a word before a sentence; empty if nothing."""
    return f"{observation.status.capitalize()}. " if observation.status else ""


def _in_a_line(observation: Observation) -> str:
    """One line that says what the number is: indicator, place, period, speaker, how final, checked or not."""
    what = f"{observation.indicator.title}, {observation.place.name}, {when(observation.period)}"
    return f"{what}. {observation.said_by}. {status(observation)}{check_in_words(observation)}"


def foreign(place: Place) -> str:
    """The place's name in its own script, marked with its language and direction."""
    if not place.name_local:
        return ""
    return f'<span lang="{place.local_language}" dir="auto" class="local">{inline(place.name_local)}</span>'


def index(entries: Iterable[tuple[str, str]]) -> str:
    """A long list of links, each with a quiet remark such as a count or a date; both are already markup.

    Search leaves it out: it finds the pages that the list leads to.
    """
    listed = "".join(f"<li>{entry}<span>{remark}</span></li>" for entry, remark in entries)
    return f'<ul class="index-list" data-search-exclude>{listed}</ul>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """A definition list of the pairs whose text is not empty; the text is already markup."""
    rows = "\n".join(f"<dt>{inline(name)}</dt>\n<dd>{text}</dd>" for name, text in pairs if text)
    return f'<dl class="facts">\n{rows}\n</dl>'


def bullets(items: Iterable[str], style: str = "") -> str:
    """A list of lines that are already markup, in one of the style sheet's forms: index-list, news, ways."""
    css = f' class="{style}"' if style else ""
    return f"<ul{css}>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def table(caption: str, head: Iterable[str], rows: Iterable[str], style: str = "data") -> str:
    """A data table in a box of its own that scrolls and can be reached by keyboard; the head is made by `heading`.

    A table of the style `SORTABLE` gets buttons in its head where scripts run. A cell is then sorted by its `data-sort`, else
    by its text; of the class `num`, by the first number in either.
    """
    name = inline(caption)
    box = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{name}" data-search-exclude>'
    body = "\n".join(rows)
    return (
        f'{box}<table class="{style}"><caption>{name}</caption><thead><tr>{"".join(head)}</tr></thead>'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def dated(period: Period) -> str:
    """A cell that says when, and is sorted by its first day."""
    return f"<td{_sorted_by(_first_day(period))}>{inline(when(period))}</td>"


def _sorted_by(key: str) -> str:
    return f' data-sort="{key}"' if key else ""


def _first_day(period: Period | None) -> str:
    return period.first.isoformat() if period else ""


def heading(text: str, style: str = "") -> str:
    """The head of a column."""
    return f'<th scope="col"{style}>{inline(text)}</th>'


def row(cells: Iterable[str]) -> str:
    """A table row of cells that are already markup."""
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A dataset on a page of its own, where each row has its address and leads to those who say otherwise."""

    dataset: Dataset
    panels: Mapping[RowKey, str]
    """Where all say what they counted, by each row that others contradict."""


def observation_table(page: str, caption: str, observations: Rows, home: Home | None = None) -> str:
    """The observations as a table; columns that would say the same in every row are left out."""
    columns = [column for column in _columns(page, home) if column.needed(observations)]
    rows = (_observation_row(o, columns, row_anchor(home.dataset, o) if home else "") for o in observations)
    return table(caption, (_head(page, column) for column in columns), rows, SORTABLE)


def _head(page: str, column: Column) -> str:
    if not column.target:
        return heading(column.title, column.style)
    return f'<th scope="col"{column.style}>{link(page, column.target, inline(column.title))}</th>'


def _observation_row(observation: Observation, columns: Iterable[Column], anchor: str) -> str:
    mark = f' id="{anchor}"' if anchor else ""
    return f"<tr{mark}>" + "".join(_cell(observation, column) for column in columns) + "</tr>"


def _cell(observation: Observation, column: Column) -> str:
    return f"<td{column.style}{_sorted_by(column.sort(observation))}>{column.cell(observation)}</td>"


def _columns(page: str, home: Home | None) -> tuple[Column, ...]:
    def others(o: Observation) -> str:
        panel = home.panels.get(row_key(o)) if home else None
        return link(page, panel, "Others differ") if panel else ""

    return (
        Column(title="Period", cell=lambda o: inline(when(o.period)), sort=lambda o: _first_day(o.period)),
        Column(title="What", cell=lambda o: inline(o.indicator.title), needed=_varied(lambda o: o.indicator.id)),
        Column(title="Place", cell=lambda o: to_place(page, o.place), needed=_varied(lambda o: o.place.code)),
        Column(title="Figure", cell=_figure, style=' class="num"', sort=_number),
        Column(title="Said by", cell=lambda o: inline(o.said_by), needed=_varied(lambda o: o.said_by)),
        Column(title="As of", cell=_as_of, needed=_any(_as_of), sort=lambda o: _first_day(o.as_of)),
        Column(title="Source", cell=lambda o: sources_of(page, o)),
        Column(title="Grade", cell=lambda o: code(o) or NOT_GRADED, needed=_any(code), target=GRADES),
        Column(title="Others", cell=others, needed=_any(others)),
        Column(title="Note", cell=remarks, needed=_any(remarks)),
    )


def _varied(key: Cell) -> Callable[[Rows], bool]:
    return lambda rows: len({key(o) for o in rows}) > 1


def _any(key: Callable[[Observation], object]) -> Callable[[Rows], bool]:
    return lambda rows: any(key(o) for o in rows)


def _as_of(observation: Observation) -> str:
    return inline(when(observation.as_of)) if observation.as_of else ""


def _figure(observation: Observation) -> str:
    return inline(amount(observation) if observation.indicator.unit == "persons" else counted(observation))


def _number(observation: Observation) -> str:
    """The figure's number, where the words of the figure may begin with another."""
    shown = is_range(observation) or observation.wording
    return str(observation.number) if shown and observation.number is not None else ""


def sources_of(page: str, observation: Observation) -> str:
    """The source with its locator, then the others that carry the same statement."""
    others = "".join(f"; also {to_source(page, source)}" for source in observation.also_in)
    others += f" ({1 + len(observation.also_in)} documents, 1 origin)" if observation.also_in else ""
    return to_source(page, observation.source, observation.locator) + others


def remarks(observation: Observation) -> str:
    """The row's note, its status, and that it was read in the original where it was."""
    checked = f"{check_in_words(observation)} " if observation.checked else ""
    return inline(f"{status(observation)}{checked}{observation.note}".strip())


def checked_line(observations: Sequence[Observation]) -> str:
    """A sentence that says how many of the rows were read in the original document."""
    done, rows = sum(o.checked for o in observations), len(observations)
    if not done:
        these, them = ("This row was not", "it") if rows == 1 else ("None of these rows was", "them")
        return f"{these} checked against the original document: read {them} with that in mind."
    if done == rows:
        return (
            "This row was read in the original document."
            if rows == 1
            else "All rows were read in the original document."
        )
    were, others = "was" if done == 1 else "were", "other was" if rows - done == 1 else "others were"
    return f"{done:,} of {rows:,} rows {were} read in the original document; the {others} not checked."


def dataset_of(catalog: Catalog, observation: Observation) -> Dataset:
    """The dataset that the observation stands in."""
    return catalog.datasets[observation.dataset]
