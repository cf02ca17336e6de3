"""CSL-JSON items of everything that can be cited: briefings, charts, datasets, sources and single numbers.

Unknown fields are omitted: no identifier is minted, no date guessed, no name split.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.model import Briefing, Catalog, Dataset, Edition, Grain, Observation, Period, SiteConfig, Source
from generators.model.languages import translatable
from generators.model.memo import per_catalog
from generators.text.joining import commas, semicolons
from generators.text.messages import gettext, in_latin_digits, translated
from generators.text.wording import amount_with_unit, on, status_alone, subject_in_words
from generators.urls.links import published_at
from generators.urls.paths import of_briefing, of_chart, of_dataset, of_row, of_source, row_anchor

Item = Mapping[str, object]
"""A CSL-JSON item."""
_TYPES = {"news": "article-newspaper", "dataset": "dataset"}
"""CSL types by kind of source; any other is a report."""
_KINDS = {
    "dataset": translatable("Dataset"),
    "graphic": translatable("Graphic"),
    "report": translatable("Report"),
    "article-newspaper": translatable("Article-newspaper"),
}
"""Kinds of works in the APA style, by CSL type."""
_PARTS = {Grain.DAY: 3, Grain.MONTH: 2}


def references(catalog: Catalog) -> Mapping[str, Item]:
    """Return the items of all citable pages by path. A source's page represents the document."""
    return {**ours(catalog), **{of_source(source): of_a_source(source) for source in catalog.sources.values()}}


@per_catalog
def ours(catalog: Catalog) -> Mapping[str, Item]:
    """Return the items of this site's own works, by the page's path."""
    return {
        **{of_briefing(briefing): of_a_briefing(briefing, catalog) for briefing in catalog.briefings.values()},
        **{of_chart(slug): of_a_chart(data) for slug, data in all_chart_data(catalog).items()},
        **{of_dataset(dataset.id): of_a_dataset(dataset, catalog) for dataset in catalog.datasets.values()},
    }


def of_a_briefing(briefing: Briefing, catalog: Catalog) -> Item:
    """Return the item of a briefing by its authors, else the site's publisher, dated by its last change."""
    return _filled(
        id=f"briefing-{briefing.slug}",
        type="report",
        title=briefing.title,
        author=_named(*(author.name for author in briefing.authors)) or _named(catalog.config.publisher),
        issued=_day(changed(briefing)),
        abstract=" ".join(briefing.summary.split()),
        keyword="; ".join(briefing.tags),
        **{**_published_here(of_briefing(briefing), catalog.config, catalog.edition), "language": briefing.language},
    )


def changed(briefing: Briefing) -> date:
    """Return the date of the last revision, else of publication."""
    return max((revision.date for revision in briefing.revisions), default=briefing.published)


def of_a_chart(data: ChartData) -> Item:
    """Return the item of a chart by the site's publisher, dated by the edition; the title names the recorders."""
    chart, config = data.spec, data.config
    return _filled(
        id=f"chart-{chart.slug}",
        type="graphic",
        title=credited(chart.title, data.drawn_datasets.values()),
        author=_named(config.publisher),
        issued=_day(data.edition.date),
        **{"container-title": config.name if config.name != config.publisher else ""},
        **_published_here(of_chart(chart.slug), config, data.edition),
    )


def of_a_dataset(dataset: Dataset, catalog: Catalog) -> Item:
    """Return the item of a dataset by the site's publisher, dated by the edition; the title names the recorder."""
    config, edition = catalog.config, catalog.edition
    return _filled(
        id=f"dataset-{dataset.id}",
        type="dataset",
        title=credited(dataset.title, [dataset]),
        author=_named(config.publisher),
        issued=_day(edition.date),
        abstract=" ".join(dataset.summary.split()),
        **_published_here(of_dataset(dataset.id), config, edition),
    )


def of_all_data(catalog: Catalog) -> Item:
    """Return the item of all data of the edition, by the site's publisher."""
    config, edition = catalog.config, catalog.edition
    return _filled(
        id="data",
        type="dataset",
        title=gettext("%(site)s: data", site=config.name),
        author=_named(config.publisher),
        issued=_day(edition.date),
        version=edition.version,
        URL=config.address,
    )


def credited(title: str, datasets: Iterable[Dataset]) -> str:
    """Return the title with the recorders it does not name yet: all styles print a title, none a recorder."""
    recorders = dict.fromkeys(dataset.recorder for dataset in datasets if dataset.recorder not in title)
    if not recorders:
        return title
    sentence = title if title.endswith(("?", "؟")) else f"{title}."
    return f"{sentence} {gettext('Figures: %(recorders)s', recorders=semicolons(recorders))}"


