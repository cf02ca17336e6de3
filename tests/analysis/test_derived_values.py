"""Which rows a derived number takes, what it is refused, and the card that it opens to."""

from dataclasses import replace

import pytest

from generators.analysis.derived_values import NAMES, Derivations
from generators.analysis.quoted_rows import quoted
from generators.components.calculation_card import calculation_citation
from generators.components.expressions import expand
from generators.model import Catalog, Incomparable, Observation
from generators.model.problems import CellError, Where
from generators.text.sentences import sentences
from tests.fixtures.derivations import said
from tests.fixtures.river_site import rivers, text

LEVEL, LOW = "gauge-levels/level", "gauge-levels/low-days"
MARCH = 'value("gauge-levels/level", "2020-03", place="RV-A")'


def derivations(catalog: Catalog | None = None) -> Derivations:
    return Derivations(catalog=catalog or rivers())


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A")', "a fall of 13"),
        (f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A", percent=True)', "a fall of about 6.1 per cent"),
        (f'change("{LEVEL}", "2020-01", "2020-03", place="RV-B")', "a fall of 4 to 11"),
        (f'change("{LEVEL}", "2020-05", "2020-06", place="RV-C")', "a fall of about 14 to 23"),
        (f'share("{LOW}", "{LOW}", "2020-07", place="RV-A")', "100 per cent"),
        (f'ratio("{LEVEL}", "{LEVEL}", "2020-01", place="RV-C", of_place="RV-A")', "about 1.5 times"),
        (f'ratio("{LEVEL}", "{LEVEL}", "2020-01", place="RV-A", of_period="2020-08")', "about 1.4 times"),
        (f'total("{LOW}", "2020-06/2020-08", place="RV-A")', "at least 34"),
        (f'rank("{LEVEL}", "2020-01", place="RV-A")', "the 2nd highest of 3 figures"),
        (f'peak("{LEVEL}", "2020", place="RV-A")', "212 in January 2020"),
    ],
)
def test_a_number_is_worked_out(expression: str, words: str) -> None:
    assert said(expression).splitlines()[0] == words


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (f'change("{LEVEL}", "2020-03", "2020-01", place="RV-A")', "a first period that ends before the last begins. Name the earlier one first."),
        (f'change("{LEVEL}", "2020-01", place="RV-A")', "a first and a last period"),
        (f'change("{LEVEL}", "2020-01", "2020-03")', 'expected one row, not 3. Add place="RV-A"'),
        (f'change("{LOW}", "2020-06", "2020-Q3")', 'figures of one place. Add place="RV-A".'),
        (f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A", percent="no")', "Put each text in quotation marks."),
        (f'share("{LEVEL}", "{LEVEL}", "2020-01", place="RV-A", of_period="2020-02")', "a part and a whole of one period"),
        (f'share("{LEVEL}", "{LEVEL}", "2020-01", place="RV-A", of_place="RV-C")', "a part within its whole"),
        (f'ratio("{LEVEL}", "{LEVEL}", "2020-01", place="RV-A")', "two figures that differ in one of indicator, place and period"),
        (f'ratio("{LEVEL}", "{LEVEL}", "2020-01", place="RV-A", of_place="RV-B", of_period="2020-02")', "differ in one of"),
        (f'ratio("{LEVEL}", "{LOW}", "2020-07", place="RV-A")', "figures in one unit, not centimetres and days"),
        ('ratio("flood-peaks/peak", "flood-peaks/peak", "2019-11-09", place="RV-B", of_place="RV-C", of_said_by="Vell River Board")', "figures of one recorder"),
        (f'ratio("{LEVEL}", "flood-peaks/peak", "2020-01", place="RV-C", of_period="2019-11-09", of_said_by="Lock keeper of Cress Lock")', "figures of one recorder. Two recorders count differently: add said_by="),
        (f'total("{LEVEL}", "2020-01/2020-03", place="RV-A")', "figures of a flow"),
        (f'total("{LOW}", "2020-05/2020-08", place="RV-A")', "a figure for every part of 2020-05/2020-08. None begins on 2020-05-01. Choose a shorter span."),
        (f'total("{LOW}", "")', 'a span of time, such as "2018-01/2018-06"'),
        (f'total("{LOW}", "2020-07", place="RV-A")', "two or more figures within 2020-07"),
        (f'total("{LOW}", "2020")', 'figures of one place. Add place="RV-A" or place="RV-C".'),
        (f'rank("{LOW}", "2020-07", place="RV-A")', "one figure for each of two or more places of a kind"),
        ('rank("flood-peaks/peak", "2019-11-09", place="RV-B")', "one figure for each of two or more places of a kind"),
        ('peak("flood-peaks/peak", "2019-11", place="RV-C")', "figures of one recorder"),
        ('change("flood-peaks/peak", "2019-11-08/2019-11-12", "2020")', "a row that exists"),
        (f'average("{LEVEL}")', "no average, which hides differences in counting"),
        ("mean(1, 2)", "Quote the figures side by side with value(…) or beside(…)"),
        ("median()", "a number that nobody stated"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_to_type(expression: str, told: str) -> None:
    assert told in said(expression)


def changed(catalog: Catalog, **values: object) -> Catalog:
    """The catalog with its gauge levels changed."""
    dataset = replace(catalog.datasets["gauge-levels"], **values)  # type: ignore[arg-type]
    return replace(catalog, datasets={**catalog.datasets, "gauge-levels": dataset})


def test_pairs_that_must_not_be_compared_are_refused_with_their_reason() -> None:
    pair = Incomparable(
        a=("gauge-levels", "level"), b=("gauge-levels", "low-days"), why="An example.", where=Where(path="data/x.yml")
    )
    rows = tuple(
        replace(o, indicator=replace(o.indicator, unit="days")) for o in rivers().datasets["gauge-levels"].observations
    )
    catalog = changed(replace(rivers(), incomparable=(pair,)), observations=rows)
    told = said(f'ratio("{LOW}", "{LEVEL}", "2020-07", place="RV-A")', catalog)
    assert "expected series that may be compared. Quote each with value(…). data/x.yml:1:1: An example." in told


def test_figures_that_are_changes_themselves_are_refused() -> None:
    rows = tuple(
        replace(o, indicator=replace(o.indicator, kind="change"))
        for o in rivers().datasets["gauge-levels"].observations
    )
    told = said(f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A")', changed(rivers(), observations=rows))
    assert "figures that are not changes themselves" in told


@pytest.mark.parametrize("word", ["total", "peak", "rank"])
def test_rows_that_may_not_leave_are_not_listed_on_a_card(word: str) -> None:
    path, when = (LOW, "2020-06/2020-08") if word != "rank" else (LEVEL, "2020-01")
    told = said(f'{word}("{path}", "{when}", place="RV-A")', changed(rivers(), redistributable=False))
    assert "a dataset whose rows may be redistributed. Quote single figures with value(…) instead." in told


def test_floors_of_single_statements_are_not_compared_as_counts() -> None:
    rows = tuple(replace(o, qualifier="at_least") for o in rivers().datasets["gauge-levels"].observations)
    asked = f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A")'
    assert said(asked, changed(rivers(), observations=rows)).startswith("a fall of 13 in the count\n")
    assert "whether it rose or fell" in said(asked, changed(rivers(), observations=rows, form="statements"))


def test_the_card_shows_formula_inputs_speaker_definition_and_citation() -> None:
    asked = f'{{{{ change("{LEVEL}", "2020-01", "2020-03", place="RV-B") }}}}'
    markdown = expand(text(asked), rivers(), "briefings/example.md").markdown
    assert 'class="opening value checked"' in markdown
    for part in (
        "<strong>A fall of 4 to 11</strong>Mean level, Birch Weir, January 2020 and March 2020",
        "Calculated by this site, not stated by the source: (139 to 146) − 150 = −11 to −4.",
        '<a href="../datasets/gauge-levels.html#level.rv-b.2020-01">January 2020: 150</a>; '
        '<a href="../datasets/gauge-levels.html#level.rv-b.2020-03">March 2020: 139 to 146</a>',
        "Said by Vell River Board (recorder). Grade B2: usually reliable, probably true. Read in the original.",
        'Counts: noon readings.<span data-skip="plain"> Not counted: Days on which the gauge was frozen',
    ):
        assert part in markdown
    derived = derivations().change(LEVEL, "2020-01", "2020-03", place="RV-B")
    assert calculation_citation(rivers(), derived) == (
        "A fall of 4 to 11 (Mean level, Birch Weir, January 2020 and March 2020; (139 to 146) − 150 = −11 to −4), "
        "calculated by Levels of the Vell, edition of 1 March 2021, from figures of Vell River Board. In Vell River Board, January 2021."
    )


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        (f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A", percent=True)', ["212", "199"]),
        (f'total("{LOW}", "2020-06/2020-08", place="RV-A")', ["4", "11", "19"]),
        (f'rank("{LEVEL}", "2020-01", place="RV-A")', ["212", "150", "313"]),
        (f'change("{LEVEL}", "2020-01", "2020-03", place="RV-A") }}}} {{{{ {MARCH}', ["212", "199"]),
        (f'change("{LEVEL}")', []),
        ("change()", []),
        (f'average("{LEVEL}")', []),
    ],
)
def test_inputs_count_as_quoted_each_once(expression: str, rows: list[str]) -> None:
    (sentence,) = sentences(text(f"{{{{ {expression} }}}}"))
    assert [str(o.value) for o in quoted(rivers(), sentence)] == rows


def test_every_word_gives_its_inputs() -> None:
    assert set(derivations().words()) == set(NAMES)
    inputs: tuple[Observation, ...] = derivations().peak(LEVEL, "2020-01/2020-03", place="RV-A").figures.rows
    assert [str(o.value) for o in inputs] == ["212", "208", "199"]
    with pytest.raises(CellError):
        derivations().peak(LEVEL, "2020-01", place="RV-A")
