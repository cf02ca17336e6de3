"""Parties in data/parties.csv that neither publish, record nor speak, such as misspelt names."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.model.lookup import party_of
from generators.model.problems import Problem, did_you_mean


def unused_parties(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each party that is neither a publisher nor a recorder nor a speaker."""
    speakers = _speakers(catalog)
    parties = (party_of(name, catalog.parties) for name in speakers)
    publishers = {source.publisher for source in catalog.sources.values()}
    names = {party.name for party in parties if party} | publishers
    for party in catalog.parties.values():
        if party.name not in names:
            yield Problem(
                where=party.where.part("name"),
                subject="name",
                found=party.name,
                expected="a publisher, a recorder, or the beginning of a speaker's name",
                advice=did_you_mean(party.name, speakers | publishers),
            )


def _speakers(catalog: Catalog) -> set[str]:
    """Return the recorders and speakers."""
    return {o.said_by for o in catalog.observations} | {d.recorder for d in catalog.datasets.values()}
