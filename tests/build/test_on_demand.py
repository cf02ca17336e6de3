"""What a browser gets only when a reader opens it: the page has a link to it, and nothing else is lost."""

import json
import re

import pytest

from generators.build.on_demand import with_cards_apart, with_linked_rows
from generators.build.postprocess import sealed_page
from generators.model import Asset

ROWS = (
    '<details class="chart-data" data-part="rows" data-elsewhere="../charts/level.html#chart-level-data">'
    "<summary>Description and data</summary>\n<p>A line.</p><table><tr><td>3</td></tr></table>\n</details>"
)
LINK = '<p class="chart-data"><a href="../charts/level.html#chart-level-data">Description and data</a></p>'


def test_rows_that_another_page_has_become_a_link_to_them() -> None:
    other = "<details><summary>Embed</summary><p>Copy this.</p></details>"
    html = f"<figure>{other}{ROWS}</figure><p>Between.</p><figure>{ROWS.replace('level', 'flow')}</figure>"
    linked = with_linked_rows(html)
    assert linked == (f"<figure>{other}{LINK}</figure><p>Between.</p><figure>{LINK.replace('level', 'flow')}</figure>")
    assert with_linked_rows(linked) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<details class="chart-data" data-part="rows" id="chart-level-data" open><summary>Description and data</summary></details>',
        "<details><summary>Evidence</summary></details>",
    ],
)
def test_rows_of_this_page_stay(html: str) -> None:
    assert with_linked_rows(html) == html


def number(card: int, note: int, words: str = "at least 3") -> str:
    """A number with its card, as a page has it."""
    return (
        f'<button type="button" class="opening value" popovertarget="card-{card}" data-note="{note}">{words}</button>'
        f'<span popover="auto" class="card-note" id="card-{card}" role="note" data-skip="pdf search"><span><strong>{words}</strong>'
        f'<span data-skip="plain"> persons</span></span><span><a href="../datasets/x.html#{note}">Row</a></span></span>'
    )


NOTES = '<section class="notes" data-part="notes"><ol><li id="note-1" popover>At least 3.</li></ol></section>'


def cards_of(script: Asset) -> dict[str, str]:
    """The cards in the script, by note."""
    found = re.fullmatch(r'\(window\.cards \?\?= {}\)\["([\w/.]+)"\] = (.*);\n', script.content.decode())
    assert found
    assert script.path == found[1]
    assert re.fullmatch(r"assets/cards/[0-9a-f]{12}\.js", script.path)
    return dict(json.loads(found[2]))


def test_numbers_open_their_notes_and_their_cards_are_in_a_script_once() -> None:
    html = f"<p>{number(1, 1)} and {number(2, 2, '7')} and {number(3, 1)}.</p>{NOTES}"
    page, script = with_cards_apart(html)
    assert script
    button = '<button type="button" class="opening value" popovertarget="note-{0}" data-note="{0}">{1}</button>'
    assert page == (
        f"<p>{button.format(1, 'at least 3')} and {button.format(2, '7')} and {button.format(1, 'at least 3')}.</p>"
        + NOTES.replace('"notes" data-part', f'"notes" data-cards="{script.path}" data-part')
    )
    assert cards_of(script) == {
        str(note): number(0, note, words)
        .partition("</button>")[2]
        .replace(' id="card-0"', "")
        .replace(' data-skip="pdf search"', "")
        for note, words in ((1, "at least 3"), (2, "7"))
    }
    assert with_cards_apart(page) == (page, None)


def test_a_word_keeps_its_card_and_so_does_a_number_on_a_page_without_notes() -> None:
    word = number(1, 1).replace(' data-note="1"', "")
    assert with_cards_apart(f"<p>{word}</p>{NOTES}") == (f"<p>{word}</p>{NOTES}", None)
    assert with_cards_apart(f"<p>{number(1, 1)}</p>") == (f"<p>{number(1, 1)}</p>", None)


def test_a_card_that_differs_from_that_of_its_note_stays() -> None:
    page, script = with_cards_apart(f"{number(1, 1)} {number(2, 1, 'three')}{NOTES}")
    assert script
    assert page.count('popovertarget="note-1"') == 1
    assert number(2, 1, "three") in page
    assert list(cards_of(script)) == ["1"]


def test_a_sealed_page_brings_the_script_of_its_cards() -> None:
    html = f'<head><script src="../assets/js/first.js"></script></head><p>{number(1, 1)}</p>{NOTES}'
    sealed = sealed_page(html, "briefings/x.html", {})
    (script,) = sealed.scripts
    assert f'data-cards="{script.path}"' in sealed.html
    assert sealed_page(sealed.html, "briefings/x.html", {}).html == sealed.html
