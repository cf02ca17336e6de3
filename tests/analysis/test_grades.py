"""Grades: who a name begins with, how a grade is said, which row has which, and where a reader meets it."""

from dataclasses import replace
from datetime import date

import pytest

from generators.analysis.disagreements import agree
from generators.analysis.grades import code, grade_in_words, letter_in_words, who
from generators.components.disagreement_panel import disagreement_panel
from generators.components.expressions import expand
from generators.load.item_grades import regraded
from generators.model import Catalog, Evidence, GradedRows, ItemGrade, Party
from generators.model.lookup import party_of
from generators.model.problems import Where
from generators.pages.briefings import briefings
from generators.pages.datasets import datasets
from generators.pages.grades import grade_pages
from generators.pages.judgements import judgement_pages
from generators.pages.sources import sources
from generators.text.catalog_texts import public_texts
from tests.fixtures.river_site import rivers, text
from tests.fixtures.ungraded_site import ungraded, without_letter

HERE = Where(path="data/parties.csv", line=2)
PEAKS = rivers().datasets["flood-peaks"].observations
FERRYMAN, KEEPER = PEAKS[3], PEAKS[1]


def party(name: str) -> Party:
    return Party(name=name, interest="press", grade=None, reason="Why.", graded=date(2021, 3, 1), where=HERE)


def item(digit: str) -> ItemGrade:
    return ItemGrade(digit=digit, reason="Why.", graded=date(2021, 3, 1), where=HERE)  # type: ignore[arg-type]


def covering(*references: str, digit: str) -> GradedRows:
    return GradedRows(rows=tuple(Evidence(text=each, where=HERE) for each in references), grade=item(digit))


def pages(catalog: Catalog) -> dict[str, str]:
    return {page.path: page.markdown for kind in (grade_pages, sources, datasets) for page in kind(catalog)}


@pytest.mark.parametrize(
    ("said_by", "found"),
    [
        ("Board", "Board"),
        ("Board, as printed by The Post", "Board"),
        ("Board (north)", "Board"),
        ("Board of Millers, via The Post", "Board of Millers"),
        ("Boarding school", None),
        ("The Board", None),
        ("", None),
    ],
)
def test_a_speaker_is_the_party_of_the_longest_name_it_begins_with(said_by: str, found: str | None) -> None:
    parties = {name: party(name) for name in ("Board", "Board of Millers")}
    assert party_of(said_by, parties) == (parties[found] if found else None)


def test_a_publisher_is_a_party_by_its_whole_name_alone() -> None:
    named = {source.publisher: source.party for source in rivers().sources.values()}
    assert {name: each.name for name, each in named.items() if each} == {name: name for name in named}


def test_a_grade_is_said_in_words_and_says_what_is_missing() -> None:
    both = PEAKS[2]
    assert grade_in_words(both) == "B3: usually reliable, possibly true"
    assert grade_in_words(replace(both, grade=None)) == "B: usually reliable, item not graded"
    assert grade_in_words(without_letter(both)) == "3: source not graded, possibly true"
    assert grade_in_words(without_letter(replace(both, grade=None))) == "not graded"
    assert code(without_letter(replace(both, grade=None))) == ""
    assert letter_in_words(both.source) == "B: usually reliable"


def test_a_speaker_carries_the_interest() -> None:
    assert who(FERRYMAN) == "A ferryman, via The Ferry Post (press)"
    assert who(replace(FERRYMAN, speaker=None)) == "A ferryman, via The Ferry Post"


def test_a_row_has_the_grade_of_its_dataset_or_its_own() -> None:
    assert {o.grade.digit for o in rivers().datasets["gauge-levels"].observations if o.grade} == {"2"}
    assert [o.grade.digit for o in PEAKS if o.grade] == ["3", "2", "3", "6"]


def test_the_later_of_two_grades_holds_and_one_that_names_no_row_is_left_to_the_check() -> None:
    entries = (
        covering("flood-peaks/peak@", digit="4"),
        covering("flood-peaks/peak@@RV-B", "flood-peaks/crest@", "no reference", digit="5"),
    )
    found = regraded(replace(rivers(), credibility=entries)).datasets["flood-peaks"].observations
    assert [o.grade.digit for o in found if o.grade] == ["5", "4", "4", "4"]


