"""What a briefing carries for paper: a note for each number, and the documents it cites."""

import re
from html import unescape

from generators.components.expressions import expand
from generators.pages.briefings import briefings
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers, text


def test_a_party_in_the_matter_is_never_without_its_interest_on_paper() -> None:
    said = expand(
        text(
            '{{ value("event-tolls/hawija-ambush-2018-killed", "2018-02-18", said_by="ISIS, as reported by Kurdistan 24") }}'
        ),
        real(),
        "briefings/x.md",
    )
    assert not said.problems
    assert "Said by ISIS, as reported by Kurdistan 24 (perpetrator's claim)." in unescape(said.notes[0])


def test_every_mark_has_its_note_and_every_cited_document_its_entry() -> None:
    for page in [*briefings(real()), *briefings(rivers())]:
        body, _, paper = page.markdown.partition('<section class="notes"')
        marks = set(re.findall(r'data-note="(\d+)"', body))
        assert marks == set(re.findall(r'<li id="note-(\d+)" popover>', paper))
        cited = set(re.findall(r'href="\.\./sources/([\w.-]+)\.html', re.sub(r"(?s)<figure.*?</figure>", "", body)))
        assert cited <= set(re.findall(r'<li id="source-([\w.-]+)">', paper))
