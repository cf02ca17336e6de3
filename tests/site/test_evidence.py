"""The evidence is all here, and nothing changed on the way: kept plus left out is what was collected."""

import csv
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import pytest

from generators.model import Observation
from generators.model.lookup import one
from generators.pages.briefings import briefings
from generators.text.wording import amount
from generators.urls.links import html_way
from generators.urls.paths import of_briefing, of_row
from tests.fixtures.real_site import real
from tests.fixtures.repository import ROOT

LISTS = list(csv.DictReader((ROOT / "data" / "COLLECTED.csv").read_text(encoding="utf-8").splitlines()))

WEEKLY, ASHARQ = "seed-arabweekly-2018-03-25", "seed-asharq-2018-07-25"
SEEDS: tuple[tuple[str, str, dict[str, str], str], ...] = (
    (WEEKLY, "unami-monthly/killed", {"period": "2018-02"}, "at least 91"),
    (WEEKLY, "unami-governorates/killed", {"period": "2018-02", "place": "IQ-BG"}, "at least 49"),
    (WEEKLY, "unami-governorates/killed", {"period": "2018-02", "place": "IQ-AN"}, "at least 14"),
    (WEEKLY, "unami-governorates/killed", {"period": "2018-02", "place": "IQ-DI"}, "at least 12"),
    (WEEKLY, "unami-excluding-police/killed", {"period": "2017-12", "place": "iraq-without-anbar"}, "at least 69"),
    (WEEKLY, "unami-monthly/killed", {"period": "2018-01"}, "at least 119"),
    (WEEKLY, "unami-monthly/killed", {"period": "2014-06", "place": "IQ"}, "at least 1,775"),
    (WEEKLY, "event-tolls/hawija-ambush-2018-killed", {"said_by": "The Arab Weekly"}, "27"),
    (WEEKLY, "raqqa-evacuation/fighters-left", {"said_by": "The Arab Weekly"}, "hundreds"),
    (
        WEEKLY,
        "ap-iraq-detention-2018/held-total",
        {"said_by": "Associated Press, via The Arab Weekly"},
        "at least 19,000",
    ),
    (
        WEEKLY,
        "ap-iraq-detention-2018/death-sentences",
        {"said_by": "Associated Press, via The Arab Weekly"},
        "more than 3,000",
    ),
    (WEEKLY, "ap-iraq-detention-2018/hanged", {"said_by": "Associated Press, via The Arab Weekly"}, "about 100"),
    (WEEKLY, "iraq-terrorism-detention/held-isis-links", {"said_by": "The Arab Weekly"}, "thousands"),
    (WEEKLY, "prison-breaks/sdf-2018-escaped", {"said_by": "The Arab Weekly"}, "a small number"),
    (WEEKLY, "sdf-held-detainees/foreign", {"said_by": "CNN, via The Arab Weekly"}, "hundreds"),
    (WEEKLY, "trials/length-some", {"said_by": "The Arab Weekly"}, "less than 30"),
    (ASHARQ, "hashimi-kidnap-murder/incidents", {"period": "2018-06"}, "at least 83"),
    (ASHARQ, "hashimi-kidnap-murder/incidents", {"period": "2018-05"}, "30"),
    (ASHARQ, "hashimi-kidnap-murder/incidents", {"period": "2018-03"}, "7"),
    (ASHARQ, "event-tolls/highway-abduction-2018-abducted", {}, "3"),
    (ASHARQ, "territory/share-held", {"period": "2014-06/2017-12"}, "a third"),
    (ASHARQ, "territory/rule-years", {}, "three"),
    (ASHARQ, "strength-estimates/active-fighters", {"period": "2018-07", "place": "IQ"}, "more than 1,000"),
    (ASHARQ, "strength-estimates/active-fighters", {"place": "iraq-desert-areas"}, "about 500"),
    (ASHARQ, "strength-estimates/active-fighters", {"place": "iraq-mountain-areas"}, "the rest of more than 1,000"),
    (ASHARQ, "strength-estimates/fighters", {"place": "IQ-DI"}, "no more than 75"),
    (ASHARQ, "strength-estimates/fighters-per-cell", {}, "between three and five"),
)


