"""Footnotes: marks in the text, the section of their texts, and the words around them."""

from generators.components.expressions import expand
from generators.text.messages import in_language
from tests.fixtures.river_site import rivers, text

TWICE = "First[^a_b] and again[^a_b].\n\n[^a_b]: Its *text*.\n\n    - a list\n"


def test_a_footnote_leads_to_each_place_that_refers_to_it() -> None:
    section = expand(text(TWICE), rivers(), "briefings/x.md").footnotes
    assert [f'href="#fnref-a_b{end}" role="doc-backlink"' in section for end in ("", "-2", "-3")] == [True, True, False]
    assert 'aria-label="Back to footnote 1 in the text, place 2">↩</a>' in section
    assert "Its *text*.\n\n- a list\n\n <a" in section


def test_the_words_of_footnotes_are_in_the_language_of_the_site() -> None:
    with in_language("ar"):
        whole = expand(text(TWICE), rivers(), "briefings/x.md")
    assert "\n## الحواشي {#footnotes}\n" in whole.footnotes
    assert 'aria-label="الحاشية 1">1</a></sup>' in whole.markdown
