"""Definitions of released figures: no change without a reason."""

from collections.abc import Iterator

from generators.analysis.history.releases import differences_between, in_hand
from generators.model import Catalog, DefinitionRecord, Record, Release
from generators.model.problems import Problem

_ADVICE = "Write a correction dated after {since} in data/corrections.yml with rows: [{dataset}], or restore the text."


def changed_definitions(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each dataset whose definition differs from the last release, unless a correction gives
    the reason.
    """
    for release in catalog.releases[-1:]:
        differences = (
            difference
            for difference in differences_between(release, in_hand(catalog), catalog)
            if not difference.reasons
        )
        pairs = ((difference.record, difference.old) for difference in differences)
        changed = {new.key.dataset: (new, old) for new, old in pairs if isinstance(new, DefinitionRecord)}
        for new, old in changed.values():
            yield _problem(new, old, release, catalog)


def _problem(new: DefinitionRecord, old: Record | None, release: Release, catalog: Catalog) -> Problem:
    dataset = new.key.dataset
    key = new.key.defined.removesuffix(":") if new.key.is_whole else "indicators"
    text = old.text if old else ""
    return Problem(
        where=catalog.datasets[dataset].where.part(key),
        subject=key,
        found=new.text,
        expected=f"the text of edition {release.version}, or the reason for the change; it was: {text.removesuffix('.')}",
        advice=_ADVICE.format(since=release.date, dataset=dataset),
    )
