"""Pages of the grades: the two scales, and the parties with their interest, letter and reason."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generators.components.templates import render_page
from generators.model import CREDIBILITY, INTERESTS, RELIABILITY, Catalog, Interest, Page, Party
from generators.text.joining import capital
from generators.text.messages import gettext, translated
from generators.urls.paths import GRADES, of_interest


def grade_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the scales, then the parties of each interest; nothing if nothing is graded."""
    if not catalog.parties and not any(o.grade for o in catalog.observations):
        return
    by_interest: dict[Interest, list[Party]] = {name: [] for name in INTERESTS}
    for party in sorted(catalog.parties.values(), key=lambda party: party.name.casefold()):
        by_interest[party.interest].append(party)
    yield _scales(catalog, by_interest)
    for interest, own in by_interest.items():
        if own:
            yield _parties(catalog, interest, own)


def _scales(catalog: Catalog, by_interest: Mapping[Interest, Sequence[Party]]) -> Page:
    figures = Counter(o.speaker.interest for o in catalog.observations if o.speaker)
    markdown = render_page(
        catalog,
        GRADES,
        "grades",
        letters=[*_letters(catalog)],
        item_digits=[*_digits(catalog)],
        interests=[
            (of_interest(name), capital(translated(INTERESTS[name])), len(own), figures[name])
            for name, own in by_interest.items()
            if own
        ],
    )
    return Page(path=GRADES, title=gettext("Grades"), markdown=markdown)


def _letters(catalog: Catalog) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each letter with the numbers of sources and figures that have it."""
    documents = Counter(s.party.grade if s.party else None for s in catalog.sources.values())
    figures = Counter(o.source.party.grade if o.source.party else None for o in catalog.observations)
    for letter, meaning in RELIABILITY.items():
        yield f"{letter}: {translated(meaning)}", (documents[letter], figures[letter])
    yield gettext("not graded"), (documents[None], figures[None])


def _digits(catalog: Catalog) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each digit with the number of figures that have it."""
    figures = Counter(o.grade.digit if o.grade else None for o in catalog.observations)
    for digit, meaning in CREDIBILITY.items():
        yield f"{digit}: {translated(meaning)}", (figures[digit],)
    yield gettext("not graded"), (figures[None],)


def _parties(catalog: Catalog, interest: Interest, own: Sequence[Party]) -> Page:
    """Return the page of an interest, its parties grouped by letter, reason and day; largest groups first, as letters are no rank."""
    path = of_interest(interest)
    name = gettext("Grades: %(interest)s", interest=translated(INTERESTS[interest]))
    alike: dict[tuple[str, str, date], list[str]] = {}
    for party in own:
        alike.setdefault((party.grade or gettext("speaker only"), party.reason, party.graded), []).append(party.name)
    groups = sorted(alike.items(), key=lambda group: -len(group[1]))
    markdown = render_page(catalog, path, "parties", title=name, groups=groups)
    return Page(path=path, title=name, markdown=markdown, hide=("toc",))
