"""What an edition says beside its figures: what they count, what happened, and which briefings quote them; and what is told when it changes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.analysis.history.releases import differences_between, in_hand
from generators.analysis.history.snapshot import key_of
from generators.checks.changed_definitions import changed_definitions
from generators.checks.correction_references import correction_references
from generators.checks.immutable_releases import immutable_releases
from generators.checks.stale_quotations import stale_quotations
from generators.checks.withdrawals_explained import withdrawals_explained
from generators.exports.data.edition_diffs import release_differences
from generators.model import Catalog, Event, FigureKey, FigureRecord, Moved, Observation, Revision
from generators.model.problems import report
from generators.pages.editions import releases
from generators.pages.timeline import timeline_page
from tests.fixtures.released_sites import (
    LATER,
    LEVELS,
    WITHOUT_JULY,
    after,
    correction,
    of_figures,
    released,
    with_meaning,
    with_rows,
)
from tests.fixtures.river_site import rivers

MEANINGS: Mapping[str, object] = {
    "population": "noon and night readings",
    "unit": "metres",
    "kind": "estimate",
    "concept": "low-water",
    "definition": "Mean of all readings.",
    "excludes": "Nothing.",
    "method": "Read from a drawing.",
    "coverage": "January 2020.",
    "breaks": (),
    "claims_of": "perpetrator",
}


@pytest.mark.parametrize("key", MEANINGS)
def test_whom_a_released_figure_counts_does_not_change_in_silence(key: str) -> None:
    """Told once and not row by row, refused under the version that has it otherwise, and without a reason."""
    later = with_meaning(rivers(), **{key: MEANINGS[key]})
    found = differences_between(released(rivers()), in_hand(later), after(later))
    assert {one.how for one in found} == {"described anew"}
    assert {one.record.kind for one in found} == {"definition"}
    assert len(found) <= len(later.datasets[LEVELS].indicators)
    same = replace(later, releases=(released(rivers()),))
    assert "as released on 2021-03-01" in report(immutable_releases(same))
    told = report(changed_definitions(after(later)))
    assert told.count("\n") == 0
    assert told.startswith("data/levels/gauge-levels.yml:")
    assert "data/corrections.yml with rows: [gauge-levels]" in told
    assert report(changed_definitions(replace(after(later), corrections=(correction(LEVELS),)))) == ""


def test_a_definition_that_changed_is_told_once_with_its_reason() -> None:
    later = with_meaning(rivers(), excludes="Nothing.", population="noon and night readings")
    catalog = replace(after(later), corrections=(correction(LEVELS),))
    (told,) = of_figures(catalog)
    assert (told.title, told.day) == ("3 definitions described anew: Monthly mean level at three gauges", LATER)
    assert told.figures[0].words == (
        "Before: Days on which the gauge was frozen or under repair. Now: Nothing. Reason: Because."
    )
    page = next(page for page in releases(catalog) if page.path == "releases/1.0.0-to-1.1.0.md")
    assert "Days on which the gauge was frozen" in page.markdown
    (table,) = release_differences(catalog)
    rows = table.content.decode().splitlines()
    assert len(rows) == 4
    assert all(
        row.startswith("described anew,definition,gauge-levels,") and row.endswith(",Because.") for row in rows[1:]
    )


def test_a_new_dataset_brings_its_definition_without_a_word() -> None:
    without = {name: dataset for name, dataset in rivers().datasets.items() if name != LEVELS}
    (told,) = of_figures(after(rivers(), released(replace(rivers(), datasets=without, judgements={}))))
    assert "figures added" in told.title


def with_events(change: Callable[[Event], Event | None]) -> Catalog:
    """The rivers after their release, with events changed, or left away where the change is None."""
    return after(replace(rivers(), events=tuple(filter(None, map(change, rivers().events)))))


def moved(event: Event) -> bool:
    return event.date.text == "2020-06"


EVENT = "Gauge at Birch Weir moved. The board rebuilt the gauge and moved its datum (source: Vell River Board)."
OF_EVENTS: Mapping[str, tuple[Callable[[Event], Event | None], str]] = {
    "withdrawn": (lambda e: None if moved(e) else e, f"Before: {EVENT} Withdrawn. Reason: Because."),
    "revised": (
        lambda e: replace(e, title="Gauge moved") if moved(e) else e,
        f"Before: {EVENT} Now: {EVENT.replace('Gauge at Birch Weir moved', 'Gauge moved')} Reason: Because.",
    ),
    "described anew": (
        lambda e: replace(e, sources=e.sources * 2) if moved(e) else e,
        f"Its details have changed, not the event: {EVENT} Reason: Because.",
    ),
}


@pytest.mark.parametrize("how", OF_EVENTS)
def test_what_became_of_an_event_is_told_with_its_day_and_reason(how: str) -> None:
    change, words = OF_EVENTS[how]
    catalog = replace(with_events(change), corrections=(correction("events/levels@2020-06@RV-B"),))
    (told,) = of_figures(catalog)
    assert (told.title, told.day, told.of_data) == (f"1 event {how}: River levels", LATER, True)
    assert [(one.figure, one.words) for one in told.figures] == [
        ("Event, below the mill, Birch Weir, June 2020", words)
    ]
    assert told.topics == {"levels"}
    page = next(page for page in releases(catalog) if page.path == "releases/1.0.0-to-1.1.0.md")
    assert "Gauge at Birch Weir moved" in page.markdown


def test_an_event_that_came_is_told() -> None:
    without = replace(rivers(), events=rivers().events[1:])
    (told,) = of_figures(after(rivers(), released(without)))
    assert told.title == "1 event added: River levels"


def test_an_event_that_was_released_does_not_vanish_without_a_reason() -> None:
    catalog = with_events(OF_EVENTS["withdrawn"][0])
    told = report(withdrawals_explained(catalog))
    assert told.startswith(
        'data/releases/1.0.0.csv:1:1  withdrawn: found "Event, below the mill, Birch Weir, June 2020: '
    )
    assert "rows: ['events/levels@2020-06@RV-B@below the mill']" in told
    corrected = replace(catalog, corrections=(correction("events/levels@2020-06@RV-B@below the mill"),))
    assert report(withdrawals_explained(corrected)) == ""
    same = replace(catalog, edition=rivers().edition)
    assert 'found "1.0.0 with one event less"' in report(immutable_releases(same))


@pytest.mark.parametrize("text", ["gauge-levels", "events/levels@2020-06@RV-B", "gauge-level", "events/levels@2042"])
def test_a_correction_may_name_an_event_or_a_whole_dataset(text: str) -> None:
    catalog = replace(with_events(OF_EVENTS["withdrawn"][0]), corrections=(correction(text),))
    known = text in {"gauge-levels", "events/levels@2020-06@RV-B"}
    assert (report(correction_references(catalog)) == "") is known


def test_a_site_whose_last_event_is_withdrawn_keeps_the_page_that_tells_of_it() -> None:
    (page,) = timeline_page(with_events(lambda _: None))
    assert page.changed == LATER
    assert [*timeline_page(replace(rivers(), events=()))] == []


QUOTED = FigureKey("gauge-levels", "level", "RV-A", "2020-01", "Vell River Board", "")


def requoted(change: Mapping[str, object], *revised: date) -> Catalog:
    """The rivers after their release with another figure where the briefing quotes one, and revisions of those days."""

    def changed(o: Observation) -> Observation | None:
        if key_of(o) != QUOTED:
            return o
        return replace(o, **change) if change else None  # type: ignore[arg-type]

    (slug, briefing), *_ = rivers().briefings.items()
    revisions = (*briefing.revisions, *(Revision(date=day, change="Another level.") for day in revised))
    catalog = after(with_rows(rivers(), changed))
    return replace(catalog, briefings={slug: replace(briefing, revisions=revisions)})


@pytest.mark.parametrize(
    "change",
    [{"value": Decimal(7)}, {"lower": Decimal(7)}, {"upper": Decimal(7)}, {"qualifier": "about"}, {}],
    ids=["value", "lower", "upper", "qualifier", "withdrawn"],
)
def test_a_briefing_whose_figure_changed_says_so(change: Mapping[str, object]) -> None:
    told = report(stale_quotations(requoted(change)))
    assert told.startswith(
        "content/briefings/river-levels.md:10:3  revisions: found nothing, expected a revision after"
    )
    assert "edition 1.0.0 of 2021-03-01: Mean level, Alder Bridge, January 2020, was 212 centimetres, now" in told
    assert "'- date: 2021-06-01'" in told
    assert report(stale_quotations(requoted(change, date(2021, 3, 1)))) == told
    assert report(stale_quotations(requoted(change, date(2021, 3, 2)))) == ""


def test_a_briefing_that_has_moved_still_says_so() -> None:
    catalog = requoted({"value": Decimal(7)})
    (briefing,) = catalog.briefings.values()
    entry = Moved(
        page="briefings/river-levels.md", to="briefings/gauges.md", date=LATER, why="A test.", where=briefing.where
    )
    moved = replace(catalog, briefings={"gauges": replace(briefing, slug="gauges")}, moved={entry.page: entry})
    assert "edition 1.0.0 of 2021-03-01: Mean level, Alder Bridge" in report(stale_quotations(moved))
    assert report(stale_quotations(replace(moved, moved={}))) == ""


def test_a_briefing_need_not_tell_of_a_figure_that_it_does_not_quote_or_of_another_document() -> None:
    other = rivers().sources["ferry-post-2019"]
    assert report(stale_quotations(WITHOUT_JULY)) == ""
    assert report(stale_quotations(requoted({"source": other, "note": "A note."}))) == ""


def test_a_figure_typed_with_another_number_of_decimals_is_another_text() -> None:
    """Records are kept by their row, and equal numbers make equal rows."""
    name, dataset = next((name, d) for name, d in rivers().datasets.items() if d.observations[0].value is not None)
    first, *rest = dataset.observations
    assert first.value is not None
    finer = replace(first, value=first.value.quantize(Decimal("0.0")))
    assert finer == first
    catalog = replace(rivers(), datasets={**rivers().datasets, name: replace(dataset, observations=(finer, *rest))})
    before, after_typing = (in_hand(each).records[key_of(first)] for each in (rivers(), catalog))
    assert isinstance(before, FigureRecord)
    assert isinstance(after_typing, FigureRecord)
    assert (after_typing.value, after_typing.digest != before.digest) == (f"{before.value}.0", True)
