"""Prose is read sentence by sentence, and every place in a sentence is a place in the author's file."""

import pytest

from generators.text.sentences import STAND_IN, masking, sentences, unquoted
from tests.fixtures.river_site import text


def said(markdown: str) -> list[str]:
    """The sentences as plain text, an expression as one equals sign."""
    found = []
    for sentence in sentences(text(markdown)):
        words = " ".join(sentence.text.split())
        while STAND_IN * 2 in words:
            words = words.replace(STAND_IN * 2, STAND_IN)
        found.append(words.replace(STAND_IN, "="))
    return found


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("One stands. Two stand.", ["One stands.", "Two stand."]),
        ("It stood at 6.8 m. Then it fell.", ["It stood at 6.8 m.", "Then it fell."]),
        ("The U.S. gauge, e.g. the old one, stands.", ["The U.S. gauge, e.g. the old one, stands."]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ("## A head {#a-head}\nText", ["A head", "Text"]),
        ("1. first\n2. second\n- third", ["first", "second", "third"]),
        ("A [word](https://example.org/12) stands.", ["A [word] stands."]),
        ("A `12` stands.", ["A `12` stands."]),
        ('A [word](a.md "said here") stands.', ['A [word] "said here") stands.']),
        ('<img src="a.png" alt="said here">', ['"said here">']),
        ('<li markdown="1">\nText\n</li>', ["Text"]),
        ('It is {{ value("a/b", "2020") }} ({{ cite("c", "para 5") }}). So.', ["It is = (=).", "So."]),
        ('It is {{ value("a/b",\n"2020") }} high.', ["It is = = high."]),
        ("One\nsentence\n\nanother", ["One sentence", "another"]),
    ],
)
def test_prose_is_cut_into_sentences(markdown: str, expected: list[str]) -> None:
    assert said(markdown) == expected


def test_a_place_in_a_sentence_is_a_place_in_the_file() -> None:
    markdown = "# Head\n\nIt stands. It\nfell by 12 cm."
    sentence = sentences(text(markdown, line=8))[-1]
    where = sentence.at(sentence.text.index("12"))
    assert (where.line, where.column) == (11, 9)


def test_the_expressions_of_a_sentence_are_what_the_author_typed() -> None:
    first, second = sentences(text('At {{ value("a/b") }} cm. At {{ cite("c") }}.'))
    assert first.expressions == ('value("a/b")',)
    assert second.expressions == ('cite("c")',)


@pytest.mark.parametrize("markdown", ["", "\n\n", "- a\n\n# {#b}\n", "{{ a", "`", '"\n', "```\nopen"])
def test_nothing_is_moved(markdown: str) -> None:
    masked = unquoted(masking(markdown))
    assert len(masked) == len(markdown)
    assert [at for at, letter in enumerate(masked) if letter == "\n"] == [
        at for at, letter in enumerate(markdown) if letter == "\n"
    ]
