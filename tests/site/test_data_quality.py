"""The coverage numbers: counted by hand on the small site, and the same on the page and in the terminal."""

from generators.analysis.data_quality import coverage_tables
from tests.fixtures.real_site import real


def test_a_figure_over_several_years_fills_none_of_them() -> None:
    years = next(table for table in coverage_tables(real()) if table.caption == "By year")
    assert "over several years" in [row[0] for row in years.rows]
    assert sum(int(row[1].replace(",", "")) for row in years.rows) == len(list(real().observations))
