"""Calculation cards: the formula of a number, its inputs with their rows, what they count, and a citation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generators.analysis.calculations import Derived
from generators.analysis.grades import graded, who
from generators.components.templates import render
from generators.model import Catalog, Observation
from generators.text.wording import UNCHECKED, check_in_words, on, published_in_words, when

_SHOWN = 12
"""Inputs that are listed; the dataset's page has the others."""
NAMED = 3
"""Inputs whose sources are named in a note."""


def calculation_card(page: str, catalog: Catalog, derived: Derived) -> Markup:
    """Return the card's lines, for the page at that path."""
    rows = derived.figures.rows
    return render(
        catalog,
        page,
        "components/calculation_card.html",
        **_shared(derived),
        inputs=[(_apart(o, rows), o) for o in rows[:_SHOWN]],
        more=max(0, len(rows) - _SHOWN),
        populations=[*_populations(catalog, rows)],
        citation=calculation_citation(catalog, derived),
    )


def _shared(derived: Derived) -> Mapping[str, object]:
    """Return what card and note say alike."""
    rows = derived.figures.rows
    return {
        "derived": derived,
        "words": _capital(derived.words),
        "subject": _subject(rows),
        "speakers": _joined(who(o) for o in rows),
        "support": _sure(rows),
    }


def _populations(catalog: Catalog, rows: Sequence[Observation]) -> Iterator[tuple[str, str]]:
    """Yield, for each dataset, whom its inputs count and whom the dataset does not count."""
    for name in dict.fromkeys(o.dataset for o in rows):
        yield _joined(o.indicator.population for o in rows if o.dataset == name), catalog.datasets[name].excludes


def calculation_note(page: str, catalog: Catalog, derived: Derived) -> Markup:
    """Return the number's note for print: formula, speakers, sources, grades, and the datasets' pages."""
    rows = derived.figures.rows
    return render(
        catalog,
        page,
        "components/calculation_note.html",
        **_shared(derived),
        counts=_joined(o.indicator.population for o in rows),
        sources=[*{(o.source.id, o.locator, o.also_in): o for o in reversed(rows[:NAMED])}.values()][::-1],
        more=max(0, len(rows) - NAMED),
        datasets=[*dict.fromkeys(o.dataset for o in rows)],
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
