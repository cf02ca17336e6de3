"""READMEs of the ZIP archives, as Markdown."""

from collections.abc import Iterable, Iterator

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import long_description
from generators.metadata.code_snippets import snippets
from generators.metadata.columns import HEADER, MEANING
from generators.metadata.csl_items import citation_line, of_a_chart, of_a_dataset, of_all_data
from generators.metadata.terms import FORMULAS, NAMED, NEVER, SPREADSHEET, licence_terms
from generators.model import Catalog, Dataset
from generators.text.wording import when
from generators.urls.links import absolute
from generators.urls.paths import of_chart


def dataset_readme(dataset: Dataset, catalog: Catalog) -> str:
    """Return the README of a dataset's ZIP, as Markdown."""
    breaks = "".join(f"- {when(b.period)}: {b.label}\n" for b in dataset.breaks)
    return _document(
        dataset.title,
        (
            ("", dataset.summary),
            *_terms_of(dataset),
            ("Method", dataset.method),
            ("Coverage", dataset.coverage),
            ("Method breaks", breaks),
            ("Caveats and conflicts", dataset.caveats),
            ("How to cite", citation_line(of_a_dataset(dataset, catalog))),
            *_reading(f"{dataset.id}.csv", HEADER),
        ),
    )


def chart_readme(data: ChartData) -> str:
    """Return the README of a chart's ZIP, as Markdown."""
    spec, datasets = data.spec, data.drawn_datasets.values()
    sections = ((dataset.title, _paragraphs(_terms_of(dataset))) for dataset in datasets)
    return _document(
        spec.title,
        (
            (
                "",
                "\n\n".join(text for text in (spec.subtitle, long_description(data), spec.reading, spec.note) if text),
            ),
            *sections,
            ("How to cite", citation_line(of_a_chart(data))),
            ("Address", absolute(data.config, of_chart(spec.slug))),
            *(_reading(f"{spec.slug}.csv", ("dataset", *HEADER)) if datasets else ()),
        ),
    )


def site_readme(catalog: Catalog) -> str:
    """Return the README of the ZIP of all data, as Markdown."""
    config = catalog.config
    datasets = "".join(f"- {d.id}: {d.title} ({d.recorder})\n" for d in catalog.datasets.values())
    return _document(
        f"{config.name}: data",
        (
            ("", config.summary),
            (
                "Contents",
                "data/ contains a CSV and a JSON file for each dataset. data/datapackage.json describes each column. "
                "data/tables/ contains reference tables, disagreements, and pairs of series that must not be compared.",
            ),
            ("Licence", licence_terms(config)),
            ("How to cite", f"{citation_line(of_all_data(catalog))}\n\n{NAMED}"),
            ("Contact", config.contact),
            *_reading("data/DATASET.csv", HEADER),
            ("Datasets", datasets),
        ),
    )


def _terms_of(dataset: Dataset) -> Iterator[tuple[str, str]]:
    yield "Recorder", dataset.recorder
    yield "What is counted", dataset.definition
    yield "Not counted", dataset.excludes
    yield "Licence", dataset.licence


def _reading(path: str, header: Iterable[str]) -> Iterator[tuple[str, str]]:
    columns = "".join(f"- {name}: {MEANING[name]}\n" for name in header)
    yield "How to read a row", f"{NEVER}\n\n{columns}\n{SPREADSHEET} {FORMULAS}"
    examples = (f"{language}:\n\n```\n{code}```" for language, code in snippets(path).items())
    yield "How to load the data", "\n\n".join(examples)


def _document(title: str, sections: Iterable[tuple[str, str]]) -> str:
    parts = (f"## {name}\n\n{text.strip()}" if name else text.strip() for name, text in sections if text)
    return f"# {title}\n\n" + "\n\n".join(parts) + "\n"


def _paragraphs(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"{name}: {text.strip()}" for name, text in pairs if text)
