"""What must hold of the whole: one row for each way to break it, and the small site breaks nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from generators.checks import CHECKS, Check
from generators.checks.chart_references import chart_references
from generators.checks.collected_once import collected_once
from generators.checks.known_topics import known_topics
from generators.checks.unique_keys import unique_keys
from generators.checks.unique_urls import unique_urls
from generators.checks.value_bounds import value_bounds
from generators.exports import FROM_CATALOG, FROM_FILES
from generators.model import Asset, Catalog, ChartSpec, Observation
from generators.model.problems import Where, report
from generators.urls.paths import OF_ALL_DATA
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.__name__))
def test_the_small_site_passes(check: Check) -> None:
    assert report(check(rivers())) == ""


def with_first_peak(change: Callable[[Observation], Observation]) -> Catalog:
    """The small site with one statement changed."""
    peaks = rivers().datasets["flood-peaks"]
    changed = replace(peaks, observations=(change(peaks.observations[0]), *peaks.observations[1:]))
    return replace(rivers(), datasets={**rivers().datasets, "flood-peaks": changed})


def with_chart(change: Callable[[ChartSpec], ChartSpec]) -> Catalog:
    """The small site with one chart changed."""
    return replace(rivers(), charts={"levels": change(rivers().charts["levels"])})


def test_a_row_is_not_there_twice() -> None:
    second = rivers().datasets["flood-peaks"].observations[1]
    broken = with_first_peak(lambda _: replace(second, value=Decimal(1)))
    assert report(unique_keys(broken)) == (
        'data/levels/flood-peaks.csv:3:1  row: found "peak, RV-C, 2019-11-09, Lock keeper of Cress Lock", expected '
        "a key other than that of line 3. If they are two statements, distinguish them by said_by or as_of; if they are one, "
        "remove a row."
    )


@pytest.mark.parametrize(
    ("lower", "value", "upper", "told"),
    [
        ("5", None, "3", '2:26  lower: found "5", expected a number up to the upper end 3.'),
        ("5", "4", "6", '2:22  value: found "4", expected a number from the lower end 5.'),
        ("5", "7", "6", '2:22  value: found "7", expected a number up to the upper end 6.'),
        (None, "7", "6", '2:22  value: found "7", expected a number up to the upper end 6.'),
        ("5", "5", "5", ""),
        (None, None, None, ""),
    ],
)
def test_a_value_lies_between_its_ends(lower: str | None, value: str | None, upper: str | None, told: str) -> None:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    broken = with_first_peak(lambda o: replace(o, lower=number(lower), value=number(value), upper=number(upper)))
    advice = " Check that lower, value and upper are in the right columns."
    assert report(value_bounds(broken)) == (f"data/levels/flood-peaks.csv:{told}{advice}" if told else "")


def test_a_collected_row_is_kept_once() -> None:
    broken = with_first_peak(lambda o: replace(o, collected="levels:peak-2"))
    assert report(collected_once(broken)) == (
        'data/levels/flood-peaks.csv:3:114  collected: found "levels:peak-2", expected a unique id. '
        "It is also at data/levels/flood-peaks.csv:2:1: a row is published once or excluded once."
    )


def test_a_collected_row_is_not_kept_and_left_out() -> None:
    broken = with_first_peak(lambda o: replace(o, collected="levels:level-a-01-again"))
    assert "data/LEFT_OUT.csv:2:13  collected:" in report(collected_once(broken))


def test_a_source_may_have_the_id_of_an_event() -> None:
    same = replace(rivers().events[0], collected="levels:almanac")
    assert report(collected_once(replace(rivers(), events=(same,)))) == ""


def test_every_topic_is_listed() -> None:
    config = replace(rivers().config, topics={})
    assert report(known_topics(replace(rivers(), config=config))).splitlines() == [
        'content/briefings/river-levels.md:3:8  topic: found "levels", expected a topic of content/site.yml.',
        'data/events.csv:2:12  topic: found "levels", expected a topic of content/site.yml.',
        'data/events.csv:3:9  topic: found "levels", expected a topic of content/site.yml.',
        'data/events.csv:4:12  topic: found "levels", expected a topic of content/site.yml.',
        'data/levels/flood-peaks.yml:1:1  folder: found "levels", expected a topic of content/site.yml.',
        'data/levels/gauge-levels.yml:1:1  folder: found "levels", expected a topic of content/site.yml.',
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda c: replace(c, series=(("gauge-level", "level"),)),
            '4:9  series: found "gauge-level/level", expected a dataset before the slash. Did you mean gauge-levels?',
        ),
        (
            lambda c: replace(c, series=(("gauge-levels", "height"),)),
            '4:9  series: found "gauge-levels/height", expected an indicator of gauge-levels after the slash. '
            "Known: level, low-days.",
        ),
        (
            lambda c: replace(c, places=("RV-A", "RV-D")),
            '5:9  places: found "RV-D", expected the code of a place. Known: RV-A, RV-B, RV-C, upper-vell.',
        ),
        (
            lambda c: replace(c, topic="level"),
            '1:1  topic: found "level", expected a topic of content/site.yml. Did you mean levels?',
        ),
    ],
)
def test_what_a_chart_names_exists(change: Callable[[ChartSpec], ChartSpec], told: str) -> None:
    assert report(chart_references(with_chart(change))) == f"content/charts/levels.yml:{told}"


def test_each_is_a_word_for_every_place() -> None:
    assert report(chart_references(with_each("levels-rv-a"))) == ""


def with_each(card: str) -> Catalog:
    """The small site with one chart for every place, and that chart on the briefing's card."""
    briefing = replace(rivers().briefings["river-levels"], card_chart=card)
    each = with_chart(lambda chart: replace(chart, places=("each",)))
    return replace(each, briefings={"river-levels": briefing})


