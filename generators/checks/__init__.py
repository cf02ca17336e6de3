"""What must hold of the whole. A check is a function from the catalog to problems; this list is all of them.

To add one: write it in a file of its name, put it in `CHECKS`, and give it a row in tests/test_checks.py.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from generators.checks.bounds import bounds
from generators.checks.chart_kinds import chart_kinds
from generators.checks.chart_references import chart_references
from generators.checks.collected_once import collected_once
from generators.checks.expressions import expressions
from generators.checks.inert_texts import inert_texts
from generators.checks.own_addresses import own_addresses
from generators.checks.possible import possible
from generators.checks.topics import topics
from generators.checks.unique_keys import unique_keys
from generators.model import Catalog
from generators.problems import Problem

Check: TypeAlias = Callable[[Catalog], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    unique_keys,
    bounds,
    possible,
    collected_once,
    topics,
    own_addresses,
    chart_references,
    chart_kinds,
    expressions,
    inert_texts,
)

__all__ = ["CHECKS", "Check"]
