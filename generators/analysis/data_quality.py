"""Data quality measures of the site's figures, by topic, briefing, year and speaker.

The page and the command show these tables. A property that a check enforces is no measure: it would always be 100 %.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generators.analysis.disagreements import Subjects, alike, by_subject, witnesses
from generators.analysis.grades import interest
from generators.analysis.quoted_rows import quoted
from generators.model import INTERESTS, Briefing, Catalog, Dataset, Grain, Observation
from generators.model.languages import translatable
from generators.text.joining import commas
from generators.text.messages import gettext, translated
from generators.text.sentences import sentences
from generators.text.wording import digits, numeral

_Measure = Callable[[Observation, Subjects], bool]
_MEASURES: tuple[tuple[str, str, _Measure], ...] = (
    (translatable("Two origins"), translatable("two or more bodies, not counting newspapers, state the same figure; documents that repeat one statement are one origin"),
     lambda o, subjects: len(witnesses(o, alike(o, subjects))) > 1),
    (translatable("Archived"), translatable("the document has an archived copy"), lambda o, _: bool(o.source.archived)),
    (translatable("Checked"), translatable("the figure was read in the original document"), lambda o, _: o.checked),
    (translatable("Exact period"), translatable("the figure is for one day, month, quarter or year"),
     lambda o, _: o.period is not None and o.period.grain is not Grain.INTERVAL),
    (translatable("Source graded"), translatable("the document's publisher has a letter grade"),
     lambda o, _: o.source.party is not None and o.source.party.grade is not None),
    (translatable("Item graded"), translatable("the figure has a digit grade, its own or its dataset's"), lambda o, _: o.grade is not None),
    (translatable("Not only about"), translatable("the source does not call it approximate"), lambda o, _: o.qualifier != "about"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of plain text."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def meanings() -> tuple[tuple[str, str], ...]:
    """Return name and meaning of each measure."""
    return tuple((translated(name), translated(meaning)) for name, meaning, _ in _MEASURES)


def share_of_whole(part: int, whole: int) -> str:
    """Return a count of a whole with its share, rounded down, so that only all is 100 %.

    >>> share_of_whole(199, 200), share_of_whole(1, 200), share_of_whole(0, 0)
    ('199 of 200 (99 %)', '1 of 200 (under 1 %)', 'none')
    """
    if not whole:
        return gettext("none")
    hundredths = 100 * part // whole
    numbers = {"part": digits(part), "whole": digits(whole)}
    if part and not hundredths:
        return gettext("%(part)s of %(whole)s (under %(least)s %%)", least=1, **numbers)
    return gettext("%(part)s of %(whole)s (%(hundredths)s %%)", hundredths=hundredths, **numbers)


def coverage_tables(catalog: Catalog) -> tuple[Table, ...]:
    """Return the tables by topic, briefing and year, of years without a figure, and of speakers' interests."""
    subjects = by_subject(catalog)
    briefed = [(b.title, _quoted_rows(b, catalog)) for b in catalog.briefings.values()]
    return (
        _table(gettext("By topic"), [(gettext("All"), list(catalog.observations)), *_topics(catalog)], subjects),
        _table(gettext("Figures quoted in briefings"), briefed, subjects),
        _table(gettext("By year"), _years(catalog), subjects),
        Table(
            caption=gettext("Years without a figure"),
            head=(gettext("Topic"), gettext("Years")),
            rows=tuple(_gaps(catalog)),
        ),
        Table(
            caption=gettext("Interests of speakers"),
            head=(gettext("Interest"), gettext("Figures")),
            rows=tuple(_interests(catalog)),
        ),
    )


def _interests(catalog: Catalog) -> Iterable[tuple[str, str]]:
    counts = Counter(interest(o.speaker) for o in catalog.observations)
    names = {name: name for name in map(translated, INTERESTS.values())} | {"": gettext("not given")}
    return ((name, share_of_whole(counts[key], counts.total())) for key, name in names.items() if counts[key])


def _table(caption: str, groups: Iterable[tuple[str, Sequence[Observation]]], subjects: Subjects) -> Table:
    rows = tuple((name, digits(len(group)), *_shares(group, subjects)) for name, group in groups)
    return Table(
        caption=caption,
        head=(gettext("Which"), gettext("Figures"), *(translated(name) for name, _, _ in _MEASURES)),
        rows=rows,
    )


def _shares(observations: Sequence[Observation], subjects: Subjects) -> Iterable[str]:
    return (share_of_whole(sum(has(o, subjects) for o in observations), len(observations)) for _, _, has in _MEASURES)


def _topics(catalog: Catalog) -> list[tuple[str, list[Observation]]]:
    return [
        (topic.title, [o for d in _datasets(catalog, topic.id) for o in d.observations])
        for topic in catalog.config.topics.values()
    ]


def _quoted_rows(briefing: Briefing, catalog: Catalog) -> list[Observation]:
    """Return each figure that the briefing or its card quotes or calculates with, once."""
    texts = (*sentences(briefing.body), *sentences(briefing.card_number))
    rows = (o for sentence in texts for o in quoted(catalog, sentence))
    return list({(o.dataset, *o.key): o for o in rows}.values())


def _datasets(catalog: Catalog, topic: str) -> Iterable[Dataset]:
    return (dataset for dataset in catalog.datasets.values() if dataset.topic == topic)


def _years(catalog: Catalog) -> list[tuple[str, list[Observation]]]:
    groups: dict[str, list[Observation]] = {}
    for observation in catalog.observations:
        groups.setdefault(_year(observation), []).append(observation)
    return sorted(groups.items())


def _year(observation: Observation) -> str:
    """Return the year of a figure; a period over several years counts for none of them."""
    period = observation.period
    if period is None:
        return gettext("no period")
    return numeral(period.first.year) if period.first.year == period.last.year else gettext("over several years")


def _gaps(catalog: Catalog) -> Iterable[tuple[str, str]]:
    """Yield each topic with its years without a figure, from the site's first year to the edition's."""
    years = [int(name) for name, _ in _years(catalog) if name.isdecimal()]
    span = range(min(years, default=catalog.edition.date.year), catalog.edition.date.year + 1)
    for title, observations in _topics(catalog):
        filled = Counter(map(_year, observations))
        yield title, commas(year for year in map(numeral, span) if not filled[year]) or gettext("none")


def coverage_text(catalog: Catalog) -> str:
    """Return the tables as aligned text."""
    return "\n\n".join(_text(table) for table in coverage_tables(catalog))


def _text(table: Table) -> str:
    lines = (table.head, *table.rows)
    widths = [max(len(line[n]) for line in lines) for n in range(len(table.head))]
    columns = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join((table.caption, *(line.rstrip() for line in columns)))
