"""A released figure that changes needs its reason; what says nothing else of it needs none."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.checks.revised_reasons import revised_reasons
from generators.model import Catalog
from generators.model.problems import report
from tests.fixtures.released_sites import LEVELS, after, correction, is_july, with_rows
from tests.fixtures.river_site import rivers

JULY = "gauge-levels/level@2020-07@RV-C"
OTHER: Mapping[str, object] = {
    "value": Decimal(2550),
    "lower": Decimal(200),
    "upper": Decimal(300),
    "qualifier": "about",
    "wording": "hundreds",
    "source": rivers().sources["ferry-post-2019"],
}
FREE: Mapping[str, object] = {"checked": False, "note": "A note.", "locator": "page 2", "collected": "levels:x"}


def changed(**parts: object) -> Catalog:
    """The rivers with another figure for July, as an edition after the release."""
    return after(with_rows(rivers(), lambda o: replace(o, **parts) if is_july(o) else o))  # type: ignore[arg-type]


def test_the_message_names_the_row_s_line_both_figures_and_what_to_type() -> None:
    assert report(revised_reasons(changed(value=Decimal(2550)))) == (
        'data/levels/gauge-levels.csv:23:20  value: found "2550", expected 255, as in edition 1.0.0 of 2021-03-01 (Mean '
        "level, Cress Lock, July 2020: 255 centimetres), or the reason for the change. Write a correction dated after "
        f"2021-03-01 in data/corrections.yml with rows: ['{JULY}@Vell River Board'], or restore the released version."
    )


@pytest.mark.parametrize("part", OTHER)
def test_each_part_of_a_figure_needs_a_reason(part: str) -> None:
    catalog = changed(**{part: OTHER[part]})
    assert f"  {part}: found " in report(revised_reasons(catalog))
    assert report(revised_reasons(replace(catalog, corrections=(correction(JULY),)))) == ""


@pytest.mark.parametrize("part", FREE)
def test_what_is_no_part_of_the_figure_needs_none(part: str) -> None:
    assert report(revised_reasons(changed(**{part: FREE[part]}))) == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (JULY, date(2021, 3, 1)),
        ("gauge-levels/level@2020-06@RV-C", date(2021, 6, 1)),
        (LEVELS, date(2021, 6, 1)),
    ],
    ids=["before the release", "of another row", "of a definition"],
)
def test_another_correction_is_no_reason(text: str, day: date) -> None:
    catalog = replace(changed(value=Decimal(2550)), corrections=(correction(text, day),))
    assert report(revised_reasons(catalog)).count("\n") == 0
    assert report(revised_reasons(catalog)) != ""


def test_a_correction_may_name_all_rows_of_an_indicator() -> None:
    catalog = after(with_rows(rivers(), lambda o: replace(o, value=Decimal(7)) if o.value else o))
    assert report(revised_reasons(catalog)).count("\n") > 5
    ledger = (correction("gauge-levels/level@"), correction("gauge-levels/days-above-mark@"))
    left = report(revised_reasons(replace(catalog, corrections=ledger)))
    assert "level" not in {line.split("'")[1].split("/")[1].split("@")[0] for line in left.splitlines()}


def test_an_event_whose_text_changes_needs_a_reason() -> None:
    first, *others = rivers().events
    other = replace(first, summary="It was a larger flood.")
    catalog = after(replace(rivers(), events=(other, *others)))
    told = report(revised_reasons(catalog))
    assert told.startswith(f"{first.where.part('title')}  title: found ")
    assert "It was a larger flood." in told
    named = told.split("'")[1]
    assert report(revised_reasons(replace(catalog, corrections=(correction(named),)))) == ""


def test_under_the_released_version_the_message_says_to_raise_it_too() -> None:
    same = replace(changed(value=Decimal(2550)), edition=rivers().edition)
    assert "Raise version and date in content/site.yml, and write a correction" in report(revised_reasons(same))
