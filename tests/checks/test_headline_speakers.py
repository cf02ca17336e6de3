"""What a chart says in words names, in each sentence with a figure, who gave it."""

from tests.fixtures.speakers import unsaid


def test_a_sentence_without_a_speaker_is_found() -> None:
    told = (
        "12 rows, one a figure, May 2018. Highest: 4,088 (June 2014). Lowest according to IBC: 93. No figure for 2013."
    )
    assert unsaid(told, {"IBC"}) == ["Highest: 4,088 (June 2014)."]
