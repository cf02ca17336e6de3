"""What a chart says in words names, in each sentence with a figure, who gave it."""

import re

import pytest

from generators.analysis.chart_selection import expanded, selected
from generators.charts.data.series import short_name
from generators.charts.descriptions.description import datasets_of, described
from generators.charts.registry import KINDS
from generators.text.wording import MONTHS
from tests.fixtures.real_site import real

_WITHOUT_A_SPEAKER = re.compile(
    r"Marked as|No figure|A stretch|Below, |One square|.* (?:from 0|of equal length|in order of date)\b"
)
"""What is said of method, axes and events; and how many figures there are is our own count."""
_DATED = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) (?:\d{{4}})?|\b(?:19|20)\d\d\b(?!,)")
_OUR_COUNT = re.compile(r"\d+ (?:\w+ )?(?:figures?|rows?|bars?|periods?|places?|statements?)\b")


@pytest.mark.parametrize("slug", sorted(expanded(real())))
def test_each_sentence_with_a_figure_says_who_gave_it(slug: str) -> None:
    spec = expanded(real())[slug]
    names = {o.said_by for o in selected(spec, real())} | {short_name(d) for d in datasets_of(spec, real()).values()}
    text = described(spec, real()).removeprefix(f"{KINDS[spec.kind].called}. {spec.title}.")
    assert unsaid(text, names) == []


def unsaid(text: str, names: set[str]) -> list[str]:
    """The sentences with a figure and without a name."""
    sentences = re.split(r"(?<=[^A-Z]\.) (?=[A-Z0-9])", text)
    return [
        each
        for each in sentences
        if re.search(r"\d", _OUR_COUNT.sub("", _DATED.sub("", each)))
        and not _WITHOUT_A_SPEAKER.match(each.strip())
        and not any(name in each for name in names if name)
    ]


def test_a_sentence_without_a_speaker_is_found() -> None:
    told = (
        "12 rows, one a figure, May 2018. Highest: 4,088 (June 2014). Lowest according to IBC: 93. No figure for 2013."
    )
    assert unsaid(told, {"IBC"}) == ["Highest: 4,088 (June 2014)."]
