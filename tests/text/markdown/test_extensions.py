"""Whole HTML blocks pass through Markdown unread, and the page is the same."""

import pytest
from lxml.html import fragment_fromstring, tostring
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


def plain(text: str) -> str:
    """The HTML without what means nothing: spaces between blocks, and whether an attribute without a value has quotes."""
    root = fragment_fromstring(text, create_parent="div")
    return "".join(tostring(root, encoding="unicode").split())


@pytest.mark.parametrize("text", CASES)
def test_a_block_passed_through_is_as_python_markdown_leaves_it(text: str) -> None:
    settings = {name: dict(values) for name, values in EXTENSIONS.items()}
    assert plain(html(text)) == plain(markdown(text, extensions=list(EXTENSIONS), extension_configs=settings))


def test_every_page_of_a_site_is_as_python_markdown_leaves_it() -> None:
    settings = {name: dict(values) for name, values in EXTENSIONS.items()}
    for path, page in small_site().pages.items():
        whole = markdown(page.markdown, extensions=list(EXTENSIONS), extension_configs=settings)
        assert plain(html(page.markdown)) == plain(whole), path
