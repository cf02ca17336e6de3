"""Pages of the charts, with their data, recorders and uses, and their index."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generators.analysis.chart_selection import EACH, variants
from generators.analysis.history.releases import days
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.registry import KINDS
from generators.components.chart_figure import chart_figure
from generators.components.citations import box
from generators.components.file_sizes import size_of
from generators.components.markup import bullets, facts, index_list, inline, link, title
from generators.metadata.csl_items import of_a_chart
from generators.model import EVENTS, Catalog, ChartSpec, Page
from generators.text.wording import on, plural
from generators.urls.paths import CHARTS, TIMELINE, of_briefing, of_chart, of_chart_file, of_csv, of_dataset, of_place


def charts(catalog: Catalog) -> Iterator[Page]:
    """Yield the page of every chart, then their index."""
    known = days(catalog)
    for declared in catalog.charts.values():
        for spec in variants(declared, catalog):
            yield replace(_page(all_chart_data(catalog)[spec.slug], declared, catalog), changed=_changed(spec, known))
    yield _index(catalog)


def _changed(spec: ChartSpec, known: Mapping[str, tuple[date, date]]) -> date | None:
    """Return the day on which rows of its series or events of its topic last changed."""
    events = f"{EVENTS}/{spec.topic}" if spec.topic else EVENTS
    shown = (*map("/".join, spec.series), *([events] if "events" in KINDS[spec.kind].needs else []))
    return max((known[name][1] for name in shown if name in known), default=None)


def _page(data: ChartData, declared: ChartSpec, catalog: Catalog) -> Page:
    spec, path = data.spec, of_chart(data.spec.slug)
    used = list(_used(path, data, declared, catalog))
    parts = [
        f"{title(spec.title)}",
        chart_figure(path, data),
        *_counted(path, data),
        *_made(path, data),
        *(["## Where it is used", index_list(used)] if used else []),
        box(path, of_a_chart(data)),
    ]
    words = f"{data.kind.called}. {spec.subtitle}".strip()
    return Page(
        path=path,
        title=spec.title,
        markdown="\n\n".join(parts),
        description=words,
    )


def _counted(path: str, data: ChartData) -> Iterator[str]:
    datasets = data.drawn_datasets
    if datasets:
        yield "## What is counted, and by whom"
    for dataset in datasets.values():
        yield f"### {link(path, of_dataset(dataset.id), inline(dataset.title))}"
        yield facts(
            (
                ("Recorder", inline(dataset.recorder)),
                ("What is counted", inline(dataset.definition)),
                ("Not counted", inline(dataset.excludes)),
                ("Licence", inline(dataset.licence)),
            )
        )


def _made(path: str, data: ChartData) -> Iterator[str]:
    """Yield a section on the files the chart was made from; the PROV file has all of them with digests."""
    edition = data.edition
    tables = [link(path, of_csv(d), inline(f"{d.id}.csv")) for d in data.drawn_datasets.values() if d.redistributable]
    made_of = f" from {', '.join(tables)}" if tables else ""
    target = of_chart_file(data.spec.slug, "prov.json")
    yield "## How this figure was made"
    yield (
        f"Drawn by the generator of this site for edition {inline(edition.version)} of {on(edition.date)}{made_of}. "
        f"{link(path, target, 'PROV-JSON')}{size_of(target)} lists each file with its checksum, and the source documents."
    )


def _used(path: str, data: ChartData, declared: ChartSpec, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield links to the pages that show the chart, each with its kind."""
    spec = data.spec
    for briefing in catalog.briefings.values():
        if re.search(rf"""chart\(["']{spec.slug}["']""", briefing.body.markdown):
            yield link(path, of_briefing(briefing), inline(briefing.title)), "Briefing"
    if declared.places == (EACH,):
        place = catalog.places[spec.places[0]]
        yield link(path, of_place(place), inline(place.name)), "Place"
    else:
        for dataset in data.drawn_datasets.values():
            yield link(path, of_dataset(dataset.id), inline(dataset.title)), "Dataset"
    if spec.kind == "timeline" and not spec.topic:
        yield link(path, TIMELINE, "Timeline"), "All events"


def _index(catalog: Catalog) -> Page:
    parts = [
        "# Charts",
        "Each chart has a page with a permanent link, its data and a description.",
    ]
    for several, group in _by_kind(catalog):
        entries = (_entry(declared, specs) for declared, specs in group)
        parts += [f"## {several}", bullets(entries, "ways")]
    return Page(path=CHARTS, title="Charts", markdown="\n\n".join(parts))


def _by_kind(catalog: Catalog) -> Iterator[tuple[str, Sequence[tuple[ChartSpec, Sequence[ChartSpec]]]]]:
    for name, kind in KINDS.items():
        group = [
            (declared, variants(declared, catalog)) for declared in catalog.charts.values() if declared.kind == name
        ]
        if group:
            yield kind.several, group


def _entry(declared: ChartSpec, specs: Sequence[ChartSpec]) -> str:
    if declared.places != (EACH,):
        return (
            f"{link(CHARTS, of_chart(declared.slug), inline(declared.title))} <span>{inline(declared.subtitle)}</span>"
        )
    places = bullets(link(CHARTS, of_chart(spec.slug), inline(spec.title)) for spec in specs)
    return f"<strong>{plural(len(specs), 'place')}</strong>{places}"
