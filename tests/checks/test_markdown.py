"""Markdown that no form of a page could show is refused at its line and column, with what to type."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generators.checks.footnotes import footnotes
from generators.checks.heading_order import heading_order
from generators.checks.supported_signs import supported_signs
from generators.checks.tags_closed import tags_closed
from tests.fixtures.river_site import rivers, text

CHECKS = (heading_order, tags_closed, footnotes, supported_signs)


def told(markdown: str) -> Iterator[str]:
    """What is wrong with a briefing whose text begins on line 10."""
    (briefing,) = rivers().briefings.values()
    catalog = replace(rivers(), briefings={briefing.slug: replace(briefing, body=text(markdown, 10))}, standing={})
    for check in CHECKS:
        yield from (str(problem).removeprefix("content/briefings/example.md:") for problem in check(catalog))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("## A\n\n#### B", '12:1  heading: found "####", expected ###. Type ### B: heading levels go down one at a time.'),
        ("### B", '10:1  heading: found "###", expected ##. Type ## B: heading levels go down one at a time.'),
        ("## A\n\n##", '12:1  heading: found "##", expected a heading with text.'),
        ("# T", '10:1  heading: found "#", expected ##. Type ## T: the title in the front matter is the only first-level heading'),
        ("#now", '10:1  heading: found "#now", expected a space after the marks of a heading. Type # now for a heading'),
        ("Title\n=====", '10:1  heading: found "===", expected a heading that begins with ##. Type ## Title;'),
        ("Text\n---", '10:1  heading: found "---", expected a heading that begins with ##. Type ## Text;'),
        ("> ## A", '10:3  heading: found "> ## A", expected a heading outside lists and quotes.'),
        ("## A {#x}\n\n## B {#x}", '12:6  id: found "x", expected an id that is unique on the page.'),
        ("## A {#note-1}", '10:6  id: found "note-1", expected an id that is unique on the page.'),
        ("<details>\n<summary>a</summary>\n\nb", '10:1  tag: found "<details>", expected its closing tag </details>. Type </details> on its own line'),
        ("<p>\na", '10:1  tag: found "<p>", expected its closing tag </p>.'),
        ('<ol class="judgements">\n\na', '10:1  tag: found "<ol class="judgements">", expected its closing tag </ol>.'),
        ("a <b>b", '10:3  tag: found "<b>", expected its closing tag </b>. Type </b> after its text.'),
        ("a</div>", '10:2  tag: found "</div>", expected an opening tag <div> before it.'),
        ("a<b and c>d", '10:2  tag: found "<b and c>", expected a tag without and.'),
        ("<center>a</center>", '10:1  tag: found "<center>", expected HTML that pages, PDFs and plain-text files support. Delete it:'),
        ("if <x> y", '10:4  tag: found "<x>", expected HTML that pages, PDFs and plain-text files support. If < is a literal character, type &lt;.'),
        ("a <span>b\n\nc</span>", '10:3  tag: found "<span>", expected </span> in the same paragraph.'),
        ("a <div>b</div>", '10:3  tag: found "<div>", expected it at the beginning of a line.'),
        ("<li>a</li>", '10:1  tag: found "<li>", expected it directly inside <ol> or <ul>. Type <ol> around it.'),
        ("<details>\n\na\n</details>", '10:1  tag: found "<details>", expected <summary> as its first element.'),
        ('<div class="a\n\nb', '10:1  tag: found "<div", expected a tag that ends with >.'),
        ("<h2>a</h2>", '10:1  tag: found "<h2>", expected HTML that pages, PDFs and plain-text files support. Type ## and the words'),
        ("a[^1]", '10:2  footnote: found "[^1]", expected a footnote with a text. Write [^1]: and its text on its own line'),
        ("a\n\n[^1]: b", '12:1  footnote: found "[^1]:", expected a footnote that the text refers to.'),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", '14:1  footnote: found "[^1]:", expected each footnote once.'),
        ("a[^1]\n\n[^1]:\n", '12:1  footnote: found "[^1]:", expected text after the colon.'),
        ("a ^[b]", '10:3  footnote: found "^[b]", expected a footnote with a label. Type [^1] here, and on its own line: [^1]: b'),
        ("a[^b c]", '10:2  footnote: found "[^b c]", expected the label of a footnote, without a space. Type [^b-c] here'),
        ("~~a~~", '10:1  text: found "~~a~~", expected struck-out text as HTML.'),
        ("- [x] a", '10:1  text: found "- [x]", expected an item without a check box.'),
        ("!!! note\n    a", '10:1  text: found "!!! note", expected a quote, a <details> or a plain paragraph.'),
        ("> [!NOTE]\n> a", '10:1  text: found "> [!NOTE]", expected a quote without a type.'),
        ("[TOC]", '10:1  text: found "[TOC]", expected a page without a typed table of contents.'),
        ("![](a.png)", '10:1  text: found "![](a.png)", expected an image with alternative text.'),
        ("[a][b]", '10:1  text: found "[a][b]", expected the label of a defined link.'),
        ("- a\n  - b", '11:1  text: found "- b", expected a nested list indented by four spaces. Begin the line with 4 spaces'),
        ("- a\n\n    ```\n    b\n    ```", '12:5  text: found "```", expected a block of code at the margin.'),
        ('```py title="a"\nb\n```', '10:1  text: found "```py title="a"", expected only a language after the marks. Type ```py'),
        ("```py\na", '10:1  text: found "```py", expected a closed block of code. Type ``` on its own line'),
        ("| a |\n|---|\n| b | c |", '12:1  text: found "| b | c |", expected at most 1 cell, as in the header of the table.'),
    ],
)  # fmt: skip
def test_what_no_form_could_show_is_refused(typed: str, message: str) -> None:
    (problem,) = told(typed)
    assert problem.startswith(message)


@pytest.mark.parametrize(
    "typed",
    [
        "## A {#here}\n\n### B\n\n#### C\n\n## D",
        "If x<y then 1 < 2.",
        "`<div>` and\n\n    <p>\n    # b\n\n```html\n<details>\n## a\n```",
        '<div class="bottom-line" markdown="1">\n\n## A\n\n</div>',
        "<details>\n<summary>a</summary>\n\n- b\n\n</details>",
        "a <b>b</b> <br> <https://vell.example> <a@vell.example>",
        "a[^1] b[^two] c[^1]\n\n[^1]: x\n\n    y\n[^two]: z",
        "a\n\n---\n\n| a | b |\n|---|---|\n| c \\| d | e |",
        "- a\n    - b\n- c\n\n1. d\n2. e",
        "[a][b] [c]\n\n[b]: about.md\n[c]: about.md",
        "a ~ b, c == d, e ~~ f",
    ],
)
def test_what_every_form_can_show_is_left_alone(typed: str) -> None:
    assert list(told(typed)) == []
