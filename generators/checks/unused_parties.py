"""Parties in data/parties.csv that neither publish, record nor speak, such as misspelt names."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.model.lookup import party_of
from generators.model.problems import Problem, did_you_mean


def unused_parties(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each party that is neither a publisher nor a recorder nor a speaker."""
    voices = _voices(catalog)
    found = (party_of(name, catalog.parties) for name in voices)
    publishers = {source.publisher for source in catalog.sources.values()}
    used = {party.name for party in found if party} | publishers
    for party in catalog.parties.values():
        if party.name not in used:
            yield Problem(
                where=party.where.part("name"),
                subject="name",
                found=party.name,
                expected="a publisher, a recorder, or the beginning of a speaker's name",
                advice=did_you_mean(party.name, voices | publishers),
            )


def _voices(catalog: Catalog) -> set[str]:
    """Every recorder and speaker."""
    return {o.said_by for o in catalog.observations} | {d.recorder for d in catalog.datasets.values()}
