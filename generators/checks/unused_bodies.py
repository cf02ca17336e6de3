"""Names in data/bodies.yml without a speaker: a misspelt name would split one origin in two."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.model.origins import lookup_names
from generators.model.problems import Problem, did_you_mean


def unused_bodies(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each name in `data/bodies.yml` under which nobody speaks."""
    voices = {name for o in catalog.observations for name in lookup_names(o.said_by, o.speaker)}
    for name, body in catalog.bodies.items():
        if name not in voices:
            yield Problem(
                where=body.where,
                subject="names",
                found=name,
                expected="the name of a speaker as in said_by, or its beginning as in data/parties.csv",
                advice=did_you_mean(name, voices),
            )
