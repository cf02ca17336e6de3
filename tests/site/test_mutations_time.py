"""Changes planted in a copy of the real site: time notices them."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from generators.analysis.data_quality import coverage_tables
from generators.analysis.freshness import freshness
from generators.analysis.revisions import revisions
from generators.model import Catalog, Dataset, parse
from generators.pages.revisions import revision_pages
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def planted(dataset: Dataset) -> Catalog:
    return replace(real(), datasets=MappingProxyType({**real().datasets, dataset.id: dataset}))


def test_a_changed_cell_changes_the_steps_the_page_and_the_command() -> None:
    dataset = real().datasets["ibc-monthly"]
    rows = tuple(replace(o, value=Decimal(4099), checked=True) if o.value == 4088 else o for o in dataset.observations)
    catalog = planted(replace(dataset, observations=rows))
    (june,) = (r for r in revisions(catalog) if r.speaker == "Iraq Body Count" and r.period.text == "2014-06")
    assert june.steps[-1].observation.number == 4099
    text = "".join(page.markdown for page in revision_pages(catalog))
    assert ">4,099</a>" in text
    assert ">4,088</a>" not in text
    assert coverage_tables(catalog)[0].rows != coverage_tables(real())[0].rows


def test_a_further_statement_is_a_further_step() -> None:
    dataset = real().datasets["ibc-snapshots"]
    june = next(o for o in dataset.observations if o.period and o.period.text == "2014-06")
    later = replace(june, value=Decimal(2600), as_of=parse.period("2015-06"))
    catalog = planted(replace(dataset, observations=(later, *dataset.observations)))
    (found,) = (r for r in revisions(catalog) if r.speaker == "Iraq Body Count" and r.period.text == "2014-06")
    assert [step.observation.number for step in found.steps] == [1934, 2534, 2600, 4088]


def test_a_series_that_nobody_marked_as_ended_is_overdue() -> None:
    dataset = real().datasets["unami-monthly"]
    assert freshness(dataset, real().edition.date) == "ended"
    assert freshness(replace(dataset, ended=None), real().edition.date) == "overdue"
