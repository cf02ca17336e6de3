"""Texts that accompany exported rows: description, exclusions, licence, citation and loading.

They serve people, as the README of a ZIP, and programs, as the head of a JSON file.
"""

from collections.abc import Mapping
from datetime import date

from generators.analysis.grades import reason
from generators.model import Catalog, Dataset, Place, SiteConfig
from generators.model.languages import translatable
from generators.text.messages import in_latin_digits
from generators.urls.links import absolute
from generators.urls.paths import of_dataset

SPREADSHEET = translatable(
    "CSV files are in UTF-8. If Excel shows garbled names, open the file with Data, From Text/CSV and the file origin "
    "65001: Unicode (UTF-8)."
)
FORMULAS = translatable("Texts in the CSV that a spreadsheet would run as a formula begin with an apostrophe.")

OURS = "The texts and the compilation; not the figures"
"""Coverage of the site's licence."""

NEVER = translatable(
    "Always quote a figure with its qualifier, speaker and source: they are in the same row. "
    "A blank is not zero. Never add or join figures of two recorders."
)
NAMED = translatable("Name the recorder of a figure first: each row has it.")
"""Note to a citation of all data."""
SPDX = "https://spdx.org/licenses/"
"""The base address of the SPDX licence list."""


def taken_from(catalog: Catalog) -> Mapping[str, object]:
    """Return the site and the edition that a file is from."""
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
    """Return the dataset's recorder, definition, exclusions, terms and indicators."""
    with in_latin_digits():
        credibility_reason = reason(dataset.grade) if dataset.grade else ""
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
        "credibility_reason": credibility_reason,
        "breaks": [{"period": b.period.text, "label": b.label} for b in dataset.breaks],
        "licence": dataset.licence,
        "page": absolute(catalog.config, of_dataset(dataset.id)),
        "indicators": [
            {"id": i.id, "title": i.title, "unit": i.unit, "population": i.population, "kind": i.kind}
            for i in dataset.indicators.values()
        ],
    }


def account(dataset: Dataset) -> str:
    """Return the dataset's description for a catalogue as one text, always with its exclusions."""
    parts = (
        dataset.summary,
        f"Counted: {dataset.definition}",
        f"Not counted: {dataset.excludes}",
        dataset.caveats,
        NEVER,
    )
    return "\n\n".join(text.strip() for text in parts)


def site_account(config: SiteConfig) -> str:
    """Return the description of all data of the site for a catalogue as one text."""
    return f"{config.summary.strip()}\n\n{NEVER}"


def licence_terms(config: SiteConfig) -> str:
    """Return the coverage of the site's licence, in two sentences."""
    return (
        f"The texts and the compilation are licensed under {config.licence}; the figures are not. They belong to those who "
        "published them, and each dataset states what is known of its terms."
    )


def licence_name(config: SiteConfig) -> str:
    """Return the licence with its coverage, for programs that show only a label."""
    return f"{config.licence}: {OURS[0].lower()}{OURS[1:]}"


def licence_address(config: SiteConfig) -> str:
    """Return the address of the licence of texts and compilation in the SPDX list."""
    return f"{SPDX}{config.licence}"


def covered(dataset: Dataset) -> tuple[date, date] | None:
    """Return the first and the last day of the figures' periods; None if no figure has a period."""
    periods = [o.period for o in dataset.observations if o.period]
    return (min(p.first for p in periods), max(p.last for p in periods)) if periods else None


def places_of(dataset: Dataset) -> tuple[Place, ...]:
    """Return the places of the figures, in the order of the rows."""
    return tuple({o.place.code: o.place for o in dataset.observations}.values())
