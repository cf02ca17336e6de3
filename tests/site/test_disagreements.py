"""Who counted the same thing: found by concept, place and period; set side by side; never averaged."""

import re
from decimal import Decimal

import pytest

from generators.analysis.disagreements import alike, by_subject, disagreements, rivals, row_key, side_by_side, witnesses
from generators.pages.datasets import datasets
from generators.pages.disagreements import disagreement_pages
from tests.fixtures.real_site import real


def test_no_body_disagrees_with_itself_nor_a_part_with_its_whole() -> None:
    for one in disagreements(real()):
        for o in one.observations:
            others = rivals(real(), o, one.observations)
            assert o.disputes or any((x.value, x.lower, x.upper) != (o.value, o.lower, o.upper) for x in others)


def test_no_row_has_two_origins_without_two_statements() -> None:
    found = by_subject(real())
    for o in real().observations:
        rows = alike(o, found)
        assert len(witnesses(o, rows)) <= len({row.said_by for row in rows})


def test_known_disagreements_of_the_evidence_are_found() -> None:
    found = {(one.concept, one.place.code, one.period.text): one for one in disagreements(real())}
    year = found[("civilians-killed", "IQ", "2014")]
    assert (year.low, year.high) == (Decimal(12282), Decimal(20218))
    assert {o.origin for o in year.observations} == {"Iraq Body Count", "UN Assistance Mission for Iraq (UNAMI)"}
    assert set(year.observations) <= set(side_by_side(real(), "civilians-killed", ["IQ"], "2014"))


def test_the_list_leads_to_every_disagreement_once() -> None:
    pages = {page.path: page for page in disagreement_pages(real())}
    panels = sum(page.markdown.count('<table class="data">') for page in pages.values())
    assert panels == len(disagreements(real()))
    index = pages["disagreements/index.md"].markdown
    for path in pages:
        assert (
            path == "disagreements/index.md"
            or path.removeprefix("disagreements/").removesuffix(".md") + ".html" in index
        )


@pytest.mark.slow
def test_every_row_on_which_others_differ_leads_to_the_panel_and_no_other_does() -> None:
    told = {page.path: page.markdown for page in datasets(real())}
    leading = sum(text.count(">Compare</a>") for text in told.values())
    on_pages = {
        row_key(o)
        for one in disagreements(real())
        for o in one.observations
        if real().datasets[o.dataset].redistributable
    }
    assert leading == len(on_pages) > 300
    (row,) = re.findall(r'<tr id="killed\.iq\.2018-02">.*?</tr>', told["datasets/unami-monthly/killed-2018.md"])
    assert re.search(r'href="\.\./\.\./disagreements/[\w-]+-2018[\w-]*\.html#iq\.2018-02">Compare</a>', row)
    assert "Counts: " in told["datasets/unami-monthly/killed-2018.md"]
