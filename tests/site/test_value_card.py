"""A number opens to what it is: what it counts, who said it, how sure, who says otherwise, how to cite it."""

import re

import pytest

from generators.components.expressions import expand
from generators.components.templates import render_macro
from generators.components.value_card import value_card, value_citation, value_note
from generators.model.lookup import one
from generators.text.wording import on
from tests.fixtures.real_site import real


def test_what_its_speaker_calls_provisional_is_nowhere_without_that_word() -> None:
    observation = next(o for o in real().datasets["ibc-snapshots"].observations if o.status == "provisional")
    for told in (
        value_card("briefings/x.md", real(), observation, ()),
        value_note("briefings/x.md", real(), observation),
        render_macro(real(), "briefings/x.md", "links", "value", observation),
        value_citation(real(), observation),
    ):
        assert "provisional" in told.lower()


@pytest.mark.slow
def test_every_number_of_the_real_briefings_opens_and_no_mark_is_used_twice() -> None:
    for briefing in real().briefings.values():
        page = expand(briefing.body, real(), f"briefings/{briefing.slug}.md").markdown
        marks = re.findall(r'popover="auto" class="card-note" id="([^"]+)"', page)
        noted = {f"note-{mark}" for mark in re.findall(r"<!--apart:(\d+)-->", page)}
        opened = re.findall(r'popovertarget="([^"]+)"', page)
        assert len(marks) == len(set(marks))
        assert len(noted) > 20
        assert [name for name in opened if name not in noted] == marks


def test_a_citation_carries_qualifier_speaker_document_and_edition() -> None:
    observation = one(real(), "hashimi-kidnap-murder/incidents", {"period": "2018-06"})
    edition = real().edition
    assert value_citation(real(), observation) == (
        "Hisham al-Hashimi, via Reuters. (2018). Incidents of kidnap, murder or both, Kirkuk, Diyala and Salah al-Din, "
        f"June 2018: at least 83 incidents, in “{observation.source.title}” (Asharq Al-Awsat English, para 5) [Dataset]. "
        "Iraq Evidence Briefings. "
        f"As given by Iraq Evidence Briefings, edition {edition.version} of {on(edition.date)}."
    )


def test_a_sum_of_ours_says_so_in_its_card_and_in_print() -> None:
    ours = one(real(), "gtd/attacks", {"period": "2017"})
    published = one(real(), "gti/attacks", {"period": "2017"})
    for told in (value_card, lambda page, catalog, o, _: value_note(page, catalog, o)):
        assert "Our sum, not a figure that the recorder published." in told("briefings/x.md", real(), ours, ())
        assert "Our sum" not in told("briefings/x.md", real(), published, ())
