"""Pages of the datasets, row pages of long datasets, and their index by topic."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generators.analysis.chart_selection import EACH
from generators.analysis.disagreements import panels
from generators.analysis.freshness import freshness, last_period
from generators.analysis.grades import credibility, interest
from generators.analysis.history.releases import days
from generators.charts.data.chart_data import all_chart_data
from generators.components.chart_figure import chart_figure
from generators.components.citations import box, files
from generators.components.download_links import dataset_downloads
from generators.components.markup import bullets, facts, heading, index_list, inline, link, row, table, title
from generators.components.observation_table import Home, checked_line, observation_table
from generators.metadata.citation_formats import FORMS
from generators.metadata.csl_items import of_a_dataset
from generators.model import Catalog, ChartSpec, Dataset, Observation, Page
from generators.model.dataset import has_number, level
from generators.model.lookup import party_of
from generators.text.wording import amount, on, plural, when
from generators.urls.paths import DATASETS, DOWNLOADS, is_long, of_briefing, of_dataset, of_numbers, rows_page

_FORMS = {
    "series": "A series: one recorder, one definition. Its rows may be read as one line, except across a method break.",
    "statements": "Separate statements: each row has its own speaker. They are shown side by side and never joined.",
}
_NUMBERS = "References for each number, for reference managers"


def datasets(catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of every dataset, then their index."""
    known, disputed = days(catalog), panels(catalog)
    for dataset in catalog.datasets.values():
        _, changed = known.get(dataset.id, (None, None))
        home = Home(dataset=dataset, panels=disputed)
        for page in (_page(home, catalog), *_rows_pages(home)):
            yield replace(page, changed=changed)
    yield _index(catalog)


def _page(home: Home, catalog: Catalog) -> Page:
    dataset, path = home.dataset, of_dataset(home.dataset.id)
    charts = [chart_figure(path, all_chart_data(catalog)[chart.slug]) for chart in _charts_of(dataset, catalog)]
    parts = [
        title(dataset.title),
        inline(dataset.summary),
        *charts,
        "## What is counted, and by whom",
        _about(dataset, catalog),
        "## Figures",
        checked_line(dataset.observations),
        _download(dataset, catalog),
        _figures(home, path) if dataset.redistributable else _summary(dataset),
        *_quoted(dataset, catalog, path),
        *_related(dataset, catalog, path),
        box(path, of_a_dataset(dataset, catalog)) + _cited_numbers(path, dataset),
    ]
    return Page(
        path=path,
        title=dataset.title,
        markdown="\n\n".join(parts),
        description=dataset.summary,
    )


def _cited_numbers(path: str, dataset: Dataset) -> str:
    """Return links to references for each row; formatting all of them in a citation style would take too long."""
    if not dataset.redistributable:
        return ""
    return "\n\n" + files(_NUMBERS, path, {ending: of_numbers(dataset.id, ending) for ending in FORMS})


def _about(dataset: Dataset, catalog: Catalog) -> str:
    breaks = bullets(f"{inline(when(b.period))}: {inline(b.label)}" for b in dataset.breaks) if dataset.breaks else ""
    ended = f"; ended {when(dataset.ended)}" if dataset.ended else ""
    return facts(
        (
            ("Recorder", inline(dataset.recorder)),
            ("Interest", inline(interest(party_of(dataset.recorder, catalog.parties)))),
            ("Form", inline(_FORMS[dataset.form])),
            ("What is counted", inline(dataset.definition)),
            ("Not counted", inline(dataset.excludes)),
            ("Method", inline(dataset.method)),
            ("Coverage", inline(dataset.coverage)),
            ("Method breaks", breaks),
            ("Caveats and conflicts", inline(dataset.caveats)),
            ("Frequency", inline(dataset.rhythm + ended)),
            ("Freshness", inline(_freshness(dataset, catalog))),
            ("Credibility", inline(credibility(dataset.grade) + _own_grades(dataset))),
            ("Licence", inline(dataset.licence)),
            ("Indicators", _indicators(dataset, catalog)),
        )
    )


def _own_grades(dataset: Dataset) -> str:
    own = sum(o.grade is not dataset.grade for o in dataset.observations)
    return f" {plural(own, 'row has a grade of its own', 'rows have grades of their own')}." if own else ""


def _freshness(dataset: Dataset, catalog: Catalog) -> str:
    last = last_period(dataset)
    known = f"; the last period is {when(last)}" if last else ""
    return f"{freshness(dataset, catalog.edition.date)}{known}. Assessed on {on(catalog.edition.date)}."


def _indicators(dataset: Dataset, catalog: Catalog) -> str:
    return bullets(
        f"<strong>{inline(i.title)}</strong> ({inline(i.unit)}; {i.kind}): {inline(i.population)}. "
        f"{inline(catalog.concepts[i.concept].question)}"
        for i in dataset.indicators.values()
    )


