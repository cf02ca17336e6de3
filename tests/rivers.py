"""The small site about rivers, read once: what the tests of the upper rooms start from."""

from functools import cache
from pathlib import Path

from generators import readers
from generators.model import Catalog, Text
from generators.problems import Where

ROOT = Path(__file__).parent / "sites" / "rivers"


@cache
def rivers() -> Catalog:
    """The catalog of the second site; reading it must find no problem."""
    catalog, problems = readers.read(ROOT)
    assert catalog is not None, problems
    return catalog


def text(markdown: str, line: int = 1) -> Text:
    """An author's text that begins on that line of a briefing."""
    return Text(markdown=markdown, where=Where(path="content/briefings/example.md", line=line))
