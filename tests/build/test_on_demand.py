"""What a browser gets only when a reader opens it: the page has a link to it, and nothing else is lost."""

import json
import re

from generators.build.on_demand import on_demand
from generators.build.postprocess import sealed_page
from generators.components.late_values import apart
from generators.exports.text_forms import twin
from generators.model import Asset, Page
from generators.pages.briefings import briefings
from generators.pages.charts import charts
from generators.text.markdown.page_tree import page_tree
from tests.fixtures.river_site import rivers

NOTES = (
    '<section class="notes" data-cards="" data-part="notes"><ol><li id="note-1" popover>At least 3.</li></ol></section>'
)


def number(note: int, words: str = "at least 3") -> str:
    """A number with its card, as a page has it."""
    card = f'<span popover="auto"><span><strong>{words}</strong></span><span><a href="../datasets/x.html#{note}">Row</a></span></span>'
    return f'<button popovertarget="note-{note}" data-note="{note}">{words}</button>{apart(card, note)}'


def page_of(path: str) -> Page:
    return next(page for kind in (briefings, charts) for page in kind(rivers()) if page.path == path)


def cards_of(script: Asset) -> dict[str, str]:
    """The cards in the script, by note."""
    found = re.fullmatch(r'\(window\.cards \?\?= {}\)\["([\w/.]+)"\] = (.*);\n', script.content.decode())
    assert found
    assert script.path == found[1]
    assert re.fullmatch(r"assets/cards/[0-9a-f]{12}\.js", script.path)
    return dict(json.loads(found[2]))


def test_rows_that_another_page_has_are_a_link_to_them_and_stay_in_the_text_forms() -> None:
    page = page_of("briefings/river-levels.md")
    html, _ = on_demand(page.markdown)
    assert html.count('<p class="chart-data" data-skip="plain pdf search"><a href="../charts/levels.html#') == 1
    assert '<details class="chart-data"' not in html
    assert twin(page_tree(page.markdown), page.path, ()).count("Description and data") > 0
    assert len(page_tree(page.markdown).xpath("//*[@data-part='rows']//table")) > len(page_tree(html).xpath("//table"))


def test_rows_of_this_page_stay() -> None:
    page = page_of("charts/levels.md")
    assert on_demand(page.markdown) == (page.markdown, None)
    assert page.markdown.count('<details class="chart-data"') == 1


def test_numbers_open_their_notes_and_their_cards_are_in_a_script_once() -> None:
    page, script = on_demand(f"<p>{number(1)} and {number(2, '7')} and {number(1)}.</p>{NOTES}")
    assert script
    button = '<button popovertarget="note-{0}" data-note="{0}">{1}</button>'
    assert page == (
        f"<p>{button.format(1, 'at least 3')} and {button.format(2, '7')} and {button.format(1, 'at least 3')}.</p>"
        + NOTES.replace('data-cards=""', f'data-cards="{script.path}"')
    )
    cards = cards_of(script)
    assert list(cards) == ["1", "2"]
    assert cards["2"].startswith('<span popover="auto"><span><strong>7</strong>')
    assert cards["2"].endswith("</a></span></span>")
    assert on_demand(page) == (page, None)


def test_each_number_of_a_briefing_has_a_note_and_a_card() -> None:
    html, script = on_demand(page_of("briefings/river-levels.md").markdown)
    assert script
    opened = set(re.findall(r'popovertarget="note-(\d+)" data-note="\1"', html))
    assert opened == set(cards_of(script)) == set(re.findall(r'<li id="note-(\d+)"', html))


def test_cards_without_notes_are_told() -> None:
    (problem,) = sealed_page(f"<head></head><p>{number(1)}</p>", "briefings/x.html", {}).problems
    assert problem.found == "numbers without notes"


def test_a_sealed_page_brings_the_script_of_its_cards() -> None:
    html = f'<head><script src="../assets/js/first.js"></script></head><p>{number(1)}</p>{NOTES}'
    sealed = sealed_page(html, "briefings/x.html", {})
    (script,) = sealed.scripts
    assert f'data-cards="{script.path}"' in sealed.html
    assert sealed_page(sealed.html, "briefings/x.html", {}).html == sealed.html
