"""Pages of the grades: the two scales, and the parties with their interest, letter and reason."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generators.analysis.grades import NOT_GRADED
from generators.components.markup import bullets, heading, inline, link, row, table, title
from generators.model import CREDIBILITY, INTERESTS, RELIABILITY, Catalog, Interest, Page, Party
from generators.text.wording import on, plural
from generators.urls.paths import COVERAGE, GRADES, of_interest

_INTRO = (
    "A grade has two parts. The letter says how reliable the publisher's record is, the digit how credible this one item "
    "is. The two are independent: a reliable publisher can carry a doubtful figure. B2 means: usually reliable, probably "
    "true. The scales are those of the Admiralty system."
)
_OURS = (
    "The grades are given by the editors of this site, {publisher}, not by the sources. Each has a reason and the "
    "date on which it was given. F and 6 mean “cannot be judged”, not “worst”. No figure is weighted, sorted or "
    "averaged by its grade."
)
_CONFIRMED = (
    "The digit 1 needs two origins: two bodies that state the same figure. Documents that repeat one story or statement have one "
    "origin, the body that first stated it. A figure stated only by perpetrators never appears in a headline."
)
_NO_LETTER = "speaker only"


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
            yield _parties(interest, own)


def _scales(catalog: Catalog, by_interest: Mapping[Interest, Sequence[Party]]) -> Page:
    figures = Counter(o.speaker.interest for o in catalog.observations if o.speaker)
    lines = (
        f"{link(GRADES, of_interest(name), inline(INTERESTS[name][:1].upper() + INTERESTS[name][1:]))} "
        f"<span>{plural(len(own), 'party', 'parties')}, {plural(figures[name], 'figure')}</span>"
        for name, own in by_interest.items()
        if own
    )
    parts = [
        "# Grades",
        inline(_INTRO),
        inline(_OURS.format(publisher=catalog.config.publisher)),
        "## How reliable a source is {#reliability}",
        _letters(catalog),
        "## How credible an item is {#credibility}",
        inline(_CONFIRMED),
        _digits(catalog),
        "## Parties and their interests {#who-speaks-and-with-what-interest}",
        "Publishers, recorders and speakers, with the reasons for their letters.",
        bullets(lines, "ways"),
        link(GRADES, COVERAGE, "How many figures are graded, by topic and year"),
    ]
    return Page(path=GRADES, title="Grades", markdown="\n\n".join(parts))


def _letters(catalog: Catalog) -> str:
    documents = Counter(s.party.grade if s.party else None for s in catalog.sources.values())
    figures = Counter(o.source.party.grade if o.source.party else None for o in catalog.observations)
    lines = [(f"{letter}: {meaning}", documents[letter], figures[letter]) for letter, meaning in RELIABILITY.items()]
    return _scale(("Letter", "Sources", "Figures"), [*lines, (NOT_GRADED, documents[None], figures[None])])


def _digits(catalog: Catalog) -> str:
    figures = Counter(o.grade.digit if o.grade else None for o in catalog.observations)
    lines = [(f"{digit}: {meaning}", figures[digit]) for digit, meaning in CREDIBILITY.items()]
    return _scale(("Digit", "Figures"), [*lines, (NOT_GRADED, figures[None])])


def _scale(head: tuple[str, ...], lines: Sequence[tuple[str, *tuple[int, ...]]]) -> str:
    told = (row((inline(name), *(f"{number:,}" for number in numbers))) for name, *numbers in lines)
    return table(f"How many have each {head[0].lower()}", map(heading, head), told)


def _parties(interest: Interest, own: Sequence[Party]) -> Page:
    """Return the page of an interest, its parties grouped by letter, reason and day; largest groups first, as letters are no rank."""
    path, name = of_interest(interest), f"Grades: {INTERESTS[interest]}"
    alike: dict[tuple[str, str, date], list[str]] = {}
    for party in own:
        alike.setdefault((party.grade or _NO_LETTER, party.reason, party.graded), []).append(party.name)
    groups = sorted(alike.items(), key=lambda group: -len(group[1]))
    lines = (
        row((letter, inline(reason), inline("; ".join(names)), on(graded)))
        for (letter, reason, graded), names in groups
    )
    head = map(heading, ("Letter", "Reason", "Parties", "Graded on"))
    parts = (title(name), link(path, GRADES, "What the grades mean"), table("Letters, reasons and names", head, lines))
    return Page(path=path, title=name, markdown="\n\n".join(parts), hide=("toc",))
