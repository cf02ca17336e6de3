"""The days that search engines, portals and the sitemap are told: of the edition in which something last changed."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.analysis.history.releases import days, in_hand
from generators.build import assemble
from generators.urls.links import html_way
from generators.urls.paths import HOME
from tests.fixtures.plain_drawings import draw
from tests.fixtures.released_sites import LATER, after, is_july, released, with_meaning, with_rows
from tests.fixtures.river_site import rivers


def test_what_has_not_changed_keeps_its_day_in_a_later_edition() -> None:
    """Only the gauge levels change: sitemap, JSON-LD and catalogue leave the flood peaks where they were."""
    later = after(with_rows(rivers(), lambda o: replace(o, note="A note.") if is_july(o) else o))
    whole, _ = assemble.assemble(later, draw)
    first, now = "2021-03-01", str(LATER)
    told = {"datasets/gauge-levels.md": now, "datasets/flood-peaks.md": first, "charts/levels.md": now}
    told |= {"charts/peaks.md": first}
    assert {path: str(whole.pages[path].changed) for path in told} == told
    heads = [(whole.heads[html_way(HOME, path)], told[path]) for path in list(told)[:2]]
    assert [f'"dateModified":"{day}"' in head for head, day in heads] == [True, True]
    catalogue = json.loads(whole.assets["data/catalogue.jsonld"].content)
    found = {
        one["@id"].partition("#")[2]: (one["dct:issued"]["@value"], one["dct:modified"]["@value"])
        for one in catalogue["dcat:dataset"]
    }
    assert found == {"all": (first, now), "gauge-levels": (first, now), "flood-peaks": (first, first)}


def test_a_dataset_that_came_later_is_of_its_own_first_edition() -> None:
    without = {name: dataset for name, dataset in rivers().datasets.items() if name != "flood-peaks"}
    later = after(rivers(), released(replace(rivers(), datasets=without)))
    assert days(later)["flood-peaks"] == (LATER, LATER)
    assert days(later)["gauge-levels"] == (date(2021, 3, 1), date(2021, 3, 1))
    assert days(rivers())["flood-peaks"] == (rivers().edition.date, rivers().edition.date)


def test_another_definition_moves_the_days_of_all_that_it_holds_for() -> None:
    """Of a dataset that of its charts too; of one indicator not that of the other."""
    recast = days(after(with_meaning(rivers(), excludes="Nothing.")))
    assert {name for name, (_, last) in recast.items() if last == LATER} == {
        "gauge-levels",
        "gauge-levels/level",
        "gauge-levels/low-days",
    }
    levels = rivers().datasets["gauge-levels"]
    one = {**levels.indicators, "level": replace(levels.indicators["level"], population="night readings")}
    recast = days(after(replace(rivers(), datasets={**rivers().datasets, levels.id: replace(levels, indicators=one)})))
    assert {name for name, (_, last) in recast.items() if last == LATER} == {"gauge-levels", "gauge-levels/level"}


def test_every_format_says_when_a_dataset_was_first_published_and_last_changed() -> None:
    later = after(with_rows(rivers(), lambda o: replace(o, note="A note.") if is_july(o) else o))
    whole, _ = assemble.assemble(later, draw)
    first, now = "2021-03-01", str(LATER)
    told = {name: json.loads(whole.assets[f"data/{name}"].content) for name in _NAMED}
    for name, last in zip(_NAMED[:3], (now, first, now), strict=True):
        dates = {one["dateType"]: one["date"] for one in told[name]["dates"]}
        assert (dates["Issued"], dates["Updated"]) == (first, last)
        assert told[name]["publicationYear"] == "2021"
    assert [told[name]["created"] for name in _NAMED[3:]] == [f"{first}T00:00:00Z"] * 2
    head = whole.heads["datasets/gauge-levels.html"]
    assert '<meta name="citation_publication_date" content="2021/03/01">' in head
    assert f'"datePublished":"{first}","dateModified":"{now}"' in head


_NAMED = (
    "gauge-levels.datacite.json",
    "flood-peaks.datacite.json",
    "datacite.json",
    "gauge-levels.datapackage.json",
    "datapackage.json",
)


def test_a_preview_knows_the_days_of_the_last_site_until_a_figure_is_saved() -> None:
    built = after(rivers())
    preview = replace(built, briefings={}, previous=built)
    assert days(preview) is days(built)
    assert in_hand(preview) is in_hand(built)
    saved = replace(with_rows(built, lambda o: replace(o, note="A note.") if is_july(o) else o), previous=built)
    assert days(saved)["gauge-levels"] == (date(2021, 3, 1), LATER)
    assert in_hand(saved) != in_hand(built)
    longer = with_rows(built, lambda o: replace(o, value=o.value + Decimal("0.0")) if o.value is not None else o)
    assert in_hand(replace(longer, previous=built)) == in_hand(longer) != in_hand(built)
