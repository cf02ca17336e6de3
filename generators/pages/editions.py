"""Pages of the released editions, and of the differences between any two, the current one included."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generators.analysis.history.change_words import HEADINGS, change_in_words
from generators.analysis.history.releases import (
    HOW,
    Difference,
    How,
    differences_between,
    editions,
    leaves,
    stated_cells,
    subject_of,
)
from generators.components.templates import render_page
from generators.model import Catalog, FigureRecord, Page, Release
from generators.text.messages import gettext, translated
from generators.urls.paths import RELEASES, of_differences, of_source

_MOST = 60
"""More figures than this are counted by dataset; the CSV file has all."""


def releases(catalog: Catalog) -> Iterator[Page]:
    """Yield the index, then a page for each pair of editions, the current one included; nothing before the first release."""
    if not catalog.releases:
        return
    yield _index(catalog)
    for old, new in combinations(editions(catalog), 2):
        name = gettext("From edition %(old)s to edition %(new)s", old=old.version, new=new.version)
        yield _page(catalog, of_differences(old.version, new.version), name, differences_between(old, new, catalog))


def _index(catalog: Catalog) -> Page:
    *before, now = editions(catalog)
    lines = [
        (release, _figures(release), catalog.releases[:number][::-1]) for number, release in enumerate(catalog.releases)
    ]
    latest = before[-1] if before else None
    markdown = render_page(catalog, RELEASES, "editions", before=latest, now=now, releases=lines[::-1])
    return Page(path=RELEASES, title=gettext("Editions"), markdown=markdown)


def _figures(release: Release) -> int:
    return sum(isinstance(record, FigureRecord) for record in release.records.values())


def _page(catalog: Catalog, path: str, name: str, differences: Sequence[Difference]) -> Page:
    shown = [difference for difference in differences if leaves(difference.record, catalog)]
    hidden = [difference for difference in differences if not leaves(difference.record, catalog)]
    by_how = {how: [difference for difference in shown if difference.how == how] for how in HOW}
    markdown = render_page(
        catalog,
        path,
        "edition_differences",
        title=name,
        empty=not differences,
        sections=[_section(catalog, how, own) for how, own in by_how.items() if own],
        hidden=_counted(catalog, hidden),
    )
    return Page(path=path, title=name, markdown=markdown)


def _section(catalog: Catalog, how: How, own: Sequence[Difference]) -> Mapping[str, object]:
    """Return the differences of one kind: as rows, or counted if they are many."""
    many = len(own) > _MOST
    return {
        "heading": translated(HEADINGS[how]),
        "counts": _counted(catalog, own) if many else (),
        "rows": () if many else [_row(catalog, difference) for difference in own],
    }


def _row(catalog: Catalog, difference: Difference) -> Mapping[str, object]:
    record, old, new = difference.record, difference.old, difference.new
    speaker = f". {record.key.said_by}" if isinstance(record, FigureRecord) else ""
    sources = dict.fromkeys(filter(None, (stated_cells(age)[-1] for age in (old, new))))
    return {
        "address": record.address,
        "name": f"{record.what}{speaker}",
        "before": old.text if old else gettext("Not included"),
        "now": new.text if new else gettext("Withdrawn"),
        "sources": [_source(catalog, source) for source in sources],
        "reasons": difference.reasons,
    }


def _source(catalog: Catalog, name: str) -> Mapping[str, str]:
    source = catalog.sources.get(name)
    return {"page": of_source(source), "name": source.publisher} if source else {"page": "", "name": name}


def _counted(catalog: Catalog, own: Iterable[Difference]) -> Sequence[tuple[str, str]]:
    """Return the number of differences in words for each dataset or topic and kind of change."""
    counts = Counter((subject_of(one.record, catalog), one.record.kind, one.how) for one in own)
    return [(name, change_in_words(kind, how, number)) for (name, kind, how), number in sorted(counts.items())]
