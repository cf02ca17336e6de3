"""Value cards in the plain forms of a page: the text that opens a card is followed by the card's text.

A number is in one sentence with its qualifier, subject, speaker, source and grade, so that a quotation includes them. The
text-only page has notes instead.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from generators.text.markdown.page_tree import words_of


def fold_cards(root: HtmlElement) -> None:
    """Put the text of each card in parentheses after the text that opens it."""
    for card in _cards(root):
        name = _take_name(card)
        shown = words_of(card.getprevious()).lower()
        before = "" if not name or shown.startswith(name.lower()) else f"{name}: "
        card.text = f" ({before}{(card.text or '').lstrip()}"
        _append(card, ")")


def take_cards(root: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Yield an empty mark in place of each card in the tree, and the card with its name in bold."""
    for card in _cards(root):
        name = _take_name(card)
        mark = mark_for(card)
        if name:
            strong = card.makeelement("strong")
            strong.text, strong.tail, card.text = name, f": {(card.text or '').lstrip()}", None
            card.insert(0, strong)
        yield mark, card


def mark_for(element: HtmlElement) -> HtmlElement:
    """Replace the element in its tree by an empty link after a space, and return the link."""
    mark = element.makeelement("a")
    element.addprevious(mark)
    element.drop_tree()
    before, parent = mark.getprevious(), mark.getparent()
    if before is None:
        parent.text = f"{parent.text or ''} "
    else:
        before.tail = f"{before.tail or ''} "
    return mark


def _cards(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield each card with its lines as sentences."""
    for card in root.findall(".//*[@popover]"):
        del card.attrib["popover"]
        for line in card.findall("span"):
            if not words_of(line):
                line.drop_tree()
        lines = card.findall("span")
        for line in lines[:1]:
            _append(line, "" if words_of(line).rstrip().endswith((".", "!", "?", ":")) else ".")
        for line in lines[:-1]:
            line.tail = " "
        yield card


def _take_name(card: HtmlElement) -> str:
    """Remove the text in bold with which the card begins, and return it."""
    name = card.find(".//strong")
    if name is None or not words_of(card).lstrip().startswith(words_of(name)):
        return ""
    name.drop_tree()
    return words_of(name)


def _append(element: HtmlElement, text: str) -> None:
    """Add the text at the end of the element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + text
    else:
        element.text = (element.text or "").rstrip() + text
