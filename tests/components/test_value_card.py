"""A number opens to what it is: what it counts, who said it, how sure, who says otherwise, how to cite it."""

import re

from generators.components.expressions import expand
from tests.fixtures.river_site import rivers, text

RIVER = '{{ value("flood-peaks/peak", "2019-11-09", place="RV-C", said_by="Vell River Board") }}'


def card(markdown: str) -> str:
    found = re.search(r'<span popover="auto".*', expand(text(markdown), rivers(), "briefings/x.md").markdown)
    assert found
    return found.group()


def test_a_card_says_what_who_when_where_and_how_sure() -> None:
    words = card(RIVER)
    dataset = rivers().datasets["flood-peaks"]
    for part in (
        "450 to 480 centimetres",
        "Cress Lock, 9 November 2019, as of January 2021",
        dataset.indicators["peak"].population,
        "Said by Vell River Board",
        "../sources/vell-almanac-2020.html",
        "Read in the original.",
        "../datasets/flood-peaks.html#peak.rv-c.2019-11-09.vell-river-board.2021-01",
    ):
        assert part in words


def test_a_card_names_who_says_otherwise() -> None:
    assert "Lock keeper of Cress Lock about 510, range 500 to 520" in card(RIVER)