def _charts_of(dataset: Dataset, catalog: Catalog) -> Iterator[ChartSpec]:
    for chart in catalog.charts.values():
        if chart.places != (EACH,) and any(name == dataset.id for name, _ in chart.series):
            yield chart


def _figures(home: Home, path: str) -> str:
    dataset = home.dataset
    if not is_long(dataset):
        return observation_table(path, dataset.title, dataset.observations, home)
    parts = []
    for name, pages in groupby(_by_page(dataset).items(), key=lambda page: page[1][0].indicator.title):
        years = ((link(path, page, _year(rows)), plural(len(rows), "row")) for page, rows in pages)
        parts += [f"### {inline(name)}", index_list(years)]
    return "\n\n".join(parts)


def _download(dataset: Dataset, catalog: Catalog) -> str:
    if dataset.redistributable:
        return dataset_downloads(of_dataset(dataset.id), dataset, catalog)
    rows = plural(len(dataset.observations), "row")
    return (
        f"The licence does not allow redistribution. Of {rows}, the first, highest and latest figures are shown here."
    )


def _summary(dataset: Dataset) -> str:
    """Return the first, highest and latest figure of each indicator, for a dataset that may not be redistributed."""
    head = map(heading, ("Indicator", "Rows", "First", "Highest", "Latest"))
    lines = []
    for indicator in dataset.indicators.values():
        own = sorted((o for o in dataset.observations if o.indicator is indicator and has_number(o)), key=_order)
        if own:
            told = (f"{inline(amount(o))}<br>{inline(when(o.period))}" for o in (own[0], max(own, key=level), own[-1]))
            lines.append(row((inline(indicator.title), str(len(own)), *told)))
    return table(dataset.title, head, lines)


def _by_page(dataset: Dataset) -> Mapping[str, Sequence[Observation]]:
    pages: dict[str, list[Observation]] = {}
    for observation in sorted(dataset.observations, key=_order):
        pages.setdefault(rows_page(dataset, observation), []).append(observation)
    return pages


def _order(observation: Observation) -> tuple[str, str, str]:
    began = observation.period.first.isoformat() if observation.period else ""
    return (observation.indicator.title, began, observation.place.name)


def _year(rows: Sequence[Observation]) -> str:
    return str(rows[0].period.first.year) if rows[0].period else "Undated"


def _rows_pages(home: Home) -> Iterator[Page]:
    dataset = home.dataset
    if not is_long(dataset):
        return
    for path, rows in _by_page(dataset).items():
        name = f"{rows[0].indicator.title}, {_year(rows)}"
        counts = f"Counts: {inline(rows[0].indicator.population)}."
        back = f"From {link(path, of_dataset(dataset.id), inline(dataset.title))}, which states who is not counted. {counts}"
        shown = observation_table(path, name, rows, home)
        body = f"{title(name)}\n\n{back} {checked_line(rows)}\n\n{shown}"
        yield Page(path=path, title=f"{dataset.title}: {name}", markdown=body, hide=("toc",))


def _quoted(dataset: Dataset, catalog: Catalog, path: str) -> Iterator[str]:
    named = [b for b in catalog.briefings.values() if _mentions(b.body.markdown, dataset, catalog)]
    if named:
        yield "## Where it is used"
        yield index_list((link(path, of_briefing(b), inline(b.title)), "Briefing") for b in named)


def _related(dataset: Dataset, catalog: Catalog, path: str) -> Iterator[str]:
    concepts = {i.concept for i in dataset.indicators.values()}
    others = [d for d in catalog.datasets.values() if concepts & {i.concept for i in d.indicators.values()}]
    if len(others) > 1:
        yield "## Related datasets {#others-on-the-same-subject}"
        yield bullets((_entry(path, d) for d in others if d is not dataset), "ways")


def _entry(path: str, dataset: Dataset, more: str = "") -> str:
    return f"{link(path, of_dataset(dataset.id), inline(dataset.title))} <span>{inline(dataset.recorder)}{more}</span>"


def _mentions(markdown: str, dataset: Dataset, catalog: Catalog) -> bool:
    charts = "|".join(chart.slug for chart in _charts_of(dataset, catalog))
    return re.search(rf"""["']{dataset.id}["'/]|chart\(["']({charts or "-"})["']""", markdown) is not None


def _index(catalog: Catalog) -> Page:
    download = f"All data can be {link(DATASETS, DOWNLOADS, 'downloaded')}."
    parts = [
        "# Data",
        f"Each dataset has one recorder and one definition. Rows of two datasets are never joined in one series. {download}",
    ]
    for topic in catalog.config.topics.values():
        own = [d for d in catalog.datasets.values() if d.topic == topic.id]
        lines = bullets((_entry(DATASETS, d, f", {plural(len(d.observations), 'row')}") for d in own), "ways")
        parts += [f"## {inline(topic.title)} {{#{topic.id}}}", inline(topic.summary), lines]
    return Page(path=DATASETS, title="Data", markdown="\n\n".join(parts))
