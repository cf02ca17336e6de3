"""A finished page as a tree: what a writer skips is gone, and nothing else."""

import pytest

from generators.text.markdown.page_tree import page_tree, tree_for


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<dl><dt>a</dt><dd><b class="screen-only">x</b></dd></dl>', ""),
        ('<dl><dd><b class="screen-only">x</b></dd></dl>', ""),
        ('<dl><dt>a</dt><dd>b</dd><dd><b class="screen-only">x</b></dd></dl>', "ab"),
        ('<dl><dt>a</dt><dd><b class="screen-only">x</b></dd><dd>b</dd></dl>', "ab"),
    ],
)
def test_a_term_goes_with_its_only_definition(markup: str, text: str) -> None:
    assert tree_for(page_tree(markup), "pdf").text_content() == text


@pytest.mark.parametrize("between", ["<!-- x -->", "<?php x ?>", "<!--apart:3-->"])
def test_a_tree_has_elements_and_texts_only(between: str) -> None:
    (paragraph,) = page_tree(f"<p>a{between}<b>c</b>{between}d</p>")
    assert ([child.tag for child in paragraph], paragraph.text_content()) == (["b"], "acd")