def text(number: object) -> str:
    return "" if number is None else str(number)


def accounted(what: str) -> Iterator[tuple[str, str]]:
    """The id of each collected row, kept or left out, with its numbers as they stand in the files."""
    if what == "observation":
        for o in real().observations:
            if o.collected:
                yield o.collected, f"{o.collected},{text(o.value)},{text(o.lower)},{text(o.upper)}\n"
    if what == "source":
        yield from ((name, f"{name}\n") for source in real().sources.values() for name in source.collected)
    if what == "event":
        yield from ((event.collected, f"{event.collected}\n") for event in real().events if event.collected)
    for row in real().left_out:
        if row.what == what:
            numbers = f",{row.value},{row.lower},{row.upper}" if what == "observation" else ""
            yield row.collected, f"{row.collected}{numbers}\n"


@pytest.mark.parametrize("collected", LISTS, ids=lambda row: f"{row['list']}-{row['what']}")
def test_kept_plus_left_out_is_what_was_collected(collected: dict[str, str]) -> None:
    lines = sorted(line for name, line in accounted(collected["what"]) if name.startswith(f"{collected['list']}:"))
    assert len(lines) == int(collected["rows"])
    assert sha256("".join(lines).encode()).hexdigest() == collected["sha256"]


def test_what_is_left_out_has_a_reason_and_says_where_its_twin_is_kept() -> None:
    kept = {o.collected for o in real().observations}
    for row in real().left_out:
        assert len(row.reason) > 20
        assert not row.kept_as or row.kept_as in kept


@cache
def written() -> str:
    return "\n".join(page.markdown for page in briefings(real()))


@pytest.mark.parametrize(("article", "path", "chosen", "words"), SEEDS, ids=[f"{row[1]}-{row[3]}" for row in SEEDS])
def test_a_figure_of_the_two_first_articles_is_quoted_with_its_qualifier_and_source(
    article: str, path: str, chosen: dict[str, str], words: str
) -> None:
    observation = one(real(), path, chosen)
    assert amount(observation) == words
    assert article in {source.id for source in (observation.source, *observation.also_in)}
    assert row_address(observation) in written()


def row_address(observation: Observation) -> str:
    page = of_briefing(next(iter(real().briefings.values())))
    return html_way(page, of_row(real().datasets[observation.dataset], observation))


@pytest.mark.parametrize(
    ("path", "chosen", "words"),
    [
        ("unami-excluding-police/killed", {"period": "2018-01", "place": "iraq-without-anbar"}, "at least 115"),
        ("unami-monthly/killed", {"period": "2014-06", "place": "iraq-without-anbar"}, "at least 1,531"),
    ],
)
def test_where_an_article_and_another_source_differ_both_are_quoted(
    path: str, chosen: dict[str, str], words: str
) -> None:
    observation = one(real(), path, chosen)
    assert amount(observation) == words
    assert row_address(observation) in written()


def test_a_series_has_one_speaker_and_a_statement_its_own() -> None:
    for dataset in real().datasets.values():
        speakers = {o.said_by for o in dataset.observations}
        assert dataset.form == "statements" or speakers == {dataset.recorder}, dataset.id


def test_a_checked_figure_says_when_and_how_much_of_its_document_was_read() -> None:
    for observation in real().observations:
        if observation.checked:
            assert observation.checked_on, observation
            assert observation.checked_extent, observation


def test_more_than_seven_hundred_figures_were_read_in_the_original() -> None:
    assert sum(o.checked for o in real().observations) > 700
    assert {o.checked_extent for o in real().observations if o.checked} == {"opening", "part", "whole"}


def test_the_first_collection_had_2653_figures_and_92_events() -> None:
    first = [row for row in LISTS if not row["list"].startswith("review-")]
    totals = {what: sum(int(row["rows"]) for row in first if row["what"] == what) for what in ("observation", "event")}
    assert totals == {"observation": 2653, "event": 92}
