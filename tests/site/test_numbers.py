"""The number of a figure: one definition, by which it is drawn, sorted, ranked and described."""

import re
from dataclasses import replace
from decimal import Decimal

from generators.analysis.revisions import revisions
from generators.components.observation_table import observation_table
from generators.model.dataset import has_number, level
from tests.fixtures.real_site import real

ROWS = [o for o in real().observations if o.number is not None]
CELL = re.compile(r'<td class="num" data-part="number"(?: data-sort="([^"]*)")?>(.*?)</td>')


def test_every_row_has_one_number_which_the_source_states() -> None:
    ranges = [o for o in ROWS if o.value is None]
    assert len(ranges) > 29
    for o in ROWS:
        assert o.number in (o.value, o.lower, o.upper)
        assert o.number == (o.value if o.value is not None else o.lower if o.lower is not None else o.upper)
        assert level(o) == o.number
    assert all(not has_number(o) for o in real().observations if o.number is None)


def test_a_table_sorts_each_row_by_the_number_that_its_chart_draws() -> None:
    """The reader's script takes the first number of the cell's key, else of its words."""
    cells = CELL.findall(observation_table("index.md", real(), "All", ROWS))
    assert len(cells) == len(ROWS)
    for o, (key, words) in zip(ROWS, cells, strict=True):
        first = re.search(r"-?\d+(\.\d+)?", (key or words).replace(",", ""))
        assert first, words
        assert Decimal(first[0]) == o.number, words


def test_revisions_are_ranked_by_it() -> None:
    for change in revisions(real()):
        numbers = [step.observation.number for step in change.steps]
        low, high = (Decimal(end(n for n in numbers if n is not None)) for end in (min, max))
        assert change.ratio == (high / low if low else high * 2)


def test_a_range_without_a_number_of_its_own_is_never_averaged() -> None:
    o = replace(ROWS[0], value=None, lower=Decimal(5), upper=Decimal(40))
    numbers = [found.number for found in (o, replace(o, lower=None), replace(o, value=Decimal(9)))]
    assert numbers == [5, 40, 9]
