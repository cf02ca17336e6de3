"""The days that search engines, portals and the sitemap are told: of the edition in which something last changed."""

import json
from dataclasses import replace
from datetime import date

from generators import site
from generators.addresses import HOME
from generators.pages.charts import charts
from generators.releases import days
from generators.ways import html_way
from tests.real import real
from tests.rivers import rivers
from tests.test_releases import LATER, after, is_july, released, with_rows
from tests.test_site import draw


def test_what_has_not_changed_keeps_its_day_in_a_later_edition() -> None:
    """Only the gauge levels change: sitemap, JSON-LD and catalogue leave the flood peaks where they were."""
    later = after(with_rows(rivers(), lambda o: replace(o, note="A note.") if is_july(o) else o))
    whole, _ = site.assemble(later, draw)
    first, now = "2021-03-01", str(LATER)
    told = {"datasets/gauge-levels.md": now, "datasets/flood-peaks.md": first, "charts/levels.md": now}
    told |= {"charts/peaks.md": first}
    assert {path: str(whole.pages[path].changed) for path in told} == told
    heads = [(whole.heads[html_way(HOME, path)], told[path]) for path in list(told)[:2]]
    assert [f'"dateModified":"{day}"' in head for head, day in heads] == [True, True]
    catalogue = json.loads(whole.assets["data/catalogue.jsonld"].content)
    found = {
        one["@id"]: (one["dct:issued"]["@value"], one["dct:modified"]["@value"]) for one in catalogue["dcat:dataset"]
    }
    assert found == {"#all": (first, now), "#gauge-levels": (first, now), "#flood-peaks": (first, first)}


def test_a_dataset_that_came_later_is_of_its_own_first_edition() -> None:
    without = {name: dataset for name, dataset in rivers().datasets.items() if name != "flood-peaks"}
    later = after(rivers(), released(replace(rivers(), datasets=without)))
    assert days(later)["flood-peaks"] == (LATER, LATER)
    assert days(later)["gauge-levels"] == (date(2021, 3, 1), date(2021, 3, 1))
    assert days(rivers())["flood-peaks"] == (rivers().edition.date, rivers().edition.date)


def test_nobody_can_tell_when_a_chart_of_events_changed() -> None:
    found = {page.path: page.changed for page in charts(real())}
    assert found["charts/timeline.md"] is None
    assert found["charts/ibc-annual.md"] == real().releases[0].date
