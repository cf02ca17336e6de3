"""What somebody says against a figure stands with it, with or without a number of their own."""

from decimal import Decimal
from pathlib import Path
from shutil import copytree

from generators import load
from generators.analysis.disagreements import disagreements
from generators.checks.plausible_values import plausible_values
from generators.components.value_card import value_card, value_note
from generators.metadata.columns import HEADER, row_of, row_record
from generators.model import Catalog
from generators.pages.disagreements import disagreement_pages
from generators.urls.paths import DISAGREEMENTS
from tests.fixtures.river_site import RIVERS

DISPUTE = """\
- figure: flood-peaks/peak@2019-11-09@RV-B
  by: The miller of Birch Weir
  date: 2019-12
  summary: The mark is older than the flood.
  source: weir-report-2021
  locator: p. 5
"""


def site(tmp_path: Path, entry: str) -> Catalog:
    copytree(RIVERS, tmp_path / "site")
    (tmp_path / "site/data/disputes.yml").write_text(entry, encoding="utf-8")
    catalog, problems = load.load_catalog(tmp_path / "site")
    assert catalog is not None, problems
    return catalog


def test_a_dispute_without_a_number_makes_a_disagreement(tmp_path: Path) -> None:
    told = site(tmp_path, DISPUTE)
    disputed = told.datasets["flood-peaks"].observations[0]
    (found,) = (one for one in disagreements(told) if disputed in one.observations)
    assert (found.origins, found.low) == (1, Decimal(420))
    pages = {page.path: page.markdown for page in disagreement_pages(told)}
    line = "Disputed by The miller of Birch Weir, December 2019: The mark is older than the flood."
    assert line in pages["disagreements/river-level-2019-july-to-december.md"]
    assert "## Disputed figures {#contested-in-words}" in pages[DISAGREEMENTS]
    assert "1 figure, 1 origin; disputed" in pages[DISAGREEMENTS]
    assert line in value_card("briefings/x.md", told, disputed, ())
    assert line in value_note("briefings/x.md", told, disputed)
    assert str(row_record(HEADER, row_of(told)(disputed))["disagreement"]).endswith("#rv-b.2019-11-09")


def test_a_dispute_leads_to_the_figure_of_whoever_disputes(tmp_path: Path) -> None:
    told = site(tmp_path, DISPUTE + "  row: flood-peaks/peak@2019-11-09@RV-C@Vell River Board\n")
    (page,) = (
        page for page in disagreement_pages(told) if page.path == "disagreements/river-level-2019-july-to-december.md"
    )
    assert 'Their figure: <a href="../datasets/flood-peaks.html#peak.rv-c.2019-11-09' in page.markdown
    assert ">450 to 480</a>, 9 November 2019, counts " in page.markdown


def test_a_dispute_of_two_rows_or_of_none_is_answered(tmp_path: Path) -> None:
    both = "figure: [flood-peaks/peak@2019-11-09@RV-B, flood-peaks/peak@2019-11-09@RV-C]"
    for number, figure in enumerate((both, "figure: {a: b}")):
        copytree(RIVERS, tmp_path / str(number))
        entry = DISPUTE.replace("figure: flood-peaks/peak@2019-11-09@RV-B", figure)
        (tmp_path / str(number) / "data/disputes.yml").write_text(entry, encoding="utf-8")
        _, problems = load.load_catalog(tmp_path / str(number))
        assert [problem.where.line for problem in problems] == [1]


def test_a_dispute_after_the_edition_is_refused(tmp_path: Path) -> None:
    told = site(tmp_path, DISPUTE.replace("2019-12", "2029-12"))
    assert [problem.found for problem in plausible_values(told)] == ["2029-12-01"]