def test_a_reader_meets_the_grade_wherever_the_figure_stands() -> None:
    made = pages(rivers())
    assert "B: usually reliable. It says how it reads its gauges" in made["sources/vell-almanac-2020.md"]
    assert "<dt>Interest</dt>\n<dd>recorder</dd>" in made["sources/vell-almanac-2020.md"]
    assert "January 2021, 31 figures, B: usually" not in made["sources/by-v.md"]
    assert ", B: usually reliable" in made["sources/by-v.md"]
    assert "2: probably true. One board reads all gauges" in made["datasets/gauge-levels.md"]
    assert "on 1 March 2021. 2 rows have grades of their own." in made["datasets/flood-peaks.md"]
    assert [
        cell for cell in ("C2", "B3", "C6", "F3") if f"<td>{cell}</td>" not in made["datasets/flood-peaks.md"]
    ] == []
    assert ">C2</a>" in disagreement_panel("x.md", rivers(), "Peaks", PEAKS)
    assert "(government)" in disagreement_panel("x.md", rivers(), "Peaks", PEAKS)


def test_a_number_and_a_citation_carry_their_grade() -> None:
    said = '{{ value("flood-peaks/peak", "2019-11-09", said_by="Lock keeper of Cress Lock") }} {{ cite("weir-report-2021") }}'
    shown = expand(text(said), rivers(), "briefings/x.md").markdown
    assert 'Grade <a href="../grades.html">C2: fairly reliable, probably true</a>.' in shown
    assert "Said by Lock keeper of Cress Lock (government)." in shown
    assert "(2 documents, 1 origin)." in shown
    assert 'href="../grades.html#reliability" title="F: reliability cannot be judged"' in shown


def test_briefings_judgements_and_claims_say_it_too() -> None:
    (briefing, _) = briefings(rivers())
    assert 'href="../grades.html#reliability">The letter after a citation grades its source</a>' in briefing.markdown
    judged = expand(text('{{ judgement("fell-to-august") }}'), rivers(), "briefings/x.md").markdown
    assert "said by Vell River Board (recorder)" in judged
    claims = next(page for page in judgement_pages(rivers()) if page.path == "claims.md")
    assert 'title="C: fairly reliable"' in claims.markdown


def test_what_is_said_of_grades_is_read_for_harm() -> None:
    read = {text.markdown for _, text in public_texts(rivers())}
    assert {
        "He speaks in the newspaper alone.",
        "Each speaker saw one mark or one gauge.",
        "He gives no number.",
    } <= read


def test_two_rows_without_digits_do_not_agree() -> None:
    assert agree(KEEPER, KEEPER)
    assert not agree(FERRYMAN, FERRYMAN)


def test_the_page_counts_what_has_each_grade_and_names_every_party() -> None:
    made = pages(rivers())
    assert "<tr><td>B: usually reliable</td><td>1</td><td>28</td></tr>" in (made["grades.md"])
    assert "<tr><td>2: probably true</td><td>28</td></tr>" in made["grades.md"]
    assert "Friends of the Vell" in made["grades.md"]
    told = "".join(page for path, page in made.items() if path.startswith("grades/"))
    assert all(each.name in told and each.reason.split(",")[0] in told for each in rivers().parties.values())


def test_a_site_without_grades_says_so_and_has_no_such_page() -> None:
    made = pages(ungraded())
    assert not any("grades" in path or "grades.html" in page for path, page in made.items())
    assert "Not graded." in made["datasets/gauge-levels.md"]
    assert "Not graded." in made["sources/vell-almanac-2020.md"]
    said = '{{ value("gauge-levels/level", "2020-01", place="RV-A") }} {{ cite("vell-almanac-2020") }}'
    shown = expand(text(said), ungraded(), "briefings/x.md").markdown
    assert "Grade: not graded." in shown
    assert "grades.html" not in shown
