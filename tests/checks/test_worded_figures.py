"""Three ways in which a sentence about figures can be wrong that a machine sees: a claim told as a count, a sum of ours told
as a recorder's, and a figure told as the last although a later one is on the site.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generators.checks.claims_as_counts import claims_as_counts
from generators.checks.nothing_later import nothing_later
from generators.checks.sums_named_ours import sums_named_ours
from generators.model import Catalog, Dataset
from tests.fixtures.river_site import rivers, text

JUNE = '{{ value("gauge-levels/level", "2020-06", place="RV-A") }} cm'
AUGUST = '{{ value("gauge-levels/level", "2020-08", place="RV-A") }} cm'
PEAK = '{{ value("flood-peaks/peak", "2019-11-09", place="RV-B") }} cm'


def rivers_saying(sentence: str, change: Callable[[Dataset], Dataset] = lambda dataset: dataset) -> Catalog:
    """The rivers with one text and with their peaks changed."""
    (slug, briefing), *_ = rivers().briefings.items()
    datasets = {**rivers().datasets, "flood-peaks": change(rivers().datasets["flood-peaks"])}
    return replace(rivers(), briefings={slug: replace(briefing, body=text(sentence))}, datasets=datasets)


def rivers_judging(reason: str) -> Catalog:
    (name, judgement), *_ = rivers().judgements.items()
    return replace(rivers_saying("."), judgements={name: replace(judgement, reason=reason)})


@pytest.mark.parametrize(
    "sentence",
    [
        f"It stood at {JUNE}. No later figure was found.",
        f"The last figure found here is {JUNE}.",
        f"It stood at {JUNE}, and no count for 2020 or later is known.",
        f"It stood at {JUNE}; no newer total is held here.",
        f"The most recent estimate published is {JUNE}.",
        f"It stood at {JUNE}. No figure since June is known.",
        f"No Vell River Board figure is later than {JUNE}.",
        f"The last count found here, of June 2020, is {JUNE}.",
        f"It stood at {JUNE}. No later figure of the Lock keeper of Cress Lock's gauge was found.",
    ],
)
def test_a_last_figure_that_is_not_the_last_is_reported(sentence: str) -> None:
    (problem,) = nothing_later(rivers_saying(sentence))
    assert "gauge-levels.csv:8:1 has 2020-08; data/levels/gauge-levels.csv:7:1 has 2020-07" in str(problem)


@pytest.mark.parametrize(
    "sentence",
    [
        f"The last figure found here is {AUGUST}.",
        f"It stood at {JUNE}. No count for 2021 was found.",
        f"It stood at {JUNE}. No Society of Millers figure is later.",
        f"It stood at {JUNE}, no higher than before.",
        f"The last lock is below the gauge, which stood at {JUNE}.",
        "No later figure was found.",
    ],
)
def test_a_last_figure_that_may_be_the_last_is_left_alone(sentence: str) -> None:
    assert list(nothing_later(rivers_saying(sentence))) == []


def test_a_judgement_is_held_to_its_evidence() -> None:
    (problem,) = nothing_later(rivers_judging("it fell, but no figure for 2020 or later was found."))
    assert str(problem).startswith("content/judgements.yml:8:")
    assert list(nothing_later(rivers_judging("it fell, but no figure for 2021 was found."))) == []


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        (f"The board counted {PEAK}.", "counted"),
        (f"The board recorded {PEAK} that the miller claimed.", "recorded"),
        (f"It fell; the board has registered a peak of {PEAK}.", "registered"),
        (f"The miller claimed {PEAK}.", ""),
        (f"By the board's count, the miller claimed {PEAK}.", ""),
        (f"The board counted {PEAK} claims.", ""),
        (f"The board counted claims of {PEAK}.", ""),
        (f"The board counted {JUNE}, while the miller claimed {PEAK}.", ""),
        (f"The board counted {JUNE}.", ""),
    ],
)
def test_what_is_claimed_is_not_told_as_counted(sentence: str, verb: str) -> None:
    claims = rivers_saying(sentence, lambda dataset: replace(dataset, claims_of="perpetrator"))
    assert [str(problem).split('found "')[1].split(",")[0] for problem in claims_as_counts(claims)] == [verb] * bool(
        verb
    )
    assert list(claims_as_counts(rivers_saying(sentence))) == []


@pytest.mark.parametrize(
    ("sentence", "problems"),
    [
        (f"The board has {PEAK}.", 1),
        (f"The sum of the board is {PEAK}.", 1),
        (f"Our sum of the board's readings is {PEAK}.", 0),
        (f"We added up the readings: {PEAK}.", 0),
        (f"The board has {PEAK}. The total is computed from its readings.", 0),
        (f"The board has {JUNE}.", 0),
    ],
)
def test_a_sum_of_ours_is_named_as_ours(sentence: str, problems: int) -> None:
    sums = rivers_saying(sentence, lambda dataset: replace(dataset, computed=True))
    assert len(list(sums_named_ours(sums))) == problems
    assert list(sums_named_ours(rivers_saying(sentence))) == []
