"""The published catalog, without drafts and their dependents."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from generators.model import Catalog

T = TypeVar("T")


def without_drafts(catalog: Catalog) -> Catalog:
    """Return the catalog without drafts, their judgements and suppressions; it lists the drafts."""
    drafts = {name: briefing for name, briefing in catalog.briefings.items() if briefing.draft}
    if not drafts:
        return catalog
    return replace(
        catalog,
        drafts=tuple(drafts.values()),
        briefings=_without(catalog.briefings, drafts),
        judgements=_without(
            catalog.judgements, {name for name, judgement in catalog.judgements.items() if judgement.briefing in drafts}
        ),
        silences=tuple(
            silence
            for silence in catalog.silences
            if not any(draft.where.path in silence.at for draft in drafts.values())
        ),
    )


def _without(things: Mapping[str, T], names: Mapping[str, object] | set[str]) -> Mapping[str, T]:
    return MappingProxyType({name: thing for name, thing in things.items() if name not in names})
