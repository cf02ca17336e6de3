"""A fault planted in a copy of the real briefings is caught, and the message says where and what to type."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generators.build import assemble
from generators.checks import Check
from generators.checks.hardcoded_numbers import hardcoded_numbers
from generators.checks.house_style import house_style
from generators.checks.incomparable_series import incomparable_series
from generators.checks.likelihood_and_confidence import likelihood_and_confidence
from generators.checks.method_breaks import method_breaks
from generators.model import Catalog, Silence, Text
from generators.model.problems import Where
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow

PROSE = (hardcoded_numbers, likelihood_and_confidence, house_style, method_breaks)
ACROSS = "Write two separate sentences, or give the reason why they may be compared: {{ across("
MONTHS = (
    '{{ value("unami-monthly/killed", "%s", place="%s") }} and {{ value("unami-monthly/killed", "%s", place="%s") }}'
)


def planted(fault: str) -> Catalog:
    """The real site with a paragraph more at the end of each briefing."""
    briefings = {
        slug: replace(each, body=replace(each.body, markdown=f"{each.body.markdown}\n\n{fault}\n"))
        for slug, each in real().briefings.items()
    }
    return replace(real(), briefings=briefings)


def lines(text: Text) -> int:
    """The line of the file on which a planted fault stands."""
    return text.where.line + text.markdown.count("\n") + 2


@pytest.mark.parametrize("check", PROSE, ids=lambda check: str(check.__name__))
def test_the_real_briefings_pass(check: Check) -> None:
    assert [str(problem) for problem in check(real())] == []


def faults() -> Iterator[tuple[Check, str, str, str]]:
    """Check, planted text, what it finds, and a part of its advice."""
    for text, found in {
        "They counted 91 people.": "91",
        "They counted 1,934 people.": "1,934",
        "They counted at least 2018 of them.": "2018",
        "It fell by 12 %.": "12 %",
        "Twelve died.": "Twelve",
        "There were hundreds of attacks.": "hundreds",
        "About a third of them left.": "a third",
        "More than half were freed.": "half",
        "It rose by 40 per cent.": "40 per cent",
        "- Dozens left (**17**).": "17",
        "It fell by _17_ and rose by ½.": "½",
        '{{ term("floor", "17 floors") }} stand.': "17",
        '{{ across("all 17 were seen") }}': "17",
        '{{ "17" }} stand.': "17",
        '{{ value("unami-monthly/killed", "2018-02") ~ "17" }} died.': "17",
        "{% set n = 17 %}{{ n }} died.": "17",
        "They counted `17` people.": "17",
        '[Here](../about.md "17 died").': "17",
        '<img src="a.png" alt="17 died">': "17",
        "IBC counted 1934 of them.": "1934",
        "The toll doubled in a year.": "doubled",
        "It is a tenfold rise.": "tenfold",
    }.items():
        yield hardcoded_numbers, text, found, "Quote it from its row: {{ value("
    apart = "Write a separate sentence with the confidence and its reason."
    yield likelihood_and_confidence, "It is likely, with low confidence, that it ends.", "low confidence", apart
    yield likelihood_and_confidence, "It is likely that it ends, confidence: high.", "confidence: high", apart
    for text, found in {
        "It is **likely** to end, with _high_ confidence.": "high_ confidence",
        "It is likely to end, with moderate-confidence.": "moderate-confidence",
        "It is likely – our confidence in this is moderate – to end.": "confidence",
        "We are highly confident that it is likely to end.": "highly confident",
    }.items():
        yield likelihood_and_confidence, text, found, apart
    yield (
        likelihood_and_confidence,
        "It is likely and very\nlikely.",
        "very likely",
        "Write two sentences, each with one term.",
    )
    yield likelihood_and_confidence, "It is highly probable that it ends.", "highly probable", "Write: very likely."
    yield likelihood_and_confidence, "There is a remote chance.", "remote chance", "Write: almost no chance."
    yield (
        hardcoded_numbers,
        "It rose by a third, {{ change('ctc-isis-attacks/attacks', '2018', '2019') }}.",
        "a third",
        "Quote it",
    )
    for word, advice in {
        "a significant rise": "quoted with its value",
        "a rise that was reportedly steep": "who said so",
        'only {{ value("unami-monthly/killed", "2018-02") }} killed': "the figure alone",
        'only **{{ value("unami-monthly/killed", "2018-02") }}** killed': "the figure alone",
        'only about {{ value("unami-monthly/killed", "2018-02") }} killed': "the figure alone",
        "it may\nwell end": "a step of the likelihood scale",
        "it cannot be ruled out": "a step of the likelihood scale",
        "it is believed to end": "who believes it",
        "the terrorists left": "quotation marks",
        "a terrorist left": "accused of",
        "the ISIS families left": "families with perceived ISIS affiliation",
        'only {{ total("ibc-monthly/killed", "2018-01/2018-02") }} killed': "the figure alone",
        'currently {{ value("unami-monthly/killed", "2018-02") }}': "the date that the figure is of",
        'currently {{ peak("unami-monthly/killed", "2018-02/2018-11", place="IQ") }}': "the date that the figure is of",
    }.items():
        found = next(each.word for each in real().words.refused if each.word in word.replace("\n", " "))
        yield house_style, f"They say {word}.", found, advice
    yield method_breaks, MONTHS % ("2018-02", "IQ", "2018-01", "iraq-without-anbar"), "part of the other", ACROSS
    yield method_breaks, MONTHS % ("2013-01", "IQ", "2018-02", "IQ"), "a method break between them", ACROSS
    one, other = (f'{{{{ value("unami-monthly/killed", "{month}", place="IQ") }}}}' for month in ("2013-01", "2018-02"))
    for trend in (f"It was {one}. By 2018 it fell to {other}.", f"It was {one}. It has declined. It was {other}."):
        yield method_breaks, trend, "a method break between them", ACROSS
    both = '{{ value("gtd/attacks", "2017") }} of the one and {{ value("gti/attacks", "2017") }} of the other.'
    yield incomparable_series, both, "gtd/attacks and gti/attacks", "or state the difference: {{ across("
    apart = "choose periods on one side of the break"
    for derived in (
        'change("unami-monthly/killed", "2013-01", "2018-02", place="IQ")',
        'total("unami-monthly/killed", "2013-03/2013-04", place="IQ")',
        'ratio("unami-monthly/killed", "unami-monthly/killed", "2013-01", of_period="2018-02", place="IQ")',
        'peak("unami-monthly/killed", "2013/2018", place="IQ")',
    ):
        yield method_breaks, f"It is {{{{ {derived} }}}}.", "a method break between them", apart


@pytest.mark.parametrize(("check", "fault", "found", "advice"), [*faults()])
def test_a_planted_fault_is_caught(check: Check, fault: str, found: str, advice: str) -> None:
    told = [str(problem) for problem in check(planted(fault))]
    for slug, briefing in real().briefings.items():
        place = f"content/briefings/{slug}.md:{lines(briefing.body)}:"
        assert any(place in each and found in each and advice in each for each in told), told


def test_the_reason_of_a_confidence_has_no_likelihood_term() -> None:
    """The page says "Confidence: high, because" and the reason in one sentence."""
    name, judgement = next(iter(real().judgements.items()))
    unsure = replace(judgement, reason="it is likely that the counts are whole.")
    (told,) = map(str, likelihood_and_confidence(replace(real(), judgements={**real().judgements, name: unsure})))
    assert f'{judgement.where.part("reason")}  judgement: found "likely"' in told
    assert "Give grounds as facts" in told


@pytest.mark.parametrize("key", ["title", "subtitle", "reading", "note"])
def test_a_chart_states_no_number_in_words_of_ours(key: str) -> None:
    name, chart = next(iter(real().charts.items()))
    grown = replace(real(), charts={**real().charts, name: replace(chart, **{key: "In all 17 died."})})  # type: ignore[arg-type]
    (told,) = map(str, hardcoded_numbers(grown))
    assert f'{chart.where.part(key)}  number: found "17"' in told


def test_a_standing_page_does_not_compare_across_a_break_either() -> None:
    path, page = next(iter(real().standing.items()))
    body = Text(markdown=MONTHS % ("2013-01", "IQ", "2018-02", "IQ"), where=page.body.where)
    told = [*method_breaks(replace(real(), standing={path: replace(page, body=body)}))]
    assert [problem.where.path for problem in told] == [page.body.where.path]


@pytest.mark.parametrize(
    "innocent",
    [
        "It was so on 9 December 2017, in June 2014, in 2018 and 2019, from 3 to 5 May, and in the year to July 2013.",
        "See para 5, table 2 and [this](page-12.html).",
        "One of them and both others came first, then second.",
        "1. a list\n2. another",
        "It ran from 20–25 May 2018, says Article 4.",
        "It is likely that it ends.\n\nConfidence: low, because little is known.",
        'He called it "likely, with high confidence, that terrorists may well come".',
        'A significant rise, to {{ value("unami-monthly/killed", "2018-02") }}.',
        "It is the Only Terrorist Index, and the only one.",
        MONTHS % ("2018-01", "IQ", "2018-02", "IQ") + ' {{ across("an example") }}.',
        'A significant rise, {{ change("ctc-isis-attacks/attacks", "2018", "2019") }}.',
        '{{ change("unami-monthly/killed", "2013-01", "2018-02", place="IQ") }} {{ across("an example") }}.',
        '{{ share("unami-governorates/killed", "unami-monthly/killed", "2018-02", place="IQ-BG", of_place="IQ") }}.',
        '{{ share("isis-attack-claims/claimed-attacks", "isis-attack-claims/claimed-attacks", "2020", place="IQ-DI", of_place="IQ") }}.',
        'Currently {{ value("iraq-prison-population/justice-ministry-prisons", "2025-05") }}.',
    ],
)
def test_what_is_right_is_left_alone(innocent: str) -> None:
    catalog = planted(innocent)
    assert [str(problem) for check in PROSE for problem in check(catalog)] == []


def test_a_fault_can_be_silenced_for_one_place_and_no_other() -> None:
    silence = Silence(
        check="hardcoded_numbers", at="casualties.md", why="An example.", where=Where(path="data/silences.yml")
    )
    told = [str(each) for each in assemble.run_checks(replace(planted("They counted 91."), silences=(silence,)))]
    assert not any("casualties.md" in each for each in told)
    assert any("prisons.md" in each and '"91"' in each for each in told)
