"""Pages of the disagreements, by concept, and their index, largest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generators.analysis.disagreements import Disagreement, disagreements
from generators.components.disagreement_panel import definition_facts, disagreement_panel, dispute_list
from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import half_year, numeral, when
from generators.urls.paths import DISAGREEMENTS, is_halved, stretch

_LARGEST = 40


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
    for disagreement in sorted(own, key=lambda one: (one.period.first, one.period.last, one.place.name)):
        by_page[_page_of(disagreement)].append(disagreement)
    for path, members in by_page.items():
        name = gettext(
            "%(concept)s, %(time)s: who disagrees", concept=catalog.concepts[concept].title, time=_stretch(members[0])
        )
        rows = [o for member in members for o in member.observations]
        markdown = render_page(
            catalog,
            path,
            "disagreement",
            title=name,
            concept=catalog.concepts[concept],
            definitions=definition_facts(path, catalog, rows),
            panels=[_panel(path, catalog, member) for member in members],
        )
        yield Page(path=path, title=name, markdown=markdown)


def _panel(path: str, catalog: Catalog, disagreement: Disagreement) -> Mapping[str, str]:
    caption = commas((disagreement.place.name, when(disagreement.period)))
    return {
        "caption": caption,
        "anchor": disagreement.address.partition("#")[2],
        "table": disagreement_panel(path, catalog, caption, disagreement.observations),
        "disputes": dispute_list(path, catalog, disagreement.observations),
    }


def _stretch(disagreement: Disagreement) -> str:
    """Return the time that a page covers, for its title: "2006", "January to June 2006"."""
    period = disagreement.period
    return half_year(period) if is_halved(period) else numeral(period.first.year)


def _index(catalog: Catalog, every: Sequence[Disagreement], by_concept: Mapping[str, Sequence[Disagreement]]) -> Page:
    largest = sorted(every, key=lambda one: (-one.ratio, one.concept, one.period.first))
    concepts = sorted(by_concept.items(), key=lambda item: catalog.concepts[item[0]].title)
    markdown = render_page(
        catalog,
        DISAGREEMENTS,
        "disagreements",
        number=len(every),
        largest=largest[:_LARGEST],
        disputed=[disagreement for disagreement in every if disagreement.disputes],
        concepts=[(catalog.concepts[concept], _by_time(own)) for concept, own in concepts],
    )
    return Page(path=DISAGREEMENTS, title=gettext("Who disagrees"), markdown=markdown)


def _by_time(own: Sequence[Disagreement]) -> Mapping[str, str]:
    """Return the pages of a concept in order, each with the time that it covers."""
    ordered = sorted(own, key=lambda one: (one.period.first.year, stretch(one.period)))
    return {_page_of(disagreement): _stretch(disagreement) for disagreement in ordered}
