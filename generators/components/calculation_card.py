"""Calculation cards: the formula of a number, its inputs with their rows, what they count, and a citation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generators.analysis.calculations import Derived
from generators.analysis.grades import graded, who
from generators.components.templates import render
from generators.model import Catalog, Observation
from generators.text.joining import capital, comma_list, commas, semicolons
from generators.text.messages import gettext, ngettext
from generators.text.wording import between, check_in_words, digits, document_in_words, on, unchecked, when

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
        "words": capital(derived.words),
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
    where = comma_list(places) if len(places) <= 2 else ngettext("%(num)s place", "%(num)s places", len(places))
    return gettext("%(what)s, %(where)s, %(when)s", what=semicolons(titles), where=where, when=_dates(rows))


def _dates(rows: tuple[Observation, ...]) -> str:
    """Return one or two periods as they are, more as first to last."""
    periods = sorted({o.period for o in rows if o.period}, key=lambda period: period.first)
    ends = list(dict.fromkeys(when(period) for period in (periods[:1] + periods[-1:]))) if periods else [when(None)]
    if len(ends) == 1:
        return ends[0]
    return comma_list(ends) if len(periods) == len(rows) == 2 else between(*ends)


def _apart(o: Observation, rows: tuple[Observation, ...]) -> str:
    names = []
    if len({other.indicator for other in rows}) > 1:
        names.append(o.indicator.title)
    if len({other.place.code for other in rows}) > 1:
        names.append(o.place.name)
    if len({other.period for other in rows}) > 1:
        names.append(when(o.period))
    return commas(names)


def _sure(rows: tuple[Observation, ...]) -> str:
    """Return the grades of the inputs, and how many were read in the original."""
    grades = f"{semicolons(dict.fromkeys(graded(o).removesuffix('.') for o in rows))}."
    done = sum(o.checked for o in rows)
    if done in {0, len(rows)}:
        return f"{grades} {' '.join(dict.fromkeys(map(check_in_words, rows)))}"
    read = ngettext(
        "%(num)s of %(all)s was read in the original. The others: %(unchecked)s",
        "%(num)s of %(all)s were read in the original. The others: %(unchecked)s",
        done,
        all=digits(len(rows)),
        unchecked=unchecked(),
    )
    return f"{grades} {read}"


def calculation_citation(catalog: Catalog, derived: Derived) -> str:
    """Return the citation of the number, with the recorders, the documents and the edition."""
    config, edition, rows = catalog.config, catalog.edition, derived.figures.rows
    return gettext(
        "%(words)s (%(subject)s; %(formula)s), calculated by %(site)s, edition of %(day)s, from figures of %(speakers)s. "
        "In %(documents)s.",
        words=capital(derived.words),
        subject=_subject(rows),
        formula=derived.formula,
        site=config.name,
        day=on(edition.date),
        speakers=_joined(o.said_by for o in rows),
        documents=_joined(document_in_words(o.source) for o in rows),
    )


def _joined(texts: Iterable[str]) -> str:
    """Join the texts, each once; of more than three the first three and the number of the others."""
    every = list(dict.fromkeys(texts))
    more = len(every) - 3
    if more <= 0:
        return semicolons(every)
    return ngettext("%(texts)s; and %(num)s more", "%(texts)s; and %(num)s more", more, texts=semicolons(every[:3]))
