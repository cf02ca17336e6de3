"""The evidence is all here, and nothing changed on the way: kept plus left out is what was collected."""

from tests.fixtures.evidence import LISTS


def test_the_first_collection_had_2653_figures_and_92_events() -> None:
    first = [row for row in LISTS if not row["list"].startswith("review-")]
    totals = {what: sum(int(row["rows"]) for row in first if row["what"] == what) for what in ("observation", "event")}
    assert totals == {"observation": 2653, "event": 92}
