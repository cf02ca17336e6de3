"""Withdrawals of released figures and events need a reason."""

from collections.abc import Iterator

from generators.analysis.history.releases import reference_to, withdrawn
from generators.model import Catalog
from generators.model.problems import Problem, Where

_ADVICE = (
    "If it was wrong, write a correction dated after {since} in data/corrections.yml with rows: ['{reference}']. If it is "
    "excluded, add a row to data/LEFT_OUT.csv with its id in collected. Otherwise restore the row."
)


def withdrawals_explained(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each released figure or event that is gone, unless a correction or `data/LEFT_OUT.csv`
    gives the reason.
    """
    for record, release, reasons in withdrawn(catalog):
        if not reasons:
            yield Problem(
                where=Where(path=release.path),
                subject="withdrawn",
                found=f"{record.what}: {record.text}",
                expected=f"the {record.kind} in the data, or the reason for its removal",
                advice=_ADVICE.format(since=release.date, reference=reference_to(record.key)),
            )
