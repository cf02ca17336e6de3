"""Pages of the released editions, and of the differences between any two, the current one included."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

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
from generators.components.markup import bullets, heading, inline, link, row, table, title, to_kept
from generators.model import Catalog, FigureRecord, Page, Release
from generators.text.wording import on, plural
from generators.urls.paths import RELEASES, of_differences, of_edition, of_source

_INTRO = (
    "Each edition has a version. Its figures, their definitions and the events are recorded, so that editions can be "
    "compared. A withdrawn figure leaves a notice at its address. Where the whole site of an edition is archived, its "
    "folder is linked."
)
_SAME = "No figures, definitions or events differ."
_MOST = 60
"""More figures than this are counted by dataset; the CSV file has all."""
_STAYS = "The licences do not allow redistribution of these rows: only their number is shown."


def releases(catalog: Catalog) -> Iterator[Page]:
    """Yield the index, then a page for each pair of editions, the current one included; nothing before the first release."""
    if not catalog.releases:
        return
    yield _index(catalog)
    for old, new in combinations(editions(catalog), 2):
        name = f"From edition {old.version} to edition {new.version}"
        yield _page(catalog, of_differences(old.version, new.version), name, differences_between(old, new, catalog))


def _index(catalog: Catalog) -> Page:
    head = map(heading, ("Edition", "Date", "Figures", "Archive", "Changes"))
    lines = [_line(catalog, release) for release in reversed(catalog.releases)]
    parts = ["# Editions", _INTRO, f"<p>{_latest(catalog)}</p>", table("Editions", head, lines)]
    return Page(path=RELEASES, title="Editions", markdown="\n\n".join(parts))


def _latest(catalog: Catalog) -> str:
    """Return a link to the differences between the current edition and the one before it."""
    *before, now = editions(catalog)
    if not before:
        return f"Edition {now.version} is the first."
    name = f"What changed in edition {now.version} since edition {before[-1].version}"
    return link(RELEASES, of_differences(before[-1].version, now.version), name)


def _line(catalog: Catalog, release: Release) -> str:
    earlier = [other.version for other in catalog.releases[: catalog.releases.index(release)]]
    ways = ", ".join(link(RELEASES, of_differences(old, release.version), f"since {old}") for old in reversed(earlier))
    home = of_edition(release.version)
    cells = (
        release.version,
        on(release.date),
        f"{sum(isinstance(record, FigureRecord) for record in release.records.values()):,}",
        to_kept(f"{home}index.html", inline(home)),
        ways or "First edition",
    )
    return row(cells)


def _page(catalog: Catalog, path: str, name: str, found: Sequence[Difference]) -> Page:
    shown = [one for one in found if leaves(one.record, catalog)]
    hidden = [one for one in found if not leaves(one.record, catalog)]
    parts = [title(name), f"<p>{link(path, RELEASES, 'All editions')}</p>", *([] if found else [_SAME])]
    for how, own in _by_how(shown):
        parts += [f"## {how.capitalize()}", _section(catalog, path, own)]
    if shown:
        parts.append(f"<p>{link(path, path.removesuffix('.md') + '.csv', 'Download as CSV')}</p>")
    if hidden:
        parts += ["## Not redistributed {#without-their-rows}", _STAYS, _counted(catalog, hidden)]
    return Page(path=path, title=name, markdown="\n\n".join(parts))


def _by_how(found: Iterable[Difference]) -> Iterator[tuple[How, list[Difference]]]:
    own: dict[How, list[Difference]] = {how: [] for how in HOW}
    for one in found:
        own[one.how].append(one)
    return ((how, ones) for how, ones in own.items() if ones)


def _section(catalog: Catalog, path: str, own: Sequence[Difference]) -> str:
    if len(own) > _MOST:
        return _counted(catalog, own)
    head = map(heading, ("Figure", "Before", "Now", "Source", "Reason"))
    return table(own[0].how.capitalize(), head, (_difference(catalog, path, one) for one in own))


def _difference(catalog: Catalog, path: str, one: Difference) -> str:
    record = one.record
    speaker = f". {record.key.said_by}" if isinstance(record, FigureRecord) else ""
    here = link(path, record.address, inline(f"{record.what}{speaker}"))
    said = (inline(age.text) if age else absent for age, absent in ((one.old, "Not included"), (one.new, "Withdrawn")))
    sources = dict.fromkeys(filter(None, (stated_cells(age)[-1] for age in (one.old, one.new))))
    cited = ", then ".join(_source(catalog, path, source) for source in sources)
    return row((here, *said, cited, " ".join(map(inline, one.reasons))))


def _source(catalog: Catalog, path: str, source: str) -> str:
    found = catalog.sources.get(source)
    return link(path, of_source(found), inline(found.publisher)) if found else inline(source)


def _counted(catalog: Catalog, own: Iterable[Difference]) -> str:
    """Return the number of differences for each dataset or topic and kind of change."""
    counts = Counter((subject_of(one.record, catalog), one.record.kind, one.how) for one in own)
    return bullets(
        f"{inline(name)} <span>{plural(number, kind)} {how}</span>"
        for (name, kind, how), number in sorted(counts.items())
    )
