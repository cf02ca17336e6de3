"""Notes of authors to themselves: they are gone before a text is read, its lines keep their numbers, and code stays as it is."""

import pytest

from generators.load.formats.comments import uncommented
from generators.model.problems import Problem
from tests.fixtures.river_site import text


def read(markdown: str, line: int = 1) -> tuple[str, list[str]]:
    """The text without its notes, and the problems."""
    reading = uncommented(text(markdown, line))
    problems: list[Problem] = []
    while True:
        try:
            problems.append(next(reading))
        except StopIteration as end:
            return end.value.markdown, list(map(str, problems))


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("before <!-- note --> after", "before  after"),
        ("before <!-- note -->", "before"),
        ("before <!-- note -->  \nafter", "before  \nafter"),
        ("<!-- note -->\n\nafter", "\n\nafter"),
        ("<!-- one\n\ntwo -->\nafter", "\n\n\nafter"),
        ("- <!-- note --> item", "-  item"),
        ("a <!-- 1 --> b <!-- 2 --> c", "a  b  c"),
        ("<!----> <!--> <!---> <!-- a -- b --> c", "    c"),
        ("<!-- {{ value( --> a", " a"),
        ("<!-- `code` ``` --> a", " a"),
        ("[//]: # (note)\na", "\na"),
        ('[note]: <> "note"\na', "\na"),
    ],
)
def test_a_note_leaves_its_lines_alone(markdown: str, left: str) -> None:
    assert read(markdown) == (left, [])


@pytest.mark.parametrize(
    "markdown",
    [
        "`<!-- code -->`",
        "``a ` <!-- code -->``",
        "`a\n<!-- code -->`",
        "```html\n<!-- code -->\n```\n",
        "~~~\n<!-- code -->\n```\n<!-- code -->\n~~~",
        "- item\n\n    ```\n    <!-- code -->\n    ```",
        "```\n<!-- code without an end",
        "{## <!-- ##}",
        "[top]: #top\n[note]: # note",
        "a <!- b -> c <! d > &lt;!-- e",
    ],
)
def test_code_and_what_is_no_note_stays(markdown: str) -> None:
    assert read(markdown) == (markdown, [])


@pytest.mark.parametrize("before", ["a lone ` sign\n\n", "```\ncode\n```\n", "`code` "])
def test_a_note_after_code_goes(before: str) -> None:
    assert read(f"{before}<!-- note --> a `b`")[0] == f"{before} a `b`"


def test_a_comment_without_an_end_is_told_at_its_place() -> None:
    markdown = "a <!-- b --> c\n\nd <!-- e\nf `<!--`"
    assert read(markdown, line=7)[1] == [
        'content/briefings/example.md:9:3  comment: found "<!-- e", expected a comment that ends with -->. '
        "Close it, or put it in backticks to show it to readers."
    ]
