"""The lint of specifications: it refuses each fault by name, and finds none in any chart of ours, made up or real."""

import pytest

from generators.analysis.chart_selection import expanded
from generators.charts.data.chart_data import all_chart_data
from tests.fixtures.lint import is_honest
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("slug", sorted(expanded(real())))
def test_every_real_chart_is_honest(slug: str) -> None:
    is_honest(all_chart_data(real())[slug])
