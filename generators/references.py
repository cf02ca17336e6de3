"""Everything that can be cited as a CSL-JSON item: briefings, charts, datasets, sources, and the numbers themselves.

What nobody has said is left out: no identifier is minted, no date guessed, no name taken apart.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from generators.addresses import html_way, of_briefing, of_chart, of_dataset, of_row, of_source
from generators.charts.selection import expanded
from generators.model import Briefing, Catalog, ChartSpec, Dataset, Grain, Observation, Period, Source
from generators.wording import amount, is_percent, when

Item = Mapping[str, object]
"""A CSL-JSON item."""
_TYPES = {"news": "article-newspaper", "dataset": "dataset"}
"""What a kind of source is in CSL; any other is a report."""
_PARTS = {Grain.DAY: 3, Grain.MONTH: 2}


def references(catalog: Catalog) -> Mapping[str, Item]:
    """The item of each page that can be cited, by the page's path: a source's page stands for the document."""
    return {**ours(catalog), **{of_source(each): of_a_source(each) for each in catalog.sources.values()}}


def ours(catalog: Catalog) -> Mapping[str, Item]:
    """The items of what this site publishes, by the page's path."""
    return {
        **{of_briefing(each): of_a_briefing(each, catalog) for each in catalog.briefings.values()},
        **{of_chart(each.slug): of_a_chart(each, catalog) for each in expanded(catalog).values()},
        **{of_dataset(each.id): of_a_dataset(each, catalog) for each in catalog.datasets.values()},
    }


def of_a_briefing(briefing: Briefing, catalog: Catalog) -> Item:
    """The briefing, by the site's publisher, of the day it was last changed."""
    return _filled(
        id=f"briefing-{briefing.slug}",
        type="report",
        title=briefing.title,
        author=_named(catalog.edition.publisher),
        issued=_day(changed(briefing)),
        abstract=" ".join(briefing.summary.split()),
        **_published_here(of_briefing(briefing), catalog),
    )


def changed(briefing: Briefing) -> date:
    """The day of the last revision, else of publication."""
    return max((revision.date for revision in briefing.revisions), default=briefing.published)


def of_a_chart(chart: ChartSpec, catalog: Catalog) -> Item:
    """The chart, by the site's publisher, of the edition's day."""
    edition = catalog.edition
    return _filled(
        id=f"chart-{chart.slug}",
        type="graphic",
        title=chart.title,
        author=_named(edition.publisher),
        issued=_day(edition.date),
        **{"container-title": edition.name},
        **_published_here(of_chart(chart.slug), catalog),
    )


def of_a_dataset(dataset: Dataset, catalog: Catalog) -> Item:
    """The dataset, by its recorder, for we only put it together; separate statements by the site's publisher."""
    edition = catalog.edition
    author = dataset.recorder if dataset.form == "series" else edition.publisher
    return _filled(
        id=f"dataset-{dataset.id}",
        type="dataset",
        title=dataset.title,
        author=_named(author),
        issued=_day(edition.date),
        abstract=" ".join(dataset.summary.split()),
        **_published_here(of_dataset(dataset.id), catalog),
    )


def of_a_source(source: Source) -> Item:
    """The document, by its author, else by its publisher."""
    grade = source.party.grade if source.party else None
    kind = _TYPES.get(source.kind, "report")
    return _filled(
        **{"container-title": source.publisher if kind == "article-newspaper" else ""},
        id=source.id,
        type=kind,
        title=source.title,
        author=_named(*(source.author or source.publisher).split(";")),
        issued=_date(source.published),
        accessed=_date(source.accessed),
        publisher=source.publisher,
        URL=source.url,
        archive_location=source.archived,
        language=source.language,
        note=f"grade={grade}" if grade else "",
    )


def numbers(dataset: Dataset, catalog: Catalog) -> Iterator[Item]:
    """Each number of the dataset, by who said it, with its qualifier and its document."""
    for o in dataset.observations:
        target = of_row(dataset, o)
        yield _filled(
            id=target.partition("#")[2],
            type="dataset",
            title=_number(o),
            author=_named(o.said_by),
            issued=_date(o.source.published),
            note=_document(o),
            **{"container-title": dataset.title},
            **_published_here(target, catalog),
        )


def _number(o: Observation) -> str:
    unit = "" if is_percent(o) or o.wording else f" {o.indicator.unit}"
    as_of = f", as of {when(o.as_of)}" if o.as_of else ""
    return f"{o.indicator.title}, {o.place.name}, {when(o.period)}{as_of}: {amount(o)}{unit}"


def _document(o: Observation) -> str:
    place = f", {o.locator}" if o.locator else ""
    read = "" if o.checked else ". Not checked against the original document"
    return f"In: {o.source.publisher}, {o.source.title}{place}{read}"


def _published_here(target: str, catalog: Catalog) -> Mapping[str, object]:
    """What all that we publish has in common; no address where nobody has said where the site stands."""
    edition = catalog.edition
    address = edition.address + html_way("", target) if edition.address else ""
    return {"publisher": edition.name, "version": edition.version, "URL": address, "language": "en"}


def _named(*names: str) -> list[dict[str, str]]:
    return [{"literal": name.strip()} for name in names]


def _day(day: date) -> dict[str, object]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _date(period: Period | None) -> dict[str, object]:
    """As precise as it is known: of a span without a CSL form, the year it ended in."""
    if period is None:
        return {}
    day = period.last
    return {"date-parts": [[day.year, day.month, day.day][: _PARTS.get(period.grain, 1)]]}


def _filled(**values: object) -> Item:
    return {name: value for name, value in values.items() if value}
