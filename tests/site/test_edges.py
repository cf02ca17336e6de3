"""Charts at the edges: figures below 0, of 0 alone, a single one, a range between figures without. Nothing leaves the plot."""

import pytest

from generators.analysis.chart_selection import expanded, which
from generators.charts.data.chart_data import chart_data
from generators.charts.frames import FRAMES
from generators.charts.render.specification import vega_lite
from generators.model.dataset import ends
from tests.fixtures.chart_marks import marks_of
from tests.fixtures.real_site import real


@pytest.mark.parametrize("slug", [slug for slug, spec in expanded(real()).items() if spec.kind == "line"])
def test_every_range_of_every_line_of_the_site_is_seen(slug: str) -> None:
    spec = expanded(real())[slug]
    for frame in FRAMES:
        seen = {
            m.of
            for m in marks_of(vega_lite(chart_data(spec, real()), frame))
            if m.type == "area" or (m.type == "rule" and m.seen)
        }
        assert {which(o) for o in chart_data(spec, real()).rows if ends(o)[0] != ends(o)[1]} <= seen
