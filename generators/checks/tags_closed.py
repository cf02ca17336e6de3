"""HTML in texts: elements that pages, PDFs and plain-text files support, each closed."""

import re
from collections.abc import Iterator

from generators.model import Catalog, Text
from generators.model.problems import Problem
from generators.text.catalog_texts import bodies
from generators.text.markdown.html_tags import (
    BLOCKS,
    REFUSED_ELSEWHERE,
    SPANS,
    WITHIN,
    Element,
    Tag,
    elements,
    tags,
    unfinished,
)
from generators.text.markdown.masks import without_code

_INSTEAD = {
    **{f"h{level}": f"Type {'#' * max(level, 2)} and the words of the heading." for level in range(1, 7)},
    "center": "Delete it: pages have one alignment.",
    "font": "Delete it: pages have one font.",
    "strike": "Type <del>.",
    "tt": "Type `code`.",
    "big": "Delete it, or type <strong>.",
    "video": "Link to it: pages play no video.",
    "audio": "Link to it: pages play no audio.",
    "button": "Delete it: it would do nothing.",
    "input": "Delete it: it would do nothing.",
    "": "Delete it.",
}
_NEAR = 200
_BLOCK = re.compile(r"<(?:p|div|ul|ol|table|details)\b")
_SUMMARY = re.compile(r"\s*<summary\b")
_A_LETTER = "If < is a literal character, type &lt;"


def tags_closed(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each HTML element that pages, PDFs and plain-text files do not all support, that is not
    closed, or that is not allowed there.
    """
    for text in bodies(catalog):
        bare = without_code(text.markdown)
        if "<" in bare:
            yield from _unsupported_tags(text, bare)
            yield from _unpaired_tags(text, bare)
            for element in elements(bare)[0]:
                yield from _misplaced_tag(text, bare, element)


def _unsupported_tags(text: Text, bare: str) -> Iterator[Problem]:
    for tag in tags(bare):
        if not tag.known and tag.name not in REFUSED_ELSEWHERE and not (tag.closes and tag.name not in SPANS | BLOCKS):
            if tag.name in SPANS | BLOCKS:
                attribute = next(
                    name for name in tag.attributes if not Tag(span=(0, 0), name="p", attributes={name: ""}).known
                )
                expected, advice = f"a tag without {attribute}", f"Delete {attribute}. {_A_LETTER}."
            else:
                expected, advice = (
                    "HTML that pages, PDFs and plain-text files support",
                    _INSTEAD.get(tag.name, f"{_A_LETTER}."),
                )
            yield _problem(text, tag, expected, advice)


def _unpaired_tags(text: Text, bare: str) -> Iterator[Problem]:
    for start, end in unfinished(bare):
        tag = Tag(span=(start, end), name="", attributes={})
        yield _problem(text, tag, "a tag that ends with >", f"Type > where it ends. {_A_LETTER}.")
    _, unclosed, stray = elements(bare)
    for tag in unclosed:
        place = "after its text" if tag.name in SPANS else "on its own line where it ends"
        yield _problem(text, tag, f"its closing tag </{tag.name}>", f"Type </{tag.name}> {place}.")
    for tag in stray:
        yield _problem(text, tag, f"an opening tag <{tag.name}> before it", "Delete it, or type the opening tag.")


def _misplaced_tag(text: Text, bare: str, element: Element) -> Iterator[Problem]:
    tag, around = element.tag, element.around
    parents = WITHIN.get(tag.name)
    line = bare[max(bare.rfind("\n", 0, tag.span[0]) + 1, tag.span[0] - _NEAR) : tag.span[0]]
    if parents and (not around or around[-1] not in parents):
        expected = f"it directly inside <{'> or <'.join(parents)}>"
        yield _problem(text, tag, expected, f"Type <{parents[0]}> around it.")
    elif tag.name in SPANS and bare.find("\n\n", tag.span[1], element.end) >= 0:
        advice = (
            f"Close it at the end of the paragraph, or type <div> and </div> on their own lines instead of {tag.name}."
        )
        yield _problem(text, tag, f"</{tag.name}> in the same paragraph", advice)
    elif tag.name in BLOCKS and not (BLOCKS & set(around)) and line:
        yield _problem(text, tag, "it at the beginning of a line", "Type it on its own line, outside lists and quotes.")
    elif tag.name == "p" and _BLOCK.search(bare, tag.span[1], element.end):
        yield _problem(text, tag, "</p> before the next block", "Close it where its paragraph ends.")
    elif tag.name == "details" and not _SUMMARY.match(bare, tag.span[1]):
        yield _problem(text, tag, "<summary> as its first element", "Type <summary>its heading</summary> below it.")


def _problem(text: Text, tag: Tag, expected: str, advice: str) -> Problem:
    source = text.markdown[slice(*tag.span)]
    return Problem(where=text.at(tag.span[0]), subject="tag", found=source, expected=expected, advice=advice)
