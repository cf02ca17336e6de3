"""The days that search engines, portals and the sitemap are told: of the edition in which something last changed."""

from dataclasses import replace
from datetime import date

import pytest

from generators.pages.charts import charts
from generators.pages.datasets import datasets
from generators.pages.timeline import timeline_page
from tests.fixtures.real_site import real
from tests.fixtures.released_sites import released, with_rows

pytestmark = pytest.mark.slow


def test_a_chart_of_events_and_the_page_of_all_are_of_the_day_of_their_last_change() -> None:
    first = released(real(), "0.0.1", date(2020, 1, 1))
    found = {page.path: page.changed for page in charts(replace(real(), releases=(first,)))}
    assert (found["charts/timeline.md"], found["charts/ibc-annual.md"]) == (first.date, first.date)
    event, *others = real().events
    later = replace(real(), releases=(first,), events=(replace(event, title="Another title"), *others))
    found = {page.path: page.changed for page in (*charts(later), *timeline_page(later))}
    assert (found["charts/timeline.md"], found["charts/ibc-annual.md"]) == (later.edition.date, first.date)
    assert found["timeline.md"] == later.edition.date


def test_a_page_of_rows_is_of_the_day_of_its_dataset() -> None:
    first = released(real(), "0.0.1", date(2020, 1, 1))
    later = with_rows(real(), lambda o: replace(o, note="Another."), "unami-monthly")
    found = {page.path: page.changed for page in datasets(replace(later, releases=(first,)))}
    assert found["datasets/unami-monthly/killed-2018.md"] == later.edition.date
    assert found["datasets/ibc-monthly.md"] == first.date
