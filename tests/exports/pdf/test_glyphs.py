"""The list of letters against the typesetter itself: it shows all of them in each of its lists of faces, and stops at others."""

from collections.abc import Iterator

import pytest
import typst

from generators.exports.pdf.glyphs import SHOWN, unprintable
from generators.exports.pdf.inline import Node
from generators.exports.pdf.typeset import printed
from generators.model.problems import report
from tests.fixtures.letters import HERE
from tests.fixtures.river_site import rivers

EDITION = dict.fromkeys(("name", "publisher", "address", "foot", "licence", "summary", "page"), "x")
EDITION |= {"date": "2021-03-01", "language": "en", "digits": "0123456789"}
PLAIN = {"form": "full", "title": "x", "authors": ["x"], "tags": [], "language": "en", "directions": {}, "drawings": {}}


def pdf(*texts: str) -> bytes:
    """Each text in each list of faces: as a heading, which has the title's, a line, emphasised and strong."""
    content = [node for text in texts for node in shown(text)]
    return printed({**PLAIN, "edition": EDITION, "content": content})


def shown(text: str) -> Iterator[Node]:
    slanted = {"kind": "emphasis", "body": [text]}
    yield {"kind": "heading", "level": 2, "mark": "", "body": [text]}
    body = [text, slanted, {"kind": "strong", "body": [text, slanted]}]
    yield {"kind": "paragraph", "style": "", "language": "", "body": body}


def test_every_letter_of_the_list_is_shown() -> None:
    """Each by itself, with a space after it: signs that join others are not helped by them."""
    assert len(SHOWN) > 2000
    letters = sorted(SHOWN)
    assert pdf(*(" ".join(letters[n : n + 40]) for n in range(0, len(letters), 40))).startswith(b"%PDF")


@pytest.mark.parametrize("letter", ["\U0001f600", "\u4e2d", "\u067c", "\u2603", "\u0378", "\u0500", "\ue000"])
def test_the_typesetter_stops_at_others(letter: str) -> None:
    assert letter not in SHOWN
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        pdf(f"a {letter} b")


def test_letters_of_the_scripts_we_name_places_in_are_there() -> None:
    assert set("Ṣalāḥ ad-Dīn ʿIrāq – “Ğ” €½ №") <= SHOWN
    assert set("صلاح الدين پێشمەرگە گەڵ کوردستان ٣") <= SHOWN


def test_one_that_nobody_typed_as_such_is_told_at_the_briefing() -> None:
    told = report(unprintable([(HERE, "\u2603")], rivers()))
    assert told.startswith('content/briefings/x.md:1:1  text: found "\u2603 (U+2603 SNOWMAN)"')
