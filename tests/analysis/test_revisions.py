"""How figures changed: one recorder's figures for one thing in the order of reporting, and what was known at a year's end."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from generators.analysis.revisions import known_by, revisions
from generators.model import Catalog, Observation, parse
from generators.pages.revisions import revision_pages
from tests.fixtures.revisions import PEAK
from tests.fixtures.river_site import rivers


def with_peaks(*rows: Observation) -> Catalog:
    """The rivers with these rows and no others."""
    dataset = replace(rivers().datasets["flood-peaks"], observations=rows)
    return replace(rivers(), datasets=MappingProxyType({dataset.id: dataset}))


def at(as_of: str, height: int, said_by: str = "Vell River Board") -> Observation:
    return replace(PEAK, value=Decimal(height), lower=None, upper=None, as_of=parse.period(as_of), said_by=said_by)


def test_an_abbreviation_in_brackets_does_not_make_another_recorder() -> None:
    (found,) = revisions(with_peaks(at("2020-05", 480), at("2019-12", 450, "Vell River Board (VRB)")))
    assert [step.observation.number for step in found.steps] == [450, 480]


def test_same_date_same_figure_or_another_population_is_no_revision() -> None:
    other = replace(PEAK.indicator, population="another flood")
    elsewhere = replace(at("2020-05", 480), indicator=other)
    for rows in (
        (at("2020-05", 450), at("2020-05", 480)),
        (at("2019-12", 450), at("2020-05", 450)),
        (at("2019-12", 450), elsewhere),
        (at("2019-12", 450), at("2020-05", 480, "Lock keeper")),
    ):
        assert revisions(with_peaks(*rows)) == ()


def test_a_figure_without_a_date_is_not_put_in_an_order_that_nobody_knows() -> None:
    undated = replace(PEAK, as_of=None, source=replace(PEAK.source, id="undated", published=None), upper=Decimal(999))
    (found,) = revisions(with_peaks(at("2019-12", 450), at("2020-05", 480), undated))
    assert [step.observation.number for step in found.steps] == [450, 480]
    assert [step.observation for step in found.unplaced] == [undated]
    page = next(p for p in revision_pages(with_peaks(at("2019-12", 450), at("2020-05", 480), undated)))
    assert "Not dated; its position is not known" in page.markdown


def test_the_latest_statement_of_a_speaker_takes_the_place_of_the_earlier() -> None:
    catalog = with_peaks(at("2020-05", 480), at("2019-12", 450))
    assert [o.number for o in known_by(catalog, 2019)] == [450]
    assert [o.number for o in known_by(catalog, 2020)] == [480]
    assert known_by(catalog, 2018) == ()


def test_a_site_without_such_figures_has_no_such_page() -> None:
    assert list(revision_pages(with_peaks())) == []
