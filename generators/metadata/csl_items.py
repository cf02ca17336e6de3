"""Everything that can be cited as a CSL-JSON item: briefings, charts, datasets, sources, and the numbers themselves.

What nobody has said is left out: no identifier is minted, no date guessed, no name taken apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generators.analysis.chart_selection import expanded
from generators.charts.descriptions.chart_description import datasets_of
from generators.model import Briefing, Catalog, ChartSpec, Dataset, Grain, Observation, Period, Source
from generators.text.wording import amount_with_unit, on, when
from generators.urls.links import published_at
from generators.urls.paths import of_briefing, of_chart, of_dataset, of_row, of_source, row_anchor

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
    """The briefing, by its authors, else by the site's publisher, of the day it was last changed."""
    return _filled(
        id=f"briefing-{briefing.slug}",
        type="report",
        title=briefing.title,
        author=_named(*(author.name for author in briefing.authors)) or _named(catalog.config.publisher),
        issued=_day(changed(briefing)),
        abstract=" ".join(briefing.summary.split()),
        keyword="; ".join(briefing.tags),
        **{**_published_here(of_briefing(briefing), catalog), "language": briefing.language},
    )


def changed(briefing: Briefing) -> date:
    """The day of the last revision, else of publication."""
    return max((revision.date for revision in briefing.revisions), default=briefing.published)


def of_a_chart(chart: ChartSpec, catalog: Catalog) -> Item:
    """The chart, drawn by the site's publisher on the edition's day; the title says whose figures it shows."""
    config, edition = catalog.config, catalog.edition
    return _filled(
        id=f"chart-{chart.slug}",
        type="graphic",
        title=credited(chart.title, datasets_of(chart, catalog).values()),
        author=_named(config.publisher),
        issued=_day(edition.date),
        **{"container-title": config.name if config.name != config.publisher else ""},
        **_published_here(of_chart(chart.slug), catalog),
    )


def of_a_dataset(dataset: Dataset, catalog: Catalog) -> Item:
    """The dataset, put together by the site's publisher for this edition; the title says whose figures it holds."""
    config, edition = catalog.config, catalog.edition
    return _filled(
        id=f"dataset-{dataset.id}",
        type="dataset",
        title=credited(dataset.title, [dataset]),
        author=_named(config.publisher),
        issued=_day(edition.date),
        abstract=" ".join(dataset.summary.split()),
        **_published_here(of_dataset(dataset.id), catalog),
    )


def of_all_data(catalog: Catalog) -> Item:
    """All data of the edition, put together by the site's publisher."""
    config, edition = catalog.config, catalog.edition
    return _filled(
        id="data",
        type="dataset",
        title=f"{config.name}: data",
        author=_named(config.publisher),
        issued=_day(edition.date),
        version=edition.version,
        URL=config.address,
    )


def credited(title: str, datasets: Iterable[Dataset]) -> str:
    """The title with those whose figures it shows: every style prints a title, and none a recorder.

    One whom the title names is not named again.
    """
    recorders = dict.fromkeys(each.recorder for each in datasets if each.recorder not in title)
    return f"{title}{'' if title.endswith('?') else '.'} Figures: {'; '.join(recorders)}" if recorders else title


def citation_line(item: Item) -> str:
    """A dataset, a chart or a number in the form of APA as plain text, for files and cards that no processor can fill.

    `styles` words what a page lists.
    """
    author, container, publisher = "; ".join(author_names(item)), item.get("container-title"), item.get("publisher")
    title, version = str(item["title"]), f" (Version {item['version']})" if "version" in item else ""
    kind = f" [{str(item['type']).capitalize()}]"
    parts = [
        author,
        f"({date_of(item)[0] or 'n.d.'})",
        f"{title}{kind}" if container else f"{title}{version}{kind}",
        f"In {container}{version}" if container else "",
        str(publisher or "") if publisher not in (author, container) else "",
    ]
    told = " ".join(f"{part.removesuffix('.')}." for part in parts if part)
    return f"{told} {item.get('URL', '')}".rstrip()


def author_names(item: Item) -> tuple[str, ...]:
    """The authors' names, none of them taken apart."""
    authors = item["author"]
    return tuple(author["literal"] for author in authors) if isinstance(authors, list) else ()


def date_of(item: Item) -> tuple[int, int, int]:
    """Year, month and day; zero for what is not known."""
    issued = item.get("issued")
    parts = issued["date-parts"][0] if isinstance(issued, dict) else ()
    year, month, day = (*parts, 0, 0, 0)[:3]
    return year, month, day


def of_a_source(source: Source) -> Item:
    """The document, by its author, else by its publisher."""
    grade = source.party.grade if source.party else None
    kind = _TYPES.get(source.kind, "report")
    return _filled(
        **{"container-title": source.publisher if kind == "article-newspaper" else ""},
        id=source.id,
        type=kind,
        title=source.title,
        author=_named(*(source.author.split(";") if source.author else [source.publisher])),
        issued=_date(source.published),
        accessed=_date(source.accessed),
        publisher=source.publisher,
        URL=source.url,
        archive_location=source.archived,
        language=source.language,
        custom={"grade": grade} if grade else {},
    )


def numbers(dataset: Dataset, catalog: Catalog) -> Iterator[Item]:
    """Each number of the dataset."""
    return (of_a_number(o, dataset, catalog) for o in dataset.observations)


def of_a_number(o: Observation, dataset: Dataset, catalog: Catalog) -> Item:
    """The number with its qualifier, by who said it; its title says in which document, and the address is that of its row here.

    So a style that prints no more than author, title, publisher and address still says whether the document was read.

    The id is the only one of its kind on the site, so that references of several datasets can be put together.
    """
    return _filled(
        id=f"{dataset.id}.{row_anchor(dataset, o)}",
        type="dataset",
        title=f"{_number(o)}, {_document(o)}",
        author=_named(o.said_by),
        issued=_date(o.source.published),
        publisher=catalog.config.publisher,
        URL=published_at(catalog.config, of_row(dataset, o)),
        language="en",
        note=f"{as_given(catalog)} The document: {o.source.url or 'no address'}",
    )


def as_given(catalog: Catalog) -> str:
    """Where a number was found: the year and the version are not those of whom it is by."""
    config, edition = catalog.config, catalog.edition
    return f"As given by {config.name}, edition {edition.version} of {on(edition.date)}."


def _number(o: Observation) -> str:
    as_of = f", as of {when(o.as_of)}" if o.as_of else ""
    status = f" ({o.status})" if o.status else ""
    return f"{o.indicator.title}, {o.place.name}, {when(o.period)}{as_of}: {amount_with_unit(o)}{status}"


def _document(o: Observation) -> str:
    place = f", {o.locator}" if o.locator else ""
    read = "" if o.checked else "; not checked against the document"
    return f"in “{o.source.title}” ({o.source.publisher}{place}{read})"


def _published_here(target: str, catalog: Catalog) -> Mapping[str, object]:
    """What all that we publish has in common."""
    config, edition = catalog.config, catalog.edition
    return {
        "publisher": config.name,
        "version": edition.version,
        "URL": published_at(config, target),
        "language": "en",
    }


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
