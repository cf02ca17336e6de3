"""Plain Markdown, as `twins` leaves it, to plain HTML: headings, paragraphs, lists, tables, links, and nothing that needs a style.

A tenth of the time that a whole Markdown parser takes, for the few forms that occur; the tests hold it against one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

MOST_IN_A_BLOCK = 40
"""Longer lists and tables become several, so that a page can be cut between them."""
_HEADING = re.compile(r"(#{1,6}) (.*)")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) +")
_NUMBER = re.compile(r"\s*(\d+)\.")
_ESCAPE = re.compile(r"\\([\\`*_\[\]|])")
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"(?<!\w)\*([^*\s][^*]*)\*(?!\w)")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
TWIN = ".md.txt"
_SIGNS: Mapping[str, str] = {sign: f"&#{ord(sign)};" for sign in "\\`*_[]|"}


def html_blocks(markdown: str) -> Iterator[str]:
    """The blocks of the text, each as HTML."""
    for block in markdown.strip().split("\n\n"):
        lines = block.split("\n")
        if heading := _HEADING.fullmatch(block):
            level = len(heading[1])
            yield f"<h{level}>{inline_html(heading[2])}</h{level}>"
        elif block == "---":
            yield "<hr>"
        elif lines[0].startswith("|"):
            yield from _tables(lines)
        elif _ITEM.match(lines[0]):
            yield from _lists(lines)
        else:
            yield f"<p>{inline_html(block)}</p>"


def _tables(lines: Sequence[str]) -> Iterator[str]:
    head, rows = _row(lines[0], "th"), lines[2:]
    for first in range(0, max(1, len(rows)), MOST_IN_A_BLOCK):
        own = "\n".join(_row(line, "td") for line in rows[first : first + MOST_IN_A_BLOCK])
        yield f'<div class="wide" tabindex="0"><table>\n<thead>{head}</thead>\n<tbody>\n{own}\n</tbody></table></div>'


def _row(line: str, kind: str) -> str:
    """The cells between the first bar and the last; an empty one too."""
    cells = _BETWEEN_CELLS.split(line)[1:-1]
    return "<tr>" + "".join(f"<{kind}>{inline_html(cell.strip())}</{kind}>" for cell in cells) + "</tr>"


def _lists(lines: Sequence[str]) -> Iterator[str]:
    """A line that begins no item goes on with the one before; a numbered list goes on from its first number."""
    items: list[str] = []
    number = _NUMBER.match(lines[0])
    for line in lines:
        if begun := _ITEM.match(line):
            items.append(line[begun.end() :])
        else:
            items[-1] += f" {line.strip()}"
    for first in range(0, len(items), MOST_IN_A_BLOCK):
        own = items[first : first + MOST_IN_A_BLOCK]
        kind, start = ("ol", f' start="{int(number[1]) + first}"') if number else ("ul", "")
        yield f"<{kind}{start}>\n" + "\n".join(f"<li>{inline_html(item)}</li>" for item in own) + f"\n</{kind}>"


def inline_html(text: str) -> str:
    """The text of one block as HTML. Escapes become references first, so that nothing below takes them for markup."""
    text = escape(text, quote=False).replace("&amp;lt;", "&lt;")
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: _SIGNS[match[1]], text)
    if "`" in text:
        text = _CODE.sub(r"<code>\1</code>", text)
    if "](" in text:
        text = _LINK.sub(_link, text)
    if "*" in text:
        text = _EMPHASIS.sub(r"<em>\1</em>", _BOLD.sub(r"<strong>\1</strong>", text))
    return text


def _link(match: re.Match[str]) -> str:
    """A link to a twin leads to the same page of this edition: both lie at the same depth."""
    target = match[2].replace('"', "%22")
    if target.endswith(TWIN):
        target = f"{target.removesuffix(TWIN)}.html"
    return f'<a href="{target}">{match[1]}</a>'
