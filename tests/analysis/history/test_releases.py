"""Releases as values: what is kept, what differs, what is gone and why; and the checks that hold them to it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generators.analysis.history.releases import differences_between, gone, in_hand, release_csv
from generators.checks.correction_references import correction_references
from generators.checks.immutable_releases import immutable_releases
from generators.checks.withdrawals_explained import withdrawals_explained
from generators.exports.feeds import feed_files
from generators.load.formats.reading import gathered
from generators.load.releases import load_releases
from generators.model import Catalog, LeftOut
from generators.model.problems import report
from generators.pages.editions import releases
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.released_sites import (
    HERE,
    JULY,
    LATER,
    LEVELS,
    WITHOUT_JULY,
    after,
    correction,
    is_july,
    of_figures,
    released,
    with_rows,
)
from tests.fixtures.river_site import rivers


@pytest.mark.parametrize("catalog", [rivers, *SLOW_OWN])
def test_a_release_is_read_as_it_was_written(catalog: Callable[[], Catalog], tmp_path: Path) -> None:
    release = released(catalog())
    (tmp_path / "data/releases").mkdir(parents=True)
    (tmp_path / release.path).write_text(release_csv(release), encoding="utf-8")
    assert gathered(load_releases(tmp_path)) == ((release,), ())


def test_releases_are_in_the_order_of_their_versions(tmp_path: Path) -> None:
    (tmp_path / "data/releases").mkdir(parents=True)
    for version in ("0.10.0", "0.9.0"):
        release = released(rivers(), version)
        (tmp_path / release.path).write_text(release_csv(release), encoding="utf-8")
    found, _ = gathered(load_releases(tmp_path))
    assert [release.version for release in found] == ["0.9.0", "0.10.0"]


CHANGES: Mapping[str, dict[str, object]] = {
    "revised": {"value": Decimal(254)},
    "described anew": {"note": "A note."},
    "withdrawn": {},
}


@pytest.mark.parametrize("how", CHANGES)
def test_what_differs(how: str) -> None:
    change = CHANGES[how]
    later = with_rows(rivers(), lambda o: (replace(o, **change) if change else None) if is_july(o) else o)  # type: ignore[arg-type]
    (found,) = differences_between(released(rivers()), in_hand(later), after(later))
    assert (found.how, found.record.key) == (how, JULY)
    (back,) = differences_between(released(later), in_hand(rivers()), after(rivers()))
    assert back.how == ("added" if how == "withdrawn" else how)


def test_the_feed_of_the_data_tells_what_became_of_figures() -> None:
    catalog = replace(WITHOUT_JULY, corrections=(correction("gauge-levels/level@2020-07@RV-C"),))
    (told,) = of_figures(catalog)
    assert told.title == f"1 figure withdrawn: {catalog.datasets[LEVELS].title}"
    assert (told.day, told.page, told.of_data) == (LATER, "releases/1.0.0-to-1.1.0.md", True)
    (later,) = of_figures(after(catalog, released(rivers()), released(catalog, "1.1.0", LATER)))
    assert (later.name, later.page) == (told.name, told.page)
    assert {told.page} <= {page.path for page in releases(catalog)}


SAID = "255 centimetres (said by Vell River Board; source:"
TOLD = {
    "revised": f"Before: {SAID} The Ferry Post). Now: 254 centimetres (said by Vell River Board; source: Vell River Board). "
    "Reason: Because.",
    "described anew": f"Its details have changed, not the figure: {SAID} The Ferry Post). Reason: Because.",
    "withdrawn": f"Before: {SAID} The Ferry Post). Withdrawn. Reason: Because.",
    "added": f"Added: {SAID} The Ferry Post).",
}


@pytest.mark.parametrize("how", TOLD)
def test_a_feed_says_of_each_figure_what_it_said_and_says_by_whom_and_why(how: str) -> None:
    post, board = rivers().sources["ferry-post-2019"], rivers().sources["vell-almanac-2020"]
    change = CHANGES.get(how, {}) | ({"source": board} if how == "revised" else {})
    before = with_rows(rivers(), lambda o: replace(o, source=post) if is_july(o) else o)
    later = with_rows(before, lambda o: (replace(o, **change) if change else None) if is_july(o) else o)  # type: ignore[arg-type]
    old, new = (later, before) if how == "added" else (before, later)
    ledger = (correction("gauge-levels/level@2020-07@RV-C"),)
    (told,) = of_figures(replace(after(new, released(old)), corrections=ledger))
    (figure,) = told.figures
    assert (figure.figure, figure.words) == ("Mean level, Cress Lock, July 2020", TOLD[how])
    assert figure.page == "datasets/gauge-levels.md#level.rv-c.2020-07"


def test_a_feed_leads_to_each_row_and_says_so_where_nobody_named_a_reason() -> None:
    catalog = after(with_rows(rivers(), lambda o: replace(o, value=Decimal(254)) if is_july(o) else o))
    (atom,) = (asset.content.decode() for asset in feed_files(catalog) if asset.path == "feeds/data.atom")
    assert '&lt;a href="https://vell.example/datasets/gauge-levels.html#level.rv-c.2020-07"&gt;' in atom
    assert '&lt;a href="https://vell.example/releases/1.0.0-to-1.1.0.html"&gt;' in atom
    assert "Reason: No reason is stated." in atom


@pytest.mark.parametrize("part", ["value", "lower", "upper", "qualifier", "wording"])
def test_any_part_of_a_figure_makes_it_another(part: str) -> None:
    change = {"qualifier": "about", "wording": "hundreds"}.get(part, Decimal(7))
    later = with_rows(rivers(), lambda o: replace(o, **{part: change}) if is_july(o) else o)  # type: ignore[arg-type]
    (found,) = differences_between(released(rivers()), in_hand(later), later)
    assert found.how == "revised"


def test_a_correction_gives_the_reason_between_the_two_editions_alone() -> None:
    ledger = tuple(correction("gauge-levels/level@2020-07@RV-C", day) for day in (date(2021, 2, 1), LATER))
    ledger = (replace(ledger[0], why="Too early."), ledger[1], correction("gauge-levels/level@2020-06@RV-C"))
    catalog = replace(WITHOUT_JULY, corrections=ledger)
    (found,) = differences_between(catalog.releases[0], in_hand(catalog), catalog)
    assert found.reasons == ("Because.",)


def test_a_withdrawn_figure_needs_a_reason() -> None:
    told = report(withdrawals_explained(WITHOUT_JULY))
    assert told.startswith('data/releases/1.0.0.csv:1:1  withdrawn: found "Mean level, Cress Lock, July 2020: 255 cent')
    assert "rows: ['gauge-levels/level@2020-07@RV-C@Vell River Board']" in told
    corrected = replace(WITHOUT_JULY, corrections=(correction("gauge-levels/level@2020-07@RV-C"),))
    assert report(withdrawals_explained(corrected)) == ""
    left = LeftOut(
        what="observation",
        collected="levels:level-c-07",
        value="255",
        lower="",
        upper="",
        reason="Twice.",
        kept_as="",
        where=HERE,
    )
    assert report(withdrawals_explained(replace(WITHOUT_JULY, left_out=(left,)))) == ""


def test_what_a_definition_changed_for_is_no_reason_for_a_figure() -> None:
    assert report(withdrawals_explained(replace(WITHOUT_JULY, corrections=(correction("gauge-levels"),)))) != ""
    left = {name: dataset for name, dataset in rivers().datasets.items() if name != LEVELS}
    whole = after(replace(rivers(), datasets=left))
    assert report(withdrawals_explained(whole)) != ""
    assert report(withdrawals_explained(replace(whole, corrections=(correction("gauge-levels"),)))) == ""


def test_a_correction_of_another_time_is_no_reason() -> None:
    early = correction("gauge-levels/level@2020-07@RV-C", date(2021, 2, 28))
    assert report(withdrawals_explained(replace(WITHOUT_JULY, corrections=(early,)))) != ""


def test_a_figure_that_came_back_is_not_gone() -> None:
    between = released(WITHOUT_JULY, "1.0.1")
    back = after(rivers(), released(rivers()), between)
    assert report(withdrawals_explained(back)) == ""
    assert gone(back) == ()


@pytest.mark.parametrize("change", [{"value": Decimal(254)}, {}], ids=["changed", "withdrawn"])
def test_a_released_version_keeps_its_figures(change: dict[str, object]) -> None:
    later = with_rows(rivers(), lambda o: (replace(o, **change) if change else None) if is_july(o) else o)  # type: ignore[arg-type]
    same = replace(later, releases=(released(rivers()),))
    told = report(immutable_releases(same))
    assert told.startswith('content/site.yml:6:10  version: found "1.0.0 with ')
    assert "expected Mean level, Cress Lock, July 2020: 255 centimetres, as released on 2021-03-01." in told
    assert report(immutable_releases(after(later))) == ""


def test_several_changes_of_a_released_version_are_one_mistake() -> None:
    fewer = with_rows(rivers(), lambda o: o if is_july(o) else None)
    told = report(immutable_releases(replace(fewer, releases=(released(rivers()),))))
    assert "\n" not in told
    assert re.search(r" with one \w+ less, and \d+ other changes\"", told)


@pytest.mark.parametrize(
    "text", ["gauge-levels/level@2020-07@RV-C", "gauge-levels/level@2020-06", "gauge-levels/level@@RV-C"]
)
def test_a_correction_may_name_a_row_that_is_or_was(text: str) -> None:
    assert report(correction_references(replace(WITHOUT_JULY, corrections=(correction(text),)))) == ""


@pytest.mark.parametrize("text", ["gauge-levels/level@2042", "gauge-level/level@2020-07", "Cress Lock"])
def test_a_correction_may_name_no_other_row(text: str) -> None:
    told = report(correction_references(replace(WITHOUT_JULY, corrections=(correction(text),))))
    assert told.startswith(f'data/corrections.yml:2:1  rows: found "{text}", expected a reference to a row')


def test_a_correction_explains_the_change_that_it_was_made_for_and_no_later_one() -> None:
    first, second = released(rivers()), released(with_rows(rivers(), lambda o: replace(o, note="A.")), "1.1.0", LATER)
    catalog = after(with_rows(rivers(), lambda o: replace(o, note="B.")), first, second)
    catalog = replace(
        catalog,
        corrections=(correction("gauge-levels/level@2020-07"),),
        edition=replace(catalog.edition, version="1.2.0", date=date(2021, 9, 1)),
    )
    now = in_hand(catalog)
    told = [
        {one.record.key: one.reasons for one in differences_between(*pair, catalog)}
        for pair in ((first, second), (second, now))
    ]
    assert [each[JULY] for each in told] == [("Because.",), ()]
