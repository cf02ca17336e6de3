"""Plain Markdown and plain HTML of every page: no number without who said it, links that lead somewhere; python-markdown judges."""

import re
from html import unescape

import pytest

from generators.exports.pdf.manuscripts import addresses
from tests.fixtures.plain_texts import large_site
from tests.fixtures.real_site import real
from tests.fixtures.twins import LINK, TAG, texts

pytestmark = pytest.mark.slow


def test_no_trace_of_a_control_is_left_and_charts_are_named() -> None:
    """What a button says, from the pages themselves; and each chart's title in bold where it stands."""
    for path, page in large_site().pages.items():
        plain = texts(large_site())[f"markdown/{path}.txt"]
        buttons = re.findall(r'<button type="button" class="chart-[^>]*>(.*?)</button>', page.markdown)
        assert [TAG.sub("", each) for each in buttons if unescape(TAG.sub("", each)).split(":")[0] in plain] == [], path
        for title in re.findall(r'<p class="chart-title"[^>]*>(.*?)</p>', page.markdown):
            assert f"**{unescape(title)}**" in plain, path
    every = "".join(
        content.content.decode()
        for content in large_site().assets.values()
        if content.path.startswith(("text/", "llms"))
    )
    assert "Explore" not in every


def test_each_number_of_a_briefing_has_its_speaker_beside_it() -> None:
    """For every card of the page: what it shows, and in the same parentheses whom it counts, who said it, and whether it was checked."""
    for briefing in real().briefings.values():
        path = f"briefings/{briefing.slug}.md"
        shown = re.findall(r'class="opening value[^>]*>(.*?)</button>', large_site().pages[path].markdown)
        text = texts(large_site())[f"markdown/{path}.txt"]
        assert len(shown) > 10
        for number in map(unescape, shown):
            assert re.search(rf"{re.escape(number)} \((?:[^\n]*?)(?:Counts: [^\n]*?)?Said by [^\n]*?original", text), (
                number
            )
        assert text.count("Counts: ") >= len(shown)
        assert ("Other figures: " in text) == ("Other figures: " in large_site().pages[path].markdown)


def test_the_lists_for_models_name_what_is_there() -> None:
    listed = large_site().assets["llms.txt"].content.decode()
    assert listed.startswith(f"# {real().config.name}\n\n> ")
    paths = LINK.findall(listed)
    assert {path for path in paths if path not in large_site().assets} == set()
    assert {f"markdown/datasets/{name}.md.txt" for name in real().datasets} <= set(paths)
    whole = large_site().assets["llms-full.txt"].content.decode()
    assert all(briefing.title in whole for briefing in real().briefings.values())
    known = {
        *large_site().assets,
        *addresses(real()),
        *(path.removesuffix(".md") + ".html" for path in large_site().pages),
    }
    assert {link for link in LINK.findall(whole) if not re.match("[a-z]+:", link) and link not in known} == set()


def test_no_sentence_of_a_summary_is_missing_from_the_real_list() -> None:
    listed = large_site().assets["llms.txt"].content.decode()
    assert [name for name, each in real().datasets.items() if " ".join(each.summary.split()) not in listed] == []
