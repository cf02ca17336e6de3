"""The sheets that shared links show: words large enough to be read in a stream of posts, in the site's own faces."""

from generators.analysis.chart_selection import expanded
from generators.charts.data.chart_data import chart_data
from generators.charts.frames import CARD
from generators.charts.render.social_card import card_picture
from generators.charts.render.specification import vega_lite
from tests.fixtures.cards import drawing, scale_of
from tests.fixtures.real_site import real


def test_the_charts_of_briefings_can_be_read_where_they_are_shared() -> None:
    charts = expanded(real())
    for briefing in real().briefings.values():
        spec = charts[briefing.card_chart]
        chart = vega_lite(chart_data(spec, real()), CARD)
        padding = chart["padding"]
        height = chart["height"] + padding["top"] + padding["bottom"]
        assert 12 * scale_of(card_picture(chart_data(spec, real()), drawing(height))) > 20, briefing.slug
