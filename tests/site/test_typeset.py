"""A briefing on paper: what a page's HTML becomes, and a PDF that an outside reader finds tagged, named and legible."""

import pytest

from tests.fixtures.pdf_documents import documents
from tests.fixtures.pdf_text import words
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def test_a_note_gives_the_figure_its_speaker_and_its_edition() -> None:
    catalog = real()
    told = words(documents()["briefings/comeback.pdf"])
    assert (
        "at least 83 incidents: Incidents of kidnap, murder or both, Kirkuk, Diyala and Salah al-Din, June 2018."
        in told
    )
    assert "Said by Hisham al-Hashimi, via Reuters (research)." in told
    assert catalog.config.name in told
    assert "Figures not checked against the original say so." in told
    assert "Page 2 of " in told
