"""What goes with rows that leave the site: what they are, whom they do not count, the licence, a citation, how to load them.

The same for people, as the README of a ZIP, and for programs, as the head of a JSON file.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generators.analysis.grades import reason
from generators.charts.descriptions.description import datasets_of, described
from generators.metadata.columns import HEADER, MEANING
from generators.metadata.csl_items import in_a_line, of_a_chart, of_a_dataset, of_all_data
from generators.metadata.load_snippets import snippets
from generators.model import Catalog, ChartSpec, Dataset, Edition, Place
from generators.text.wording import OURS, when
from generators.urls.links import absolute
from generators.urls.paths import of_chart, of_dataset

NEVER = (
    "A figure is never to be quoted without its qualifier, who said it, and its source: they stand in the same row. "
    "A blank is not zero. Figures of two recorders are never to be added or joined."
)
NAMED = "Name the recorder of a figure first: each row has it."
"""What is to be added to a citation of all data."""
SPDX = "https://spdx.org/licenses/"
"""The list of licences, whose names are parts of addresses."""
SPREADSHEET = (
    "A CSV is in UTF-8. A double click can garble names in Excel: there, take Data, From Text/CSV and the file origin "
    "65001: Unicode (UTF-8)."
)
FORMULAS = "A text in the CSV that begins with a sign which a spreadsheet would run has an apostrophe before it."


def taken_from(edition: Edition) -> Mapping[str, object]:
    """Which edition of which site a file was taken from."""
    return {
        "site": edition.name,
        "publisher": edition.publisher,
        "contact": edition.contact,
        "edition": edition.date.isoformat(),
        "version": edition.version,
        "terms": terms(edition),
    }


def about(dataset: Dataset, catalog: Catalog) -> Mapping[str, object]:
    """What the dataset is: who records what, whom they do not count, on what terms, and what each indicator is."""
    return {
        "id": dataset.id,
        "title": dataset.title,
        "recorder": dataset.recorder,
        "form": dataset.form,
        "summary": dataset.summary,
        "definition": dataset.definition,
        "not_counted": dataset.excludes,
        "method": dataset.method,
        "coverage": dataset.coverage,
        "caveats": dataset.caveats,
        "credibility": dataset.grade.digit if dataset.grade else "",
        "credibility_reason": reason(dataset.grade) if dataset.grade else "",
        "breaks": [{"period": each.period.text, "label": each.label} for each in dataset.breaks],
        "licence": dataset.licence,
        "page": absolute(catalog.edition, of_dataset(dataset.id)),
        "indicators": [
            {"id": i.id, "title": i.title, "unit": i.unit, "population": i.population, "kind": i.kind}
            for i in dataset.indicators.values()
        ],
    }


def account(dataset: Dataset) -> str:
    """What the dataset is, as one text for a catalogue: never without whom it does not count."""
    parts = (
        dataset.summary,
        f"Counted: {dataset.definition}",
        f"Not counted: {dataset.excludes}",
        dataset.caveats,
        NEVER,
    )
    return "\n\n".join(text.strip() for text in parts)


def site_account(edition: Edition) -> str:
    """What all data of the site is, as one text for a catalogue."""
    return f"{edition.summary.strip()}\n\n{NEVER}"


def terms(edition: Edition) -> str:
    """What the site's licence covers and what it does not, in two sentences."""
    return (
        f"The texts and the putting together are under {edition.licence}; the figures are not. They belong to those who "
        "published them, and each dataset says what is known of its terms."
    )


def licence_name(edition: Edition) -> str:
    """The licence with its reserve, for programs that show a label alone."""
    return f"{edition.licence}: {OURS[0].lower()}{OURS[1:]}"


def licence_address(edition: Edition) -> str:
    """What stands for the licence of the texts and the compilation among machines: its name in the list of SPDX."""
    return f"{SPDX}{edition.licence}"


def covered(dataset: Dataset) -> tuple[date, date] | None:
    """The first and the last day that a figure is of; None if no figure has a time."""
    periods = [o.period for o in dataset.observations if o.period]
    return (min(p.first for p in periods), max(p.last for p in periods)) if periods else None


def places_of(dataset: Dataset) -> tuple[Place, ...]:
    """Every place that a figure is of, in the order of the rows."""
    return tuple({o.place.code: o.place for o in dataset.observations}.values())


def dataset_readme(dataset: Dataset, catalog: Catalog) -> str:
    """What stands beside the dataset's files in their ZIP, as Markdown."""
    breaks = "".join(f"- {when(each.period)}: {each.label}\n" for each in dataset.breaks)
    return _document(
        dataset.title,
        (
            ("", dataset.summary),
            *_terms_of(dataset),
            ("How it was counted and collected", dataset.method),
            ("Coverage", dataset.coverage),
            ("Method breaks", breaks),
            ("Caveats and conflicts", dataset.caveats),
            ("How to cite", in_a_line(of_a_dataset(dataset, catalog))),
            *_reading(f"{dataset.id}.csv", HEADER),
        ),
    )


def chart_readme(spec: ChartSpec, catalog: Catalog) -> str:
    """What stands beside the chart's files in their ZIP, as Markdown."""
    datasets = datasets_of(spec, catalog).values()
    behind = ((dataset.title, _paragraphs(_terms_of(dataset))) for dataset in datasets)
    return _document(
        spec.title,
        (
            (
                "",
                "\n\n".join(
                    text for text in (spec.subtitle, described(spec, catalog), spec.reading, spec.note) if text
                ),
            ),
            *behind,
            ("How to cite", in_a_line(of_a_chart(spec, catalog))),
            ("Address", absolute(catalog.edition, of_chart(spec.slug))),
            *(_reading(f"{spec.slug}.csv", ("dataset", *HEADER)) if datasets else ()),
        ),
    )


def site_readme(catalog: Catalog) -> str:
    """What stands beside all of the site's data, as Markdown."""
    edition = catalog.edition
    listed = "".join(f"- {d.id}: {d.title} ({d.recorder})\n" for d in catalog.datasets.values())
    return _document(
        f"{edition.name}: data",
        (
            ("", edition.summary),
            (
                "What is here",
                "In data/ a CSV and a JSON file for each dataset, in data/datapackage.json what each column holds, "
                "in data/tables/ what they refer to, who disagrees with whom, and what must not be compared.",
            ),
            ("Licence", terms(edition)),
            ("How to cite", f"{in_a_line(of_all_data(edition))}\n\n{NAMED}"),
            ("Contact", edition.contact),
            *_reading("data/DATASET.csv", HEADER),
            ("Datasets", listed),
        ),
    )


def _terms_of(dataset: Dataset) -> Iterator[tuple[str, str]]:
    yield "Who records", dataset.recorder
    yield "What is counted", dataset.definition
    yield "Who or what is not counted", dataset.excludes
    yield "Licence", dataset.licence


def _reading(path: str, header: Iterable[str]) -> Iterator[tuple[str, str]]:
    columns = "".join(f"- {name}: {MEANING[name]}\n" for name in header)
    yield "How to read a row", f"{NEVER}\n\n{columns}\n{SPREADSHEET} {FORMULAS}"
    loaded = (f"{language}:\n\n```\n{code}```" for language, code in snippets(path).items())
    yield "How to load it", "\n\n".join(loaded)


def _document(title: str, sections: Iterable[tuple[str, str]]) -> str:
    parts = (f"## {name}\n\n{text.strip()}" if name else text.strip() for name, text in sections if text)
    return f"# {title}\n\n" + "\n\n".join(parts) + "\n"


def _paragraphs(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"{name}: {text.strip()}" for name, text in pairs if text)
