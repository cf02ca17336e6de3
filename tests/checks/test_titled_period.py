"""A chart's title and what it draws agree on the time."""

from dataclasses import replace

import pytest

from generators.checks.titled_period import titled_period
from generators.model.problems import report
from tests.fixtures.chart_catalog import CHARTS, gauges


def told(title: str, subtitle: str = "", kind: str = "columns") -> str:
    """What is said of a chart of the months from January to August 2020."""
    spec = replace(CHARTS[kind], title=title, subtitle=subtitle)
    return report(titled_period(replace(gauges(), charts={spec.slug: spec})))


@pytest.mark.parametrize(
    "title",
    [
        "Houses flooded",
        "Houses flooded, January to August 2020",
        "Houses flooded, Jan–Aug 2020",
        "Houses flooded from January 2020 to 30 August 2020",
        "Houses flooded in 2020",
        "Houses flooded since January 2020",
        "Houses flooded until 2020",
        "It May rain: houses flooded in the March of the dykes",
        "2,020 houses",
    ],
)
def test_a_title_that_names_the_time_drawn_or_none(title: str) -> None:
    assert told(title) == ""


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Houses flooded, January to June 2020", "January to June 2020"),
        ("Houses flooded, March to August 2020", "March to August 2020"),
        ("Houses flooded, January to December 2020", "January to December 2020"),
        ("Houses flooded, 2019 to 2020", "2019 to 2020"),
        ("Houses flooded, January and February 2020", "January and February 2020"),
        ("Houses flooded in May 2020", "May 2020"),
        ("Houses flooded in 2021", "2021"),
        ("Houses flooded since May 2020", "May 2020"),
        ("Houses flooded before February 2020", "February 2020"),
    ],
)
def test_a_title_that_names_another_time(title: str, found: str) -> None:
    assert told(title) == (
        f'content/charts/example.yml:1:1  title: found "{found}", expected the period drawn, January 2020 to '
        "August 2020. Write that period, or select the figures with period:."
    )


def test_a_subtitle_may_name_other_days_but_no_other_span() -> None:
    assert told("Houses flooded", "As printed in May 2021") == ""
    assert 'subtitle: found "March to June 2020"' in told("Houses flooded", "March to June 2020")


def test_a_chart_of_events_too() -> None:
    assert told("Events, 2019 to 2020", kind="timeline") == ""
    assert "expected the period drawn, 2019 to 20 December 2020" in told("Events of 2019", kind="timeline")
