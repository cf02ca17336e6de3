"""Provenance of each chart in PROV-JSON: its files and the files of its datasets with digests, and the source documents.

It contains no time and no machine, as the same data gives the same files.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.exports.data.file_index import by_thing
from generators.model import Asset, Catalog, Dataset, Source
from generators.urls.links import html_way, namespace
from generators.urls.paths import HOME, of_chart, of_chart_file, of_data, of_dataset, of_source

Records = Mapping[str, Mapping[str, object]]

_PUBLISHER = "site:publisher"
_GENERATOR = "site:generator"


def prov(catalog: Catalog, assets: Sequence[Asset]) -> Iterator[Asset]:
    """Yield a file for each chart; a dataset that may not be redistributed appears with its description and no documents."""
    groups, files = by_thing(assets), {asset.path: asset for asset in assets}
    for slug, data in all_chart_data(catalog).items():
        datasets = data.drawn_datasets.values()
        used = {d.id: files[of_data(d.id, "csv" if d.redistributable else "json")] for d in datasets}
        prefix = {"site": namespace(catalog), "schema": "http://schema.org/"}
        document = {"prefix": prefix, **_records(data, used, groups.get(f"charts/{slug}", ()))}
        content = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        yield Asset(path=of_chart_file(slug, "prov.json"), content=f"{content}\n".encode())


def _records(data: ChartData, used: Mapping[str, Asset], outputs: Sequence[Asset]) -> Mapping[str, Records]:
    spec, edition, datasets = data.spec, data.edition, data.drawn_datasets.values()
    making = f"{_page(of_chart(spec.slug))}#making"
    return {
        "entity": {
            **{_name(asset): _file(asset, spec.title) for asset in outputs},
            **{_name(used[d.id]): _file(used[d.id], d.title) for d in datasets},
            **_source_entities(data),
        },
        "activity": {making: {"prov:label": f"Made for edition {edition.version} of {edition.date.isoformat()}"}},
        "agent": {
            _PUBLISHER: {"prov:type": _kind("Organization"), "prov:label": data.config.publisher},
            _GENERATOR: {"prov:type": _kind("SoftwareAgent"), "prov:label": "The generator of this site"},
            **{_recorder(d): {"prov:label": d.recorder} for d in datasets},
        },
        "wasGeneratedBy": _links("g", "entity", "activity", [(_name(asset), making) for asset in outputs]),
        "used": _links("u", "activity", "entity", [(making, name) for name in _inputs(data, used)]),
        "wasDerivedFrom": _links("d", "generatedEntity", "usedEntity", list(_derivations(data, used))),
        "wasAssociatedWith": _links("a", "activity", "agent", [(making, _GENERATOR)]),
        "actedOnBehalfOf": _links("b", "delegate", "responsible", [(_GENERATOR, _PUBLISHER)]),
        "wasAttributedTo": _links("t", "entity", "agent", [(_name(used[d.id]), _recorder(d)) for d in datasets]),
    }


def _source_entities(data: ChartData) -> Records:
    return {_page(of_source(source)): _document(source) for source in dict(_documents(data)).values()}


def _documents(data: ChartData) -> Iterator[tuple[str, Source]]:
    """Yield the source documents of the chart's figures and events, by id."""
    for o in data.rows:
        if data.datasets[o.dataset].redistributable:
            yield o.source.id, o.source
    yield from _of_events(data)


def _of_events(data: ChartData) -> Iterator[tuple[str, Source]]:
    return ((source.id, source) for event in data.events for source in event.sources)


def _inputs(data: ChartData, used: Mapping[str, Asset]) -> list[str]:
    """Return the inputs of the chart: the datasets' files, and the documents of its events."""
    events = dict(_of_events(data))
    return [*(_name(asset) for asset in used.values()), *(_page(of_source(source)) for source in events.values())]


def _derivations(data: ChartData, used: Mapping[str, Asset]) -> Iterator[tuple[str, str]]:
    pairs = {(o.dataset, o.source.id): o for o in data.rows if data.datasets[o.dataset].redistributable}
    for (dataset, _), o in pairs.items():
        yield _name(used[dataset]), _page(of_source(o.source))


def _file(asset: Asset, title: str) -> Mapping[str, object]:
    return {"prov:label": title, "schema:sha256": sha256(asset.content).hexdigest()}


def _document(source: Source) -> Mapping[str, object]:
    place = {"prov:location": source.url} if source.url else {}
    return {"prov:label": f"{source.publisher}: {source.title}", **place}


def _links(kind: str, first: str, second: str, pairs: Sequence[tuple[str, str]]) -> Records:
    """Return relations of one kind, each under a name that is local to the file."""
    return {f"_:{kind}{n}": {f"prov:{first}": a, f"prov:{second}": b} for n, (a, b) in enumerate(pairs, start=1)}


def _kind(name: str) -> Mapping[str, str]:
    return {"$": f"prov:{name}", "type": "prov:QUALIFIED_NAME"}


def _name(asset: Asset) -> str:
    return f"site:{asset.path}"


def _page(path: str) -> str:
    return f"site:{html_way(HOME, path)}"


def _recorder(dataset: Dataset) -> str:
    return f"{_page(of_dataset(dataset.id))}#recorder"
