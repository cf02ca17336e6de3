"""A chart's title and what it draws agree on the time."""

import pytest

from generators.checks.titled_period import titled_period
from generators.model import Catalog
from generators.model.problems import report
from tests.fixtures.chart_catalog import gauges
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize("catalog", [real(), rivers(), gauges()], ids=["real", "rivers", "gauges"])
def test_the_sites_agree_with_their_titles(catalog: Catalog) -> None:
    assert report(titled_period(catalog)) == ""
