"""Calculation cards: the formula of a number, its inputs with their rows, what they count, and a citation."""

from collections.abc import Iterable, Iterator

from generators.analysis.calculations import Derived
from generators.analysis.grades import graded, who
from generators.components.markup import inline, link, to_address
from generators.components.observation_table import sources_of
from generators.model import Catalog, Observation
from generators.text.wording import UNCHECKED, amount, check_in_words, on, plural, published_in_words, when
from generators.urls.paths import of_dataset, of_row

_SHOWN = 12
"""Inputs that are listed; the dataset's page has the others."""
_NAMED = 3
"""Sources that are named in a note."""


def working(page: str, catalog: Catalog, derived: Derived) -> str:
    """Return the card's lines as markup, for the page at that path."""
    return "".join(f"<span>{line}</span>" for line in _lines(page, catalog, derived))


def _lines(page: str, catalog: Catalog, derived: Derived) -> Iterator[str]:
    rows = derived.figures.rows
    yield f"<strong>{inline(_capital(derived.words))}</strong>{inline(_subject(rows))}"
    yield f"Calculated by this site, not stated by the source: {inline(derived.formula)}."
    yield f"From {'; '.join(_inputs(page, catalog, rows))}."
    yield f"Said by {inline(_joined(who(o) for o in rows))}. {_sure(rows)}"
    if derived.figures.as_counted:
        yield "Every figure is a floor: this compares what was counted, not everything that happened."
    for dataset in {o.dataset: catalog.dataset_of(o) for o in rows}.values():
        counts = _joined(o.indicator.population for o in rows if o.dataset == dataset.id)
        yield f'Counts: {inline(counts)}.<span data-skip="plain"> Not counted: {inline(dataset.excludes)}</span>'
    yield f'<span data-skip="plain">Cite: {inline(calculation_citation(catalog, derived))}</span>'


def calculation_note(page: str, catalog: Catalog, derived: Derived) -> str:
    """Return the number's note for print, as markup: formula, speakers, sources, grades, and the datasets' pages."""
    rows = derived.figures.rows
    sources = dict.fromkeys(sources_of(page, o) for o in rows[:_NAMED])
    more = f"; and {plural(len(rows) - _NAMED, 'more row')}" if len(rows) > _NAMED else ""
    pages = (to_address(page, catalog, of_dataset(dataset)) for dataset in dict.fromkeys(o.dataset for o in rows))
    return (
        f"{inline(_capital(derived.words))}: {inline(_subject(rows))}. Calculated by this site, not stated by the source: "
        f"{inline(derived.formula)}. Counts: {inline(_joined(o.indicator.population for o in rows))}. "
        f"Said by {inline(_joined(who(o) for o in rows))}. Source: {'; '.join(sources)}{more}. {_sure(rows)} {' '.join(pages)}"
    )


def _subject(rows: tuple[Observation, ...]) -> str:
    """Return what was counted, where and when, over all inputs."""
    titles, places = (
        dict.fromkeys(names) for names in ((o.indicator.title for o in rows), (o.place.name for o in rows))
    )
    where = " and ".join(places) if len(places) <= 2 else f"{len(places)} places"
    return f"{'; '.join(titles)}, {where}, {_dates(rows)}"


def _dates(rows: tuple[Observation, ...]) -> str:
    """Return one or two periods as they are, more as first to last."""
    periods = sorted({o.period for o in rows if o.period}, key=lambda period: period.first)
    between = " and " if len(periods) == len(rows) == 2 else " to "
    return between.join(dict.fromkeys(when(period) for period in (periods[0], periods[-1]))) if periods else when(None)


def _inputs(page: str, catalog: Catalog, rows: tuple[Observation, ...]) -> Iterator[str]:
    """Yield each input as a link to its row, named by its differences from the others."""
    for o in rows[:_SHOWN]:
        yield link(page, of_row(catalog.dataset_of(o), o), inline(f"{_apart(o, rows)}: {amount(o)}"))
    if len(rows) > _SHOWN:
        yield link(page, of_dataset(rows[0].dataset), f"and {len(rows) - _SHOWN} more on the dataset's page")


def _apart(o: Observation, rows: tuple[Observation, ...]) -> str:
    names = []
    if len({other.indicator for other in rows}) > 1:
        names.append(o.indicator.title)
    if len({other.place.code for other in rows}) > 1:
        names.append(o.place.name)
    if len({other.period for other in rows}) > 1:
        names.append(when(o.period))
    return ", ".join(names)


def _sure(rows: tuple[Observation, ...]) -> str:
    """Return the grades of the inputs, and how many were read in the original."""
    grades = "; ".join(dict.fromkeys(graded(o).removesuffix(".") for o in rows))
    done = sum(o.checked for o in rows)
    if done in {0, len(rows)}:
        return f"{grades}. {' '.join(dict.fromkeys(map(check_in_words, rows)))}"
    return f"{grades}. {done} of {len(rows)} {'was' if done == 1 else 'were'} read in the original. The others: {UNCHECKED}"


def calculation_citation(catalog: Catalog, derived: Derived) -> str:
    """Return the citation of the number, with the recorders, the documents and the edition."""
    config, edition, rows = catalog.config, catalog.edition, derived.figures.rows
    documents = _joined(f"{o.source.publisher}, {published_in_words(o.source)}" for o in rows)
    told = f"{_capital(derived.words)} ({_subject(rows)}; {derived.formula})"
    return (
        f"{told}, calculated by {config.name}, edition of {on(edition.date)}, from figures of "
        f"{_joined(o.said_by for o in rows)}. In {documents}."
    )


def _joined(texts: Iterable[str]) -> str:
    """Join the texts, each once; of more than three the first three and the number of the others."""
    every = list(dict.fromkeys(texts))
    more = f"; and {len(every) - 3} more" if len(every) > 3 else ""
    return "; ".join(every[:3]) + more


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
