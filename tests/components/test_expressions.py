"""What a briefing may say, and how it is told that it may not."""

from dataclasses import replace

import pytest
from lxml.html import fragment_fromstring

from generators.components.escaping import inline
from generators.components.expressions import (
    briefings_by_chart,
    expand,
    expanded_briefing,
    expanded_for_other_pages,
)
from generators.model.problems import report
from tests.fixtures.river_site import rivers, text

PAGE = "briefings/example.md"


def said(markdown: str) -> str:
    result = expand(text(markdown), rivers(), PAGE)
    assert not result.problems, report(result.problems)
    return result.markdown


def plain(markdown: str) -> str:
    shown = fragment_fromstring(said(markdown), create_parent=True)
    for card in shown.findall(".//*[@popover]"):
        card.drop_tree()
    return str(shown.text_content())


def wrong(markdown: str, line: int = 1) -> str:
    return report(expand(text(markdown, line), rivers(), PAGE).problems)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ('{{ value("gauge-levels/level", "2020-01", place="RV-A") }}', "212"),
        ('{{ value("gauge-levels/level", "2020-03", place="RV-B") }}', "139 to 146"),
        ('{{ value("gauge-levels/level", "2020-06", place="RV-C") }}', "about 262, range 258 to 267"),
        ('{{ value("gauge-levels/low-days", "2020-06") }}', "at least 4"),
        ('{{ value("gauge-levels/low-days", "2020-06", bare=True) }}', "4"),
        ('{{ value("gauge-levels/low-days", "2020-Q3") }}', "more than 30"),
        ('{{ value("flood-peaks/peak", "2019-11-09", place="RV-B") }}', "up to 420"),
        ('{{ value("flood-peaks/peak", "2019-11-08/2019-11-12") }}', "over the sills"),
    ],
)
def test_a_value_is_worded_with_its_qualifier(expression: str, words: str) -> None:
    assert plain(expression) == words


def test_a_value_leads_to_its_row_and_says_whether_it_was_checked() -> None:
    checked = said('{{ value("gauge-levels/level", "2020-01", place="RV-A") }}')
    assert 'href="../datasets/gauge-levels.html#level.rv-a.2020-01"' in checked
    assert 'class="opening value checked"' in checked
    unchecked = said('{{ value("flood-peaks/peak", "2019-11-09", place="RV-B") }}')
    assert 'class="opening value"' in unchecked
    assert "Not checked against the original document." in unchecked


def test_a_chart_that_a_page_shows_again_leads_to_the_first_which_has_the_data() -> None:
    twice = said('{{ chart("levels") }}\n\n{{ chart("levels") }}')
    first, again = twice.split("\n\n")
    assert first == said('{{ chart("levels") }}').strip()
    assert '<img class="chart-wide" src="../figures/levels.wide.svg"' in again
    assert '<a href="#chart-levels">' in again
    assert "<table" not in again
    assert " id=" not in again


def test_a_figure_has_both_drawings_its_words_and_its_rows_and_no_blank_line() -> None:
    figure = said('{{ chart("levels") }}')
    assert '<img class="chart-wide" src="../figures/levels.wide.svg"' in figure
    assert '<img class="chart-narrow" src="../figures/levels.narrow.svg"' in figure
    assert "<table" in figure
    assert "\n\n" not in figure


def test_a_term_opens_where_it_stands_and_every_use_has_its_own_mark() -> None:
    both = said('{{ term("datum") }} and {{ term("datum", "zeros") }}')
    assert 'popovertarget="card-1">datum</button>' in both
    assert 'popovertarget="card-2">zeros</button>' in both
    assert 'href="../glossary.html#datum"' in both


def test_links_to_sources_places_and_datasets() -> None:
    assert 'href="../sources/vell-almanac-2020.html"' in said('{{ cite("vell-almanac-2020", "table 2") }}')
    assert plain('{{ cite("vell-almanac-2020", "table 2") }}').endswith(", table 2; grade B")
    assert 'href="../places/rv-a.html">Alder Bridge</a>' in said('{{ place("RV-A") }}')
    assert 'href="../datasets/gauge-levels.html">here</a>' in said('{{ dataset("gauge-levels", "here") }}')


def test_a_table_holds_the_chosen_rows_and_no_other() -> None:
    table = said('{{ table("flood-peaks/peak", place="RV-C") }}')
    assert table.count("<tr>") == 4
    assert "Lock keeper of Cress Lock" in table
    assert "420" not in table


