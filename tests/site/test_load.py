"""From files to the catalog: what is kept of the small site, and how each form of file is read."""

import pytest

from generators.load import place_names
from tests.fixtures.real_site import real

OCHA = ["AN", "BA", "MU", "NA", "QA", "SU", "BB", "BG", "DA", "DI", "AR", "KA", "KI", "MA", "NI", "SD", "DQ", "WA"]
"""The governorates in the order of their codes, IQG01 to IQG18."""


def test_briefings_stand_in_the_order_of_the_topics() -> None:
    topics = list(real().config.topics)
    order = [topics.index(briefing.topic) for briefing in real().briefings.values()]
    assert order == sorted(order)
    assert len(set(order)) > 1


@pytest.mark.parametrize(("number", "code"), list(enumerate(OCHA, 1)))
def test_a_code_of_ocha_is_answered_with_the_governorate(number: int, code: str) -> None:
    known = place_names.codes(real().places.values())
    assert known[place_names.spelling_key(f"IQG{number:02}")] == f"IQ-{code}"


def test_a_code_is_shown_apart_from_names() -> None:
    place = real().places["IQ-KI"]
    assert place.other_codes == ("IQ-TS", "IQG13")
    assert "Tamim" in place.names
    assert not {*place.names} & {*place.other_codes}
