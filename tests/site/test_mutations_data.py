"""Faults of figures and of harm, planted in the real site: each check finds its own, and says where and what to type."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from generators.checks.blocked_links import blocked_links
from generators.checks.chart_requirements import chart_requirements
from generators.checks.incomparable_series import incomparable_series
from generators.checks.parts_within_total import parts_within_total
from generators.checks.personal_data import personal_data
from generators.checks.restricted_rows import restricted_rows
from generators.checks.small_cells import small_cells
from generators.checks.undeclared_conflicts import undeclared_conflicts
from generators.components.disagreement_panel import definition_facts
from generators.components.expressions import expand
from generators.exports.data.dataset_csv import csv_files
from generators.model import Catalog, Observation
from generators.model.problems import report
from generators.pages.datasets import datasets
from generators.pages.places import places
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow

DATA_CHECKS = (
    parts_within_total,
    undeclared_conflicts,
    personal_data,
    blocked_links,
    small_cells,
    restricted_rows,
    chart_requirements,
)


@pytest.mark.parametrize("check", DATA_CHECKS, ids=lambda check: str(check.__name__))
def test_the_real_site_passes(check: Callable[[Catalog], object]) -> None:
    assert list(check(real())) == []  # type: ignore[call-overload]


def row(dataset: str, **wanted: str) -> Observation:
    """The first row of the dataset with that indicator, place and period."""
    return next(
        o
        for o in real().datasets[dataset].observations
        if all(dict(zip(("indicator", "place", "period"), o.key, strict=False))[k] == v for k, v in wanted.items())
    )


def with_row(old: Observation, **change: object) -> Catalog:
    """The real site with one row changed."""
    dataset = real().datasets[old.dataset]
    rows = tuple(replace(o, **change) if o is old else o for o in dataset.observations)  # type: ignore[arg-type]
    return replace(real(), datasets={**real().datasets, old.dataset: replace(dataset, observations=rows)})


def with_text(markdown: str) -> Catalog:
    """The real site with a line at the end of a briefing."""
    briefing = real().briefings["prisons"]
    body = replace(briefing.body, markdown=f"{briefing.body.markdown}\n{markdown}\n")
    return replace(real(), briefings={**real().briefings, "prisons": replace(briefing, body=body)})


def test_a_governorate_above_its_country() -> None:
    part = row("wing-isis-incidents", indicator="incidents", place="IQ-DI", period="2022-12")
    total = row("wing-isis-incidents", indicator="incidents", place="IQ", period="2022-12")
    assert total.value is not None
    told = report(parts_within_total(with_row(part, value=total.value + 1)))
    assert told.splitlines()[0] == (
        f"data/comeback/wing-isis-incidents.csv:{part.where.line}:{part.where.part('value').column}  value: found "
        f'"{total.value + 1}", expected a number up to {total.value}, the figure of IQ on line {total.where.line}. Check '
        "the source: correct the figure or its place, or distinguish two counts by as_of or indicator."
    )


def test_governorates_that_add_up_to_more_than_the_country() -> None:
    total = row("wing-isis-incidents", indicator="incidents", place="IQ", period="2022-12")
    assert total.value is not None
    told = report(parts_within_total(with_row(total, value=total.value - 1)))
    assert f"data/comeback/wing-isis-incidents.csv:{total.where.line}:" in told
    assert "expected a sum of the parts of the place up to" in told


def test_a_second_figure_without_a_word() -> None:
    rows = real().datasets["ibc-snapshots"].observations
    old, other = next((o, p) for o in rows for p in rows if o.as_of and o.key[:4] == p.key[:4] and o.value != p.value)
    told = report(undeclared_conflicts(with_row(old, as_of=None, note="")))
    assert told == (
        f"{old.where.part('note')}  note: found nothing, expected a note or a date in as_of, because {other.where} "
        "has another figure for the same thing. Write the date of each statement in as_of, or the reason for the difference in note."
    )


@pytest.mark.parametrize(
    ("written", "found", "expected"),
    [
        ("The victim Karim Example was held.", "Karim Example", "no name of a private person"),
        ("He was a son of Karim al-Example.", "Karim al-Example", "no name of a private person"),
        ("Karim Example, aged 19, was held.", "Karim Example", "no name of a private person"),
        ("Karim Example, a detainee, said so.", "Karim Example", "no name of a private person"),
        ("Karim Example's brother said so.", "Karim Example", "no name of a private person"),
        ("A 19-year-old, Karim Example, was held.", "Karim Example", "no name of a private person"),
        ("Call +964 770 000 0000.", "+964 770 000 0000", "text without a telephone number"),
        ("Call 07700000000.", "07700000000", "text without a telephone number"),
        ("At 33.31234 N.", "33.31234 N", "text without coordinates with more than two decimals"),
        ("At 33°18'44\" N.", "33°18'4", "text without coordinates with more than two decimals"),
        ("The victims Karim Example and others.", "Karim Example", "no name of a private person"),
        ("Write to karim@example.org.", "karim@example.org", "text without an e-mail address"),
        ("Passport no. A1234567.", "Passport no. A1234567", "text without a document number"),
        ("At 33.31234, 44.36123.", "33.31234, 44.36123", "text without coordinates with more than two decimals"),
    ],
)
def test_a_private_person(written: str, found: str, expected: str) -> None:
    body = real().briefings["prisons"].body
    line = body.where.line + body.markdown.count("\n") + 1
    told = report(personal_data(with_text(written)))
    assert told.startswith(f'content/briefings/prisons.md:{line}:1  text: found "{found}", expected {expected}.')
    assert "\n" not in told


def test_a_place_that_is_too_exact() -> None:
    place = replace(real().places["IQ-BG"], latitude=Decimal("33.3012"))
    told = report(personal_data(replace(real(), places={**real().places, "IQ-BG": place})))
    assert told == (
        f'{place.where.part("latitude")}  latitude: found "33.3012", expected at most two decimals. Write 33.30: '
        "a more exact location could identify a person."
    )


def test_a_small_cell() -> None:
    old = row("children-women-detained")
    told = report(small_cells(with_row(old, value=Decimal(3), qualifier="exact", wording="")))
    assert told.startswith(f'{old.where.part("value")}  value: found "3", expected no exact figure of people below 5')
    assert 'Write "fewer than five" in wording' in told
    narrow = with_row(old, value=None, lower=Decimal(2), upper=Decimal(4), qualifier="exact", wording="")
    assert 'found "2 to 4"' in report(small_cells(narrow))


def test_links_that_nobody_vouches_for() -> None:
    told = report(blocked_links(with_text("See [this](https://amaq.example/a) and https://other.example/b.")))
    assert 'text: found "https://amaq.example/a", expected no host that matches refused_hosts' in told
    assert 'text: found "https://other.example/b", expected a link to the host of a source' in told


def test_a_chart_of_two_series_that_must_not_be_compared() -> None:
    pair = real().incomparable[0]
    chart = replace(real().charts["ucdp-iraq"], series=(pair.a, pair.b))
    told = report(incomparable_series(replace(real(), charts={"ucdp-iraq": chart})))
    assert told.startswith(f"{chart.where.part('series')}  series: found ")
    assert f"expected series that may be compared. Make a chart for each series. {pair.where}: {pair.why}" in told


def test_a_part_above_its_whole_is_in_no_share() -> None:
    part = row("unami-governorates", indicator="killed", place="IQ-BG", period="2018-02")
    told = report(chart_requirements(with_row(part, value=Decimal(92))))
    chart = real().charts["unami-governorates-2018"]
    assert told.startswith(f'{chart.where.part("series")}  series: found "at least 91 and its parts, February 2018", ')


def test_a_share_with_a_printed_conflict_is_refused() -> None:
    """The speaker's figures of April 2025 by nationality make more than the figure of all."""
    parts = tuple(("al-hol-population", name) for name in ("everyone", "iraqis", "syrians", "others"))
    share = replace(real().charts["unami-governorates-2018"], series=parts, places=(), period=None)
    told = report(chart_requirements(replace(real(), charts={share.slug: share})))
    assert 'found "34,927 and its parts, 14 April 2025"' in told