def citation_line(item: Item) -> str:
    """Return the APA reference of a dataset, chart or number as plain text, for files and cards.

    Pages use `citation_styles`.
    """
    author, container, publisher = "; ".join(author_names(item)), item.get("container-title"), item.get("publisher")
    title, version = str(item["title"]), ""
    if "version" in item:
        version = f" ({gettext('Version %(version)s', version=item['version'])})"
    kind = f" [{kind_in_words(item)}]"
    parts = [
        author,
        f"({date_of(item)[0] or gettext('n.d.')})",
        f"{title}{kind}" if container else f"{title}{version}{kind}",
        gettext("In %(container)s", container=f"{container}{version}") if container else "",
        str(publisher or "") if publisher not in (author, container) else "",
    ]
    reference = " ".join(f"{part.removesuffix('.')}." for part in parts if part)
    return f"{reference} {item.get('URL', '')}".rstrip()


def kind_in_words(item: Item) -> str:
    """Return the kind of work, as the APA style has it in brackets."""
    return translated(_KINDS[str(item["type"])])


def author_names(item: Item) -> tuple[str, ...]:
    """Return the authors' names, unsplit."""
    authors = item["author"]
    return tuple(author["literal"] for author in authors) if isinstance(authors, list) else ()


def date_of(item: Item) -> tuple[int, int, int]:
    """Return year, month and day; zero if unknown."""
    issued = item.get("issued")
    parts = issued["date-parts"][0] if isinstance(issued, dict) else ()
    year, month, day = (*parts, 0, 0, 0)[:3]
    return year, month, day


def of_a_source(source: Source) -> Item:
    """Return the item of a document by its author, else its publisher."""
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
    """Return the items of all numbers of the dataset."""
    return (of_a_number(o, dataset, catalog) for o in dataset.observations)


def of_a_number(o: Observation, dataset: Dataset, catalog: Catalog) -> Item:
    """Return the item of a number by its speaker, with the address of its row.

    The title has the document and whether it was read, so that all styles print them. The id is unique on the site, so
    that references of several datasets can be combined.
    """
    return _filled(
        id=f"{dataset.id}.{row_anchor(dataset, o)}",
        type="dataset",
        title=_title(o),
        author=_named(o.said_by),
        issued=_date(o.source.published),
        publisher=catalog.config.publisher,
        URL=published_at(catalog.config, of_row(dataset, o)),
        language=catalog.config.language,
        note=f"{as_given(catalog)} {gettext('The document: %(address)s', address=o.source.url or gettext('no address'))}",
    )


def as_given(catalog: Catalog) -> str:
    """Return a note of the edition that gives a number, because the item's date is the document's."""
    config, edition = catalog.config, catalog.edition
    with in_latin_digits():
        day = on(edition.date)
    return gettext(
        "As given by %(site)s, edition %(version)s of %(day)s.", site=config.name, version=edition.version, day=day
    )


def _title(o: Observation) -> str:
    with in_latin_digits():
        return commas((_number(o), _document(o)))


def _number(o: Observation) -> str:
    status = f" ({status_alone(o)})" if o.status else ""
    return f"{subject_in_words(o)}: {amount_with_unit(o)}{status}"


def _document(o: Observation) -> str:
    place = commas((o.source.publisher, *([o.locator] if o.locator else [])))
    if o.checked:
        return gettext("in “%(title)s” (%(place)s)", title=o.source.title, place=place)
    return gettext("in “%(title)s” (%(place)s; not checked against the document)", title=o.source.title, place=place)


def _published_here(target: str, config: SiteConfig, edition: Edition) -> Mapping[str, object]:
    """Return the fields that all items of this site share."""
    return {
        "publisher": config.name,
        "version": edition.version,
        "URL": published_at(config, target),
        "language": config.language,
    }


def _named(*names: str) -> list[dict[str, str]]:
    return [{"literal": name.strip()} for name in names]


def _day(day: date) -> dict[str, object]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _date(period: Period | None) -> dict[str, object]:
    """Return the date with its known precision; for a span that CSL cannot express, the year of its end."""
    if period is None:
        return {}
    day = period.last
    return {"date-parts": [[day.year, day.month, day.day][: _PARTS.get(period.grain, 1)]]}


def _filled(**values: object) -> Item:
    return {name: value for name, value in values.items() if value}