def test_beside_sets_everybody_side_by_side() -> None:
    concept = rivers().datasets["flood-peaks"].indicators["peak"].concept
    table = said(f'{{{{ beside("{concept}", "2019-11-09", "RV-C") }}}}')
    assert f"<caption>{rivers().concepts[concept].title}, 9 November 2019</caption>" in table
    assert "about 510, range 500 to 520" in table
    assert "450 to 480" in table


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ('{{ value("gauge-level/level", "2020-01") }}', "expected the id of a dataset before the slash. Did you mean gauge-levels?"),
        ('{{ value("gauge-levels/levels", "2020-01") }}', "expected an indicator of gauge-levels after the slash. Did you mean level?"),
        ('{{ value("gauge-levels/level", "2020-01") }}', 'expected one row, not 3. Add place="RV-A" or place="RV-B" or place="RV-C".'),
        ('{{ value("gauge-levels/level", "2020-04", place="RV-A") }}', "expected a row that exists. No row has all of these at once."),
        ('{{ value("gauge-levels/level", "2021-01") }}', "expected a row that exists. No row has period 2021-01. Known: 2020-01, 2020-02, "),
        ('{{ value("gauge-levels/level", "2020-01", spot="RV-A") }}', "expected only place, period, said_by, as_of."),
        ('{{ chart("level") }}', "expected the name of a chart in content/charts. Did you mean levels?"),
        ('{{ cite("almanac") }}', "expected the id of a source."),
        ('{{ term("date") }}', "expected a term of content/glossary.yml. Known: datum, low-water-mark."),
        ('{{ place("Alder Bridge") }}', "expected the code of a place."),
        ("{{ value(5) }}", "expected value(path, period='', *, bare=False, **chosen). Put each text in quotation marks."),
        ("{{ cite() }}", "expected cite(source, locator=''). Missing a required argument: 'source'."),
        ("{{ term('datum', none) }}", "Put each text in quotation marks."),
        ('{{ valeu("gauge-levels/level", "2020-01") }}', 'Did you mean value? Type: {{ value("gauge-levels/level", "2020-01") }}.'),
        ("{{ value(“gauge-levels/low-days”, “2020-06”) }}", 'Type straight quotation marks. Type: {{ value("gauge-levels/low-days", "2020-06") }}.'),
        ("{{ value(gauge-levels/low-days, 2020-06) }}", 'Put each text in quotation marks. Type: {{ value("gauge-levels/low-days", "2020-06") }}.'),
        ('{{ place("RV-A", text=Bridge) }}', 'Put each text in quotation marks. Type: {{ place("RV-A", text="Bridge") }}.'),
        ('{{ place("RV-A" }}', 'Put what belongs to place in parentheses. Type: {{ place("RV-A") }}.'),
        ("{{ term datum }}", 'Put what belongs to term in parentheses. Put each text in quotation marks. Type: {{ term("datum") }}.'),
        ("{{ term }}", "expected a word of a briefing with its texts in parentheses. Write one word and its texts, each in quotation marks, as"),
        ('{{ place("RV-A") ~ "17" }}', "expected a word of a briefing with its texts in parentheses."),
        ('{{ "a" * 10**9 }}', "expected a word of a briefing with its texts in parentheses."),
        ("{{ [1, 2]|random }}", "expected a word of a briefing with its texts in parentheses."),
        ("{{ ''.__class__ }}", "expected a word of a briefing with its texts in parentheses."),
        ("{{ nothing() }}", "expected a word of a briefing with its texts in parentheses."),
        ('{{ term(place("RV-A")) }}', "Put each text in quotation marks."),
        ('{{ place("RV-A") and', 'found "{{ place("RV-A") and here.", expected an expression that ends with }}. Type }} after it: {{ place("RV-A") }}.'),
        ('{{ place("RV-A") }', 'expected an expression that ends with }}. Type }} after it: {{ place("RV-A") }}.'),
        ('{ place("RV-A") }', 'expected two braces before and after an expression. Type {{ place("RV-A") }}.'),
        ('{{{ place("RV-A") }}}', 'expected two braces before and after an expression. Type {{ place("RV-A") }}.'),
        ('{{ term("datum", {{ place("RV-A") }}) }}', "expected two braces before and after the whole expression."),
        ("}}", "expected two opening braces before it."),
        ("{# a note #}", "expected text without a template comment. Delete it: it would be printed."),
        ("{% if 1 %}", "expected an expression, not a statement."),
        ('{{ chart("levels") }}', "expected a chart outside sentences, lists, quotes and table cells. Write it on its own line"),
        ('{{ judgement("fell-to-august") }}', "expected a judgement outside sentences, lists, quotes and table cells."),
    ],
)  # fmt: skip
def test_an_expression_that_fails_names_the_author_s_line(expression: str, message: str) -> None:
    problem = wrong(f"One line.\n\nAnd {expression} here.", line=11)
    assert problem.startswith("content/briefings/example.md:13:5  expression: found ")
    assert message in problem


