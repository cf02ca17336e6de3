"""What released figures count does not change without a reason."""

from collections.abc import Iterator

from generators.analysis.history.releases import Difference, differences, in_hand
from generators.analysis.history.snapshot import is_whole
from generators.model import Catalog, Release
from generators.model.problems import Problem

_ADVICE = (
    "Write a correction of a day after {since} in data/corrections.yml with rows: [{dataset}], or put the words back."
)


def changed_definitions(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each dataset whose definition differs from the last release, unless a correction gives
    the reason.
    """
    for last in catalog.releases[-1:]:
        silent = (one for one in differences(last, in_hand(catalog), catalog) if not one.reasons)
        told = {one.figure.key[0]: one for one in silent if one.figure.kind == "definition"}
        for one in told.values():
            yield _problem(one, last, catalog)


def _problem(one: Difference, last: Release, catalog: Catalog) -> Problem:
    dataset, named = one.figure.key[:2]
    key = named.removesuffix(":") if is_whole(one.figure.key) else "indicators"
    said = one.old.told if one.old else ""
    return Problem(
        where=catalog.datasets[dataset].where.part(key),
        subject=key,
        found=one.figure.told,
        expected=f"the words of edition {last.version}, or the reason why they changed; it said: {said.removesuffix('.')}",
        advice=_ADVICE.format(since=last.date, dataset=dataset),
    )
