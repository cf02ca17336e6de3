"""What a chart says in words names, in each sentence with a figure, who gave it."""

import pytest

from generators.analysis.chart_selection import expanded, selected
from generators.charts.data.chart_data import chart_data
from generators.charts.data.series import short_name
from generators.charts.descriptions.chart_description import long_description
from generators.charts.registry import KINDS
from tests.fixtures.real_site import real
from tests.fixtures.speakers import unsaid


@pytest.mark.parametrize("slug", sorted(expanded(real())))
def test_each_sentence_with_a_figure_says_who_gave_it(slug: str) -> None:
    spec = expanded(real())[slug]
    names = {o.said_by for o in selected(spec, real())} | {
        short_name(d) for d in chart_data(spec, real()).drawn_datasets.values()
    }
    text = long_description(chart_data(spec, real())).removeprefix(f"{KINDS[spec.kind].called}. {spec.title}.")
    assert unsaid(text, names) == []
