"""What a document is made from."""

from generators.exports.pdf.manuscripts import manuscripts
from tests.fixtures.assembled_site import ADDRESS, made, placed


def test_a_drawing_is_printed_without_vowel_signs_and_isolates() -> None:
    """The fonts have no isolates, and the typesetter stops at a vowel sign in a drawing."""
    site = made()
    figures = dict.fromkeys(site.figures, '<svg viewBox="0 0 9 9"><text>\u2068Weir\u2069 فصاعدًا</text></svg>')
    drawings = [
        svg for made_from in manuscripts(placed(ADDRESS), site.pages, figures) for svg in made_from.drawings.values()
    ]
    assert set(drawings) == {'<svg viewBox="0 0 9 9"><text>\u200eWeir\u200e فصاعدا</text></svg>'}


def test_the_frame_of_a_document_is_in_the_language_of_the_site() -> None:
    first = next(manuscripts(placed(ADDRESS), made().pages, made().figures))
    assert (first.edition["language"], first.edition["page"]) == ("en", "Page {number} of {all}")