@pytest.mark.parametrize(
    ("card", "told"),
    [
        (
            "levels-rv-d",
            "the name of a chart in content/charts. Known: levels-rv-a, levels-rv-b, levels-rv-c.",
        ),
        (
            "levels",
            "the name of one chart. It declares one chart per place: name one of them. "
            "Known: levels-rv-a, levels-rv-b, levels-rv-c.",
        ),
    ],
)
def test_a_card_shows_one_chart(card: str, told: str) -> None:
    assert report(chart_references(with_each(card))) == (
        f'content/briefings/river-levels.md:8:13  card_chart: found "{card}", expected {told}'
    )


def test_no_chart_of_a_place_takes_the_name_of_another() -> None:
    each = with_each("levels-rv-a")
    named = replace(rivers().charts["peaks"], slug="levels-rv-b")
    assert report(chart_references(replace(each, charts={**each.charts, "levels-rv-b": named}))) == (
        'content/charts/peaks.yml:1:1  chart: found "levels-rv-b", expected a unique chart name. '
        "content/charts/levels.yml generates a chart of that name: rename one of the two files."
    )


@pytest.mark.parametrize("kept_as", ["levels:peak-9", "levels:almanac"])
def test_a_row_left_out_is_kept_as_one_of_its_sort(kept_as: str) -> None:
    row = replace(rivers().left_out[0], kept_as=kept_as)
    assert f'kept_as: found "{kept_as}", expected a blank, or the id in collected of a published observation' in report(
        collected_once(replace(rivers(), left_out=(row,)))
    )


def test_no_briefing_has_the_name_of_another_s_document() -> None:
    (briefing,) = rivers().briefings.values()
    two = {
        slug: replace(briefing, slug=slug, where=Where(path=f"content/briefings/{slug}.md"))
        for slug in ("a", "a-brief")
    }
    told = report(unique_urls(replace(rivers(), briefings=two)))
    assert told.startswith('content/briefings/a-brief.md:1:1  file name: found "a-brief", expected a name whose')
    assert "briefings/a-brief.pdf, is not taken" in told
    assert told.count("\n") == 0


def test_two_places_do_not_share_an_address() -> None:
    place = rivers().places["RV-A"]
    broken = replace(
        rivers(), places={**rivers().places, "rv-a": replace(place, code="rv-a", where=Where(path=place.where.path))}
    )
    assert report(unique_urls(broken)).startswith('data/places.csv:1:1  code: found "rv-a", expected a name whose')


def test_every_file_of_the_data_folder_is_a_dataset_s_or_reserved() -> None:
    """What an export puts beside the datasets' files must be in the list of names that no dataset has."""
    made: list[Asset] = [asset for export in FROM_CATALOG for asset in export(rivers())]
    for packed in FROM_FILES:
        made += packed(rivers(), made)
    names = {re.split(r"[/.]", asset.path)[1].lower() for asset in made if asset.path.startswith("data/")}
    assert names <= {*rivers().datasets, *(re.split(r"[/.]", path)[1].lower() for path in OF_ALL_DATA), "index"}
