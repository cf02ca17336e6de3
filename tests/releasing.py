"""The small site as editions that were released, one after the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generators.analysis.history.feed_entries import Change, changes
from generators.analysis.history.releases import to_release
from generators.model import Catalog, Correction, Evidence, Observation, Release
from generators.model.problems import Where
from tests.rivers import rivers

HERE = Where(path="data/corrections.yml", line=2)
LEVELS = "gauge-levels"
JULY = ("gauge-levels", "level", "RV-C", "2020-07", "Vell River Board", "")
LATER = date(2021, 6, 1)


def with_rows(catalog: Catalog, change: Callable[[Observation], Observation | None], dataset: str = LEVELS) -> Catalog:
    """The catalog with that dataset's rows changed, or left away where the change is None."""
    old = catalog.datasets[dataset]
    rows = tuple(row for row in map(change, old.observations) if row is not None)
    return replace(catalog, datasets={**catalog.datasets, dataset: replace(old, observations=rows)})


def is_july(o: Observation) -> bool:
    return (o.dataset, *o.key) == JULY


def released(catalog: Catalog, version: str = "1.0.0", day: date = date(2021, 3, 1)) -> Release:
    """The catalog's figures as a release of that version."""
    return replace(to_release(catalog), version=version, date=day, path=f"data/releases/{version}.csv")


def after(catalog: Catalog, *before: Release) -> Catalog:
    """The catalog as edition 1.1.0, after those releases."""
    edition = replace(catalog.edition, version="1.1.0", date=LATER)
    return replace(catalog, edition=edition, releases=before or (released(rivers()),))


WITHOUT_JULY = after(with_rows(rivers(), lambda o: None if is_july(o) else o))


def correction(text: str, day: date = LATER) -> Correction:
    rows = (Evidence(text=text, where=HERE),)
    return Correction(
        date=day,
        was="It was.",
        now="It is.",
        why="Because.",
        pages=(),
        rows=rows,
        where=Where(path="data/corrections.yml"),
    )


def of_figures(catalog: Catalog) -> list[Change]:
    return [change for change in changes(catalog) if change.kind == "figures"]
