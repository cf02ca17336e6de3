"""How a chart was made: PROV that another library reads and writes again, with the digests of what there is."""

from generators.analysis.chart_selection import chosen_events, events_within, expanded
from generators.charts.data.chart_data import chart_data
from tests.fixtures.prov import told
from tests.fixtures.real_site import real


def test_a_chart_of_events_names_the_documents_of_each() -> None:
    for slug, spec in expanded(real()).items():
        sources = {link["prov:entity"] for link in told(real, slug)["used"].values()} - {
            f"site:data/{name}.csv" for name in chart_data(spec, real()).drawn_datasets
        }
        chosen = {"timeline": chosen_events, "strip": events_within}.get(spec.kind)
        shown = chosen(spec, real()) if chosen else ()
        assert sources == {f"site:sources/{source.id}.html" for event in shown for source in event.sources}
