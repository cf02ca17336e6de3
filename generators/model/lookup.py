"""Lookup of rows: one observation, all that match, or an error with advice."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from generators.model import Catalog, Evidence, Observation, Party
from generators.model.memo import per_catalog
from generators.model.problems import CellError, did_you_mean

_AFTER_NAME = re.compile(r"[ ,(]")

Item = TypeVar("Item")
CHOICES = ("place", "period", "said_by", "as_of")


def resolve_name(name: str, among: Mapping[str, Item], expected: str) -> Item:
    """Return the item of that name; an error names the nearest one."""
    if name in among:
        return among[name]
    raise CellError(expected, did_you_mean(name, among))


def matching_rows(catalog: Catalog, path: str, chosen: Mapping[str, str]) -> tuple[Observation, ...]:
    """Return the rows of "dataset/indicator" with the chosen period, place, speaker and date of statement."""
    if unknown := set(chosen) - set(CHOICES):
        raise CellError("only " + ", ".join(CHOICES), did_you_mean(sorted(unknown)[0], CHOICES))
    dataset_id, _, indicator = path.partition("/")
    dataset = resolve_name(dataset_id, catalog.datasets, "the id of a dataset before the slash")
    resolve_name(indicator, dataset.indicators, f"an indicator of {dataset_id} after the slash")
    rows = _rows(catalog, dataset_id, indicator, chosen.get("period", ""))
    matches = tuple(o for o in rows if all(_has(o, name, text) for name, text in chosen.items() if text))
    if not matches:
        raise CellError("a row that exists", _nearest(catalog.series(dataset_id, indicator), chosen))
    return matches


def _rows(catalog: Catalog, dataset: str, indicator: str, period: str) -> tuple[Observation, ...]:
    """Return the rows of the indicator, of that period alone if there is one."""
    return _by_period(catalog, dataset, indicator).get(period, ()) if period else catalog.series(dataset, indicator)


@per_catalog
def _by_period(catalog: Catalog, dataset: str, indicator: str) -> Mapping[str, tuple[Observation, ...]]:
    rows: dict[str, list[Observation]] = defaultdict(list)
    for o in catalog.series(dataset, indicator):
        rows[_choices(o)["period"]].append(o)
    return {period: tuple(of_period) for period, of_period in rows.items()}


def redistributable_rows(catalog: Catalog, path: str, chosen: Mapping[str, str]) -> tuple[Observation, ...]:
    """Return the matching rows for display one by one; an error if the licence forbids redistribution."""
    rows = matching_rows(catalog, path, chosen)
    if not catalog.datasets[rows[0].dataset].redistributable:
        raise CellError("a dataset whose rows may be redistributed", "Quote single figures with value(…) instead.")
    return rows


def one(catalog: Catalog, path: str, chosen: Mapping[str, str]) -> Observation:
    """Return the single matching row; for several, an error names what distinguishes them."""
    rows = matching_rows(catalog, path, chosen)
    if len(rows) == 1:
        return rows[0]
    raise CellError("one row, not " + str(len(rows)), "Add " + _difference(rows) + ".")


def observation_of(catalog: Catalog, evidence: Evidence) -> Observation | None:
    """Return the referenced row; None for a text. A reference to no row is a `CellError`."""
    reference = evidence.reference
    return one(catalog, *reference) if reference else None


def _has(observation: Observation, name: str, text: str) -> bool:
    return _choices(observation)[name] == text


def _choices(observation: Observation) -> dict[str, str]:
    _, place, period, said_by, as_of = observation.key
    return {"place": place, "period": period, "said_by": said_by, "as_of": as_of}


def _difference(rows: tuple[Observation, ...]) -> str:
    for name in CHOICES:
        options = sorted({_choices(o)[name] for o in rows})
        if len(options) > 1:
            return " or ".join(f'{name}="{option}"' for option in options[:8])
    return "a choice that distinguishes the rows"


def _nearest(rows: tuple[Observation, ...], choices: Mapping[str, str]) -> str:
    for name, text in choices.items():
        options = {_choices(o)[name] for o in rows}
        if text and text not in options:
            return f"No row has {name} {text}. " + did_you_mean(text, options)
    return "No row has all of these at once."


def party_of(text: str, parties: Mapping[str, Party]) -> Party | None:
    """Return the party with the longest name that the text begins with, before a comma, space or parenthesis."""
    ends = (len(text), *reversed([match.start() for match in _AFTER_NAME.finditer(text)]))
    return next((parties[text[:end]] for end in ends if text[:end] in parties), None)
