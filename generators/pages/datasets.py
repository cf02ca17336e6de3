"""Pages of the datasets, row pages of long datasets, and their index by topic."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from generators.analysis.chart_selection import EACH
from generators.analysis.disagreements import panels
from generators.analysis.freshness import freshness, last_period
from generators.analysis.grades import credibility
from generators.analysis.history.releases import days
from generators.charts.data.chart_data import all_chart_data
from generators.components.chart_figure import chart_figure
from generators.components.citations import citation_box, reference_files
from generators.components.download_links import dataset_downloads
from generators.components.expressions import expanded_for_other_pages
from generators.components.observation_table import Home, checked_line, observation_table
from generators.components.templates import render_page
from generators.metadata.citation_formats import FORMS
from generators.metadata.csl_items import of_a_dataset
from generators.model import Briefing, Catalog, ChartSpec, Dataset, Indicator, Observation, Page
from generators.model.dataset import has_number, level
from generators.model.lookup import party_of
from generators.pages.plan import PageForEach, Planned
from generators.text.joining import commas
from generators.text.messages import gettext
from generators.text.wording import numeral
from generators.urls.paths import DATASETS, is_long, of_dataset, of_numbers, rows_page


@PageForEach
def datasets(catalog: Catalog) -> Iterator[Planned]:
    """Yield the pages of every dataset, then their index."""
    disputed = panels(catalog)
    for dataset in catalog.datasets.values():
        home = Home(dataset=dataset, panels=disputed)
        yield Planned(path=of_dataset(dataset.id), make=partial(_page, home, catalog))
        for path, rows in _by_page(dataset).items() if is_long(dataset) else ():
            yield Planned(path=path, make=partial(_rows_page, path, rows, home, catalog))
    yield Planned(path=DATASETS, make=partial(_index, catalog))


def _changed(dataset: Dataset, catalog: Catalog) -> date | None:
    """Return the day of the last edition that changed the dataset."""
    _, changed = days(catalog).get(dataset.id, (None, None))
    return changed


def _index(catalog: Catalog) -> Page:
    topics = [
        (topic, [dataset for dataset in catalog.datasets.values() if dataset.topic == topic.id])
        for topic in catalog.config.topics.values()
    ]
    markdown = render_page(catalog, DATASETS, "datasets", topics=topics)
    return Page(path=DATASETS, title=gettext("Data"), markdown=markdown)


def _page(home: Home, catalog: Catalog) -> Page:
    dataset, path = home.dataset, of_dataset(home.dataset.id)
    markdown = render_page(
        catalog,
        path,
        "dataset",
        dataset=dataset,
        charts=[
            chart_figure(path, catalog, all_chart_data(catalog)[chart.slug]) for chart in _charts_of(dataset, catalog)
        ],
        party=party_of(dataset.recorder, catalog.parties),
        freshness=freshness(dataset, catalog.edition.date),
        last_period=last_period(dataset),
        credibility=credibility(dataset.grade),
        own_grades=sum(o.grade is not dataset.grade for o in dataset.observations),
        checked_line=checked_line(dataset.observations),
        briefings=[*_briefings_with(dataset, catalog)],
        related=[*_related(dataset, catalog)],
        citation=citation_box(path, catalog, of_a_dataset(dataset, catalog)),
        **(_rows(home, path, catalog) if dataset.redistributable else _extremes(dataset)),
    )
    return Page(
        path=path,
        title=dataset.title,
        markdown=markdown,
        description=dataset.summary,
        changed=_changed(dataset, catalog),
    )


def _rows(home: Home, path: str, catalog: Catalog) -> dict[str, object]:
    """Return the downloads, the table or links to row pages, and references for each row.

    Formatting all references in a citation style would take too long.
    """
    dataset = home.dataset
    rows = dataset.observations
    by_indicator = groupby(_by_page(dataset).items(), key=lambda page: page[1][0].indicator.title)
    numbers = {ending: of_numbers(dataset.id, ending) for ending in FORMS}
    return {
        "downloads": dataset_downloads(path, dataset, catalog),
        "table": "" if is_long(dataset) else observation_table(path, catalog, dataset.title, rows, home),
        "row_pages": [(name, [(page, _year(own), len(own)) for page, own in pages]) for name, pages in by_indicator],
        "references": reference_files(
            path, catalog, gettext("References for each number, for reference managers"), numbers
        ),
    }


def _extremes(dataset: Dataset) -> dict[str, object]:
    """Return the first, highest and latest figure of each indicator, for a dataset that may not be redistributed."""
    summary: list[tuple[Indicator, int, tuple[Observation, ...]]] = []
    for indicator in dataset.indicators.values():
        rows = sorted((o for o in dataset.observations if o.indicator is indicator and has_number(o)), key=_order)
        if rows:
            summary.append((indicator, len(rows), (rows[0], max(rows, key=level), rows[-1])))
    return {"summary": summary, "references": ""}


def rows_shown(dataset: Dataset, catalog: Catalog) -> Iterator[Observation]:
    """Yield the dataset's rows on its page: those of its charts, and its table unless row pages have it."""
    for chart in _charts_of(dataset, catalog):
        yield from (o for o in all_chart_data(catalog)[chart.slug].rows if o.dataset == dataset.id)
    if dataset.redistributable and not is_long(dataset):
        yield from dataset.observations


def _charts_of(dataset: Dataset, catalog: Catalog) -> Iterator[ChartSpec]:
    for chart in catalog.charts.values():
        if chart.places != (EACH,) and any(name == dataset.id for name, _ in chart.series):
            yield chart


def _by_page(dataset: Dataset) -> Mapping[str, Sequence[Observation]]:
    pages: dict[str, list[Observation]] = {}
    for observation in sorted(dataset.observations, key=_order):
        pages.setdefault(rows_page(dataset, observation), []).append(observation)
    return pages


def _order(observation: Observation) -> tuple[str, str, str]:
    began = observation.period.first.isoformat() if observation.period else ""
    return (observation.indicator.title, began, observation.place.name)


def _year(rows: Sequence[Observation]) -> str:
    return numeral(rows[0].period.first.year) if rows[0].period else gettext("Undated")


def _rows_page(path: str, rows: Sequence[Observation], home: Home, catalog: Catalog) -> Page:
    dataset, name = home.dataset, commas((rows[0].indicator.title, _year(rows)))
    markdown = render_page(
        catalog,
        path,
        "dataset_rows",
        title=name,
        dataset=dataset,
        indicator=rows[0].indicator,
        checked_line=checked_line(rows),
        table=observation_table(path, catalog, name, rows, home),
    )
    title = f"{dataset.title}: {name}"
    return Page(path=path, title=title, markdown=markdown, hide=("toc",), changed=_changed(dataset, catalog))


def _briefings_with(dataset: Dataset, catalog: Catalog) -> Iterator[Briefing]:
    """Yield the briefings that quote the dataset or show a chart of it."""
    charts = {chart.slug for chart in _charts_of(dataset, catalog)}
    for briefing in catalog.briefings.values():
        text = expanded_for_other_pages(catalog, briefing)
        if dataset.id in text.datasets or charts & text.charts:
            yield briefing


def _related(dataset: Dataset, catalog: Catalog) -> Iterator[Dataset]:
    """Yield the other datasets with a concept of this one."""
    concepts = {i.concept for i in dataset.indicators.values()}
    for other in catalog.datasets.values():
        if other is not dataset and concepts & {i.concept for i in other.indicators.values()}:
            yield other
