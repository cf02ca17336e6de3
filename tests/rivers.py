"""The small site about rivers, read once: what the tests of the upper rooms start from."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generators import load
from generators.model import Catalog, Text
from generators.model.problems import Where

ROOT = Path(__file__).parent / "sites" / "rivers"
STAYS = "flood-peaks"
"""The dataset whose rows `staying` keeps."""


@cache
def rivers() -> Catalog:
    """The catalog of the second site; reading it must find no problem."""
    catalog, problems = load.read(ROOT)
    assert catalog is not None, problems
    return catalog


@cache
def staying() -> Catalog:
    """The same, with one dataset whose licence lets no rows leave."""
    kept = {name: replace(dataset, rows=name != STAYS) for name, dataset in rivers().datasets.items()}
    return replace(rivers(), datasets=MappingProxyType(kept))


def text(markdown: str, line: int = 1) -> Text:
    """An author's text that begins on that line of a briefing."""
    return Text(markdown=markdown, where=Where(path="content/briefings/example.md", line=line))
