"""What a briefing carries for paper: a note for each number, and the documents it cites."""

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from generators.components.endnotes import endnotes
from generators.components.expressions import expand
from tests.fixtures.river_site import rivers, text

VALUE = '{{ value("gauge-levels/level", "2020-01", place="RV-A") }}'
CLAIM = '{{ value("flood-peaks/peak", "2019-11-09", said_by="Lock keeper of Cress Lock") }}'
CHANGE = '{{ change("gauge-levels/level", "2020-01", "2020-02", place="RV-A") }}'


def test_each_number_carries_the_mark_of_its_note_and_one_said_twice_has_one() -> None:
    said = expand(text(f"{VALUE} {CHANGE} {VALUE}"), rivers(), "briefings/example.md")
    assert not said.problems
    assert re.findall(r'data-note="(\d+)"', said.markdown) == ["1", "2", "1"]
    first, second = said.notes
    assert re.search(r"Said by .+\. Source: .+ <a class=\"address\" href=\"\.\./datasets/gauge-levels", first)
    assert "Calculated by this site, not stated by the source:" in second


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (
            VALUE,
            (
                "Counts: noon readings.",
                "Said by Vell River Board (recorder).",
                "Grade B2: usually reliable, probably true.",
            ),
        ),
        (
            CHANGE,
            (
                "Counts: noon readings.",
                "Said by Vell River Board (recorder).",
                "Grade B2: usually reliable, probably true.",
            ),
        ),
        (
            CLAIM,
            (
                "Counts: the flood",
                "Said by Lock keeper of Cress Lock (government).",
                "Grade C2: fairly reliable, probably",
            ),
        ),
    ],
)
def test_paper_says_what_is_counted_who_is_a_party_and_how_sure(number: str, told: tuple[str, ...]) -> None:
    (note,) = expand(text(number), rivers(), "briefings/example.md").notes
    assert [part for part in told if part not in note] == []


def test_a_note_gives_the_row_s_whole_address_where_the_edition_knows_it() -> None:
    said = expand(text(VALUE), rivers(), "briefings/example.md")
    address = re.search(r'class="address" href="[^"]+" data-part="address">([^<]+)', said.notes[0])
    assert address
    assert address[1] == f"{rivers().config.address}datasets/gauge-levels.html#level.rv-a.2020-01"


def test_without_numbers_there_is_nothing_to_note() -> None:
    assert endnotes("x.md", rivers(), ()) == ""


@pytest.mark.parametrize(("address", "told"), [("", 1), ("https://example.org/", 0)])
def test_where_nobody_knows_the_site_s_address_notes_say_once_where_their_addresses_lie(
    address: str, told: int
) -> None:
    catalog = replace(rivers(), config=replace(rivers().config, address=address))
    notes = (Markup("one"), Markup("two"))
    assert endnotes("x.md", catalog, notes).count("offline edition") == told