def test_a_revision_of_two_speakers_is_refused() -> None:
    rows = real().datasets["ibc-snapshots"].observations
    first = next(o for o in rows if o.key[2] == "2014-06")
    told = report(chart_requirements(with_row(first, said_by="Somebody else")))
    chart = real().charts["ibc-june-2014"]
    assert told.startswith(f"{chart.where.part('series')}  series: found ")
    assert "expected figures of one speaker for one concept, place and period" in told


def test_a_panel_says_what_must_not_be_compared() -> None:
    pair = real().incomparable[0]
    both = [real().series(*series)[0] for series in (pair.a, pair.b)]
    assert definition_facts("x.md", real(), both).count("Must not be compared with") == 2
    assert "Must not be compared with" not in definition_facts("x.md", real(), both[:1])


def without_rows(name: str) -> Catalog:
    """The real site with a dataset whose licence lets no rows leave."""
    dataset = replace(real().datasets[name], redistributable=False)
    return replace(real(), datasets={**real().datasets, name: dataset})


def test_rows_that_must_not_leave_are_in_no_chart() -> None:
    told = report(restricted_rows(without_rows("gtd")))
    chart = real().charts["gtd-attacks"]
    assert (
        f'{chart.where.part("series")}  series: found "gtd", expected a dataset whose rows may be redistributed. Remove'
        in told
    )


@pytest.mark.parametrize("asked", ['table("gtd/attacks")', 'table(path="gtd/attacks")'])
def test_rows_that_must_not_leave_are_in_no_table_of_a_briefing(asked: str) -> None:
    catalog = replace(without_rows("gtd"), briefings=with_text(f"{{{{ {asked} }}}}").briefings)
    (problem,) = expand(catalog.briefings["prisons"].body, catalog, "briefings/prisons.md").problems
    assert problem.where.path == "content/briefings/prisons.md"
    assert "expected a dataset whose rows may be redistributed. Quote single figures with value(…) instead." in str(
        problem
    )


def test_rows_that_must_not_leave_are_in_no_export_and_on_no_page() -> None:
    kept = replace(without_rows("gtd"), charts={})
    assert "data/gtd.csv" in {asset.path for asset in csv_files(real())}
    assert "data/gtd.csv" not in {asset.path for asset in csv_files(kept)}
    page = next(page for page in datasets(kept) if page.path == "datasets/gtd.md").markdown
    assert "The licence does not allow redistribution." in page
    assert "gtd.csv" not in page
    assert page.count("<tr>") == 2


def test_a_code_that_is_not_official_says_so() -> None:
    page = next(page for page in places(real()) if page.path == "places/iq-ha.md").markdown
    assert "IQ-HA (unofficial: ISO 3166 does not list it)" in page
    planted = with_row(next(iter(real().observations)), place=real().places["IQ-HA"])
    rows = b"".join(asset.content for asset in csv_files(planted)).decode().splitlines()
    assert ["IQ-HA,Halabja,unofficial," in line for line in rows if ",unofficial," in line] == [True]
    assert any(",IQ,Iraq,yes," in line for line in rows)
    assert any(",north-east-syria,North-east Syria,own," in line for line in rows)