def test_every_failing_line_is_reported_not_the_first_alone() -> None:
    problems = wrong('{{ chart("a") }}\n\ngood\n\n{{ chart("b") }}\n\n{{ oops }}').splitlines()
    assert [problem.split(":")[1] for problem in problems] == ["1", "5", "7"]


def test_of_two_expressions_on_a_line_the_failing_one_is_named() -> None:
    problem = wrong('{{ place("RV-A") }} and {{ place("RV-Z") }} and {{ term("datum") }}')
    assert problem.startswith('content/briefings/example.md:1:25  expression: found "{{ place("RV-Z") }}"')


def test_a_broken_bracket_is_a_problem_at_its_line() -> None:
    assert wrong("good\n\n{{ value( }}").startswith("content/briefings/example.md:3:1  expression: ")


def test_a_heading_may_have_an_address_of_its_own() -> None:
    assert said("## Levels {#levels}") == "## Levels {#levels}"


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ('- {{ chart("levels") }}', 3, "a chart outside sentences, lists, quotes and table cells"),
        ('> {{ table("flood-peaks/peak") }}', 3, "a table outside sentences, lists, quotes and table cells"),
        ('    {{ chart("levels") }}', 5, "code without an expression"),
        ('`{{ place("RV-A") }}`', 2, "code without an expression"),
        ('## At {{ place("RV-A") }}', 7, "a heading in plain text"),
        ('<a title="{{ place("RV-A") }}">x</a>', 11, "an expression in the text"),
        ('[x]({{ place("RV-A") }})', 5, "an expression in the text"),
        (
            '<ul><li>\n{{ chart("levels") }}\n</li></ul>',
            1,
            "a chart outside sentences, lists, quotes and table cells",
        ),
    ],
)
def test_an_expression_where_it_cannot_stand_is_refused_at_its_column(line: str, column: int, expected: str) -> None:
    below = 13 + line[: line.index("{{")].count("\n")
    assert wrong(f"Text.\n\n{line}", line=11).startswith(f"content/briefings/example.md:{below}:{column}  expression: ")
    assert f", expected {expected}." in wrong(f"Text.\n\n{line}")


def test_judgements_on_lines_of_their_own_are_one_list() -> None:
    whole = said('Above.\n\n{{ judgement("fell-to-august") }}\n{{ judgement("fell-to-august") }}\n\nBelow.')
    assert whole.startswith('Above.\n\n<ol class="judgements">\n<li id="')
    assert whole.count("<ol class") == whole.count("</ol>\n\nBelow.") == 1


def test_a_chart_between_two_lines_of_text_is_a_block_of_its_own() -> None:
    whole = said('Above.\n{{ chart("levels") }}\nBelow.')
    assert whole.startswith("Above.\n\n<figure")
    assert whole.endswith("</figure>\n\nBelow.")


def test_a_mistake_of_ours_is_not_blamed_on_the_author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.components.shortcodes.render_macro", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        wrong('{{ place("RV-A") }}')


def test_markup_in_data_stays_text() -> None:
    assert inline("<b> *x* [y](z) `q`") == "&lt;b&gt; &#42;x&#42; &#91;y&#93;(z) &#96;q&#96;"


def test_what_other_pages_say_of_a_briefing_is_that_of_the_last_site_while_its_text_is_the_same() -> None:
    (briefing,) = rivers().briefings.values()
    preview = replace(rivers(), previous=rivers())
    assert expanded_for_other_pages(preview, briefing) is expanded_briefing(rivers(), briefing)
    saved = replace(briefing, body=text("No figure."))
    preview = replace(preview, briefings={saved.slug: saved})
    assert expanded_for_other_pages(preview, saved) is expanded_briefing(preview, saved)
    assert briefings_by_chart(preview) == {}
