"""The origin of a figure is the body that first stated it: the speaker, never the paper that carries it."""

import pytest

from tests.fixtures.real_site import real

NINE = (
    ("unami-monthly", "killed", "2018-02", "91"),
    ("unami-monthly", "killed", "2014-06", "1775"),
    ("unami-governorates", "killed", "2018-02", "49"),
    ("unami-governorates", "killed", "2018-02", "14"),
    ("unami-governorates", "killed", "2018-02", "12"),
    ("ap-iraq-detention-2018", "held-total", "2018-03", "19000"),
    ("ap-iraq-detention-2018", "death-sentences", "2013-01/2018-03", "3000"),
)
"""Figures that a newspaper repeats after the body that stated them."""


@pytest.mark.parametrize(("dataset", "indicator", "period", "value"), NINE)
def test_a_newspaper_that_names_its_source_is_no_second_origin(
    dataset: str, indicator: str, period: str, value: str
) -> None:
    rows = [o for o in real().series(dataset, indicator) if o.period and o.period.text == period]
    assert {o.origin for o in rows if str(o.number) == value} in (
        {"UN Assistance Mission for Iraq (UNAMI)"},
        {"Associated Press"},
    )


def test_no_carrier_of_a_statement_is_an_origin() -> None:
    assert [o.origin for o in real().observations if ", via " in o.origin or " as printed by " in o.origin] == []
    arab_weekly = {o.said_by for o in real().observations if o.origin == "The Arab Weekly"}
    assert arab_weekly == {"The Arab Weekly"}
