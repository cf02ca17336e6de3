"""What goes with rows that leave the site: what they are, whom they do not count, the licence, a citation, how to load them.

The same for people, as the README of a ZIP, and for programs, as the head of a JSON file.
"""

from collections.abc import Mapping
from datetime import date

from generators.analysis.grades import reason
from generators.model import Catalog, Dataset, Place, SiteConfig
from generators.urls.links import absolute
from generators.urls.paths import of_dataset

SPREADSHEET = (
    "A CSV is in UTF-8. A double click can garble names in Excel: there, take Data, From Text/CSV and the file origin "
    "65001: Unicode (UTF-8)."
)
FORMULAS = "A text in the CSV that begins with a sign which a spreadsheet would run has an apostrophe before it."

OURS = "The texts and the putting together; not the figures"
"""What the site's licence covers."""

NEVER = (
    "A figure is never to be quoted without its qualifier, who said it, and its source: they stand in the same row. "
    "A blank is not zero. Figures of two recorders are never to be added or joined."
)
NAMED = "Name the recorder of a figure first: each row has it."
"""What is to be added to a citation of all data."""
SPDX = "https://spdx.org/licenses/"
"""The list of licences, whose names are parts of addresses."""


def taken_from(catalog: Catalog) -> Mapping[str, object]:
    """Which edition of which site a file was taken from."""
    config, edition = catalog.config, catalog.edition
    return {
        "site": config.name,
        "publisher": config.publisher,
        "contact": config.contact,
        "edition": edition.date.isoformat(),
        "version": edition.version,
        "terms": licence_terms(config),
    }


def dataset_description(dataset: Dataset, catalog: Catalog) -> Mapping[str, object]:
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
        "page": absolute(catalog.config, of_dataset(dataset.id)),
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


def site_account(config: SiteConfig) -> str:
    """What all data of the site is, as one text for a catalogue."""
    return f"{config.summary.strip()}\n\n{NEVER}"


def licence_terms(config: SiteConfig) -> str:
    """What the site's licence covers and what it does not, in two sentences."""
    return (
        f"The texts and the putting together are under {config.licence}; the figures are not. They belong to those who "
        "published them, and each dataset says what is known of its terms."
    )


def licence_name(config: SiteConfig) -> str:
    """The licence with its reserve, for programs that show a label alone."""
    return f"{config.licence}: {OURS[0].lower()}{OURS[1:]}"


def licence_address(config: SiteConfig) -> str:
    """What stands for the licence of the texts and the compilation among machines: its name in the list of SPDX."""
    return f"{SPDX}{config.licence}"


def covered(dataset: Dataset) -> tuple[date, date] | None:
    """The first and the last day that a figure is of; None if no figure has a time."""
    periods = [o.period for o in dataset.observations if o.period]
    return (min(p.first for p in periods), max(p.last for p in periods)) if periods else None


def places_of(dataset: Dataset) -> tuple[Place, ...]:
    """Every place that a figure is of, in the order of the rows."""
    return tuple({o.place.code: o.place for o in dataset.observations}.values())
