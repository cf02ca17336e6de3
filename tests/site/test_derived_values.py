"""Which rows a derived number takes, what it is refused, and the card that it opens to."""

from tests.fixtures.derivations import said
from tests.fixtures.real_site import real


def test_a_long_list_of_inputs_is_cut_with_the_highest_first() -> None:
    card = said('peak("ibc-monthly/killed", "2012/2018")', real())
    assert "the highest of 84 figures" in card
    assert "From June 2014: 4,088; " in card
    assert "and 72 more on the dataset's page" in card.replace("&#x27;", "'")
