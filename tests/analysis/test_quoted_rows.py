"""The rows that a sentence quotes, the texts typed within its expressions, and the reason for a comparison."""

import pytest

from generators.analysis.quoted_rows import quoted, spoken
from generators.components.expressions import expand
from generators.text.sentences import sentences
from tests.fixtures.river_site import rivers, text


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ('{{ value("gauge-levels/level", "2020-01", place="RV-A") }}', ["212"]),
        ('{{ value("gauge-levels/level",\n period="2020-02", place="RV-A", bare=True) }}', ["208"]),
        (
            '{{ value("gauge-levels/level", "2020-01", place="RV-A") }} and {{ value("gauge-levels/low-days", "2020-07") }}',
            ["212", "11"],
        ),
        ('{{ value("gauge-levels/level") }} {{ value() }} {{ value(7) }} {{ value( }} {{ value("a", b="c") }}', []),
        ('{{ cite("vell-almanac-2020") }} {{ valued("gauge-levels/level") }}', []),
    ],
)
def test_the_quoted_rows_are_found(markdown: str, expected: list[str]) -> None:
    (sentence,) = sentences(text(markdown))
    assert [str(each.value) for each in quoted(rivers(), sentence)] == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ('{{ term("datum", "the datums") }}', ["the datums"]),
        ('{{ place("RV-A", text="the bridge") }}', ["the bridge"]),
        ('{{ cite("vell-almanac-2020", "table 2") }}', []),
        ('{{ across("an example") }}', ["an example"]),
        ("{{ 12 }}", ["12"]),
    ],
)
def test_the_texts_within_expressions_are_found(markdown: str, expected: list[str]) -> None:
    (sentence,) = sentences(text(markdown))
    assert [each.text for each in spoken(sentence)] == expected


def test_a_reason_stands_in_a_quiet_parenthesis() -> None:
    shown = expand(text('{{ across("both <are> dry ") }}'), rivers(), "briefings/example.md").markdown
    assert shown == '<span class="across">(both &lt;are&gt; dry)</span>'


def test_a_comparison_without_a_reason_is_refused() -> None:
    (problem,) = expand(text('{{ across(" ") }}'), rivers(), "briefings/example.md").problems
    assert problem.expected == "the reason why these figures may be compared"
