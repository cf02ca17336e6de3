"""Whole HTML blocks pass through Markdown unread, and the page is the same."""

import pytest
from markdown import markdown

from generators.text.markdown.extensions import EXTENSIONS, html
from tests.fixtures.plain_texts import small_site

CASES = (
    "<p>a</p>",
    "<p>a</p>\n<p>b</p>",
    "<p>a *b*</p> *c* <p>d</p>",
    '<div class="x">\n<div>a</div>\n</div>\n\n*b*',
    '<div markdown="1">\n\n<p>*a*</p>\n\n*b*\n\n</div>',
    '<div markdown="1">*a*</div>',
    "<div>\n\n<p>*a*</p>\n\n*b*\n\n</div>",
    "<details>\n<summary>a</summary>\n\n*b*\n\n</details>",
    "- a\n\n    <p>*b*</p>\n\n- c",
    "> <p>*a*</p>",
    "<em>a</em> *b*\n\n<em>c</em>",
    "```\n\n<p>*a*</p>\n\n```",
    "    <p>*a*</p>",
    "<p>a",
    "<p\n\n</p>",
    "<pre>\na\n\nb\n</pre>",
    "<p>a</p>\n*b*",
    "*a*\n<p>b</p>",
    "<>",
)


@pytest.mark.parametrize("text", CASES)
def test_a_block_passed_through_is_as_python_markdown_leaves_it(text: str) -> None:
    assert html(text) == unaided(text)


def test_every_page_of_a_site_is_as_python_markdown_leaves_it() -> None:
    """To the byte, so that engines with and without the extension make the same files."""
    assert [path for path, page in small_site().pages.items() if html(page.markdown) != unaided(page.markdown)] == []


def unaided(text: str) -> str:
    settings = {name: dict(values) for name, values in EXTENSIONS.items()}
    return markdown(text, extensions=list(EXTENSIONS), extension_configs=settings)
