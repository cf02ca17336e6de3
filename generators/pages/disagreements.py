"""Pages of the disagreements, by concept, and their index, largest first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generators.analysis.disagreements import Disagreement, disagreements
from generators.components.disagreement_panel import definition_facts, dispute_list, panel
from generators.components.markup import bullets, inline, link, title
from generators.model import Catalog, Page
from generators.text.wording import digits, plural, when
from generators.urls.paths import DISAGREEMENTS, stretch

_LARGEST = 40
_INTRO = (
    "Each line is a concept, place and period for which two or more origins state different figures, or a figure that "
    "somebody disputes. An origin is the body that first stated a figure: its later counts, papers that repeat it and "
    "parts of a whole do not contradict it. Where definitions differ, each panel shows whom each recorder counts. "
    "Nothing is averaged, and no figure is declared right."
)


def disagreement_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of each concept, then their index; nothing if there are no disagreements."""
    found = disagreements(catalog)
    if not found:
        return
    by_concept: dict[str, list[Disagreement]] = defaultdict(list)
    for one in found:
        by_concept[one.concept].append(one)
    for concept, own in by_concept.items():
        yield from _pages(catalog, concept, own)
    yield _index(catalog, found, by_concept)


def _page_of(one: Disagreement) -> str:
    return one.address.partition("#")[0]


def _pages(catalog: Catalog, concept: str, own: Sequence[Disagreement]) -> Iterator[Page]:
    by_page: dict[str, list[Disagreement]] = defaultdict(list)
    for one in sorted(own, key=lambda one: (one.period.first, one.period.last, one.place.name)):
        by_page[_page_of(one)].append(one)
    for path, members in by_page.items():
        name = f"{catalog.concepts[concept].title}, {_stretch(members[0])}: who disagrees"
        parts = [
            title(name),
            inline(catalog.concepts[concept].question),
            link(path, DISAGREEMENTS, "All disagreements"),
        ]
        parts += ["## Who counts whom", definition_facts(catalog, (o for one in members for o in one.observations))]
        for one in members:
            parts += [
                f"## {inline(_subject(one))} {{#{_anchor(one)}}}",
                panel(path, catalog, _subject(one), one.observations),
                dispute_list(path, catalog, one.observations),
            ]
        yield Page(path=path, title=name, markdown="\n\n".join(parts))


def _stretch(one: Disagreement) -> str:
    """Return the time that a page covers, for its title: "2006", "January to June 2006"."""
    year, _, months = stretch(one.period).partition("-")
    return f"{months.replace('-', ' ').title().replace(' To ', ' to ')} {year}".strip()


def _subject(one: Disagreement) -> str:
    return f"{one.place.name}, {when(one.period)}"


def _anchor(one: Disagreement) -> str:
    return one.address.partition("#")[2]


def _index(catalog: Catalog, found: Sequence[Disagreement], by_concept: dict[str, list[Disagreement]]) -> Page:
    largest = sorted(found, key=lambda one: (-one.ratio, one.concept, one.period.first))[:_LARGEST]
    parts = [
        "# Who disagrees",
        _INTRO,
        f"{plural(len(found), 'disagreement')} in all.",
        "## Largest disagreements {#the-largest}",
        bullets((_line(catalog, one) for one in largest), "ways"),
        *_disputes(catalog, found),
        "## All, by concept",
    ]
    for concept, own in sorted(by_concept.items(), key=lambda item: catalog.concepts[item[0]].title):
        ordered = sorted(own, key=lambda one: (one.period.first.year, stretch(one.period)))
        pages = {_page_of(one): _stretch(one) for one in ordered}
        years = ", ".join(link(DISAGREEMENTS, page, name) for page, name in pages.items())
        parts.append(f"<p><strong>{inline(catalog.concepts[concept].title)}</strong>: {years}</p>")
    return Page(path=DISAGREEMENTS, title="Who disagrees", markdown="\n\n".join(parts))


def _disputes(catalog: Catalog, found: Sequence[Disagreement]) -> Iterator[str]:
    """Yield a section on the figures that somebody disputes; nothing if there are none."""
    if lines := [_line(catalog, one) for one in found if one.disputes]:
        yield "## Disputed figures {#contested-in-words}"
        yield bullets(lines, "ways")


def _line(catalog: Catalog, one: Disagreement) -> str:
    name = f"{catalog.concepts[one.concept].title}, {_subject(one)}"
    span = f"{_reach(one)}; {plural(len(one.observations), 'figure')}, {plural(one.origins, 'origin')}{_disputed(one)}"
    return f"{link(DISAGREEMENTS, one.address, inline(name))} <span>{span}</span>"


def _reach(one: Disagreement) -> str:
    return digits(one.low) if one.low == one.high else f"{digits(one.low)} to {digits(one.high)}"


def _disputed(one: Disagreement) -> str:
    return "; disputed" if one.disputes else ""
