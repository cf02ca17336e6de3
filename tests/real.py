"""This project's own site, read once."""

from functools import cache
from pathlib import Path

from generators import load
from generators.model import Catalog

ROOT = Path(__file__).parents[1]


@cache
def real() -> Catalog:
    """The catalog of the real data and content; reading it must find no problem."""
    catalog, problems = load.read(ROOT)
    assert catalog is not None, problems
    return catalog
