"""Headings: levels go down one at a time from ##, each with text and a unique id, as pages and PDFs need."""

import re
from collections.abc import Iterator

from generators.model import Catalog, Text
from generators.model.problems import Problem
from generators.text.catalog_texts import bodies
from generators.text.markdown.masks import lines, without_code
from generators.text.markdown.normalize import slugged

_HEADING = re.compile(r"^([ \t]*)((?:>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+)*)(#{1,6})([^\n]*)$", re.MULTILINE)
_LINE = re.compile(r"(=+|-+)[ ]*$")
_NO_WORDS = re.compile(r"[ \t]*(?:$|[#>|<]|[-*+][ \t]|\d+[.)][ \t]|-+$|=+$)")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*\{[:#.][^{}\n]*\}[ \t]*$")
_ID = re.compile(r"\{:?[^{}\n]*?#([^\s{}]+)[^{}\n]*\}|<[^<>]*\sid\s*=\s*[\"']?([^\s\"'>]+)")
_OURS = re.compile(r"(?:card|note|source|chart|fn|fnref|judgement)-.*|cite|revisions|sources|footnotes")


def heading_order(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each heading that skips a level, is empty, is a second title, is inside a list or
    quotation, or repeats an id.
    """
    for text in bodies(catalog):
        bare = without_code(text.markdown)
        yield from _levels(text, bare)
        yield from _underlined_headings(text, bare)
        yield from _ids(text, bare)


def _levels(text: Text, bare: str) -> Iterator[Problem]:
    above = 1
    for match in _HEADING.finditer(bare):
        indent, inside, marks, words = match.groups()
        level = len(marks)
        if inside:
            yield _problem(
                text, match, "a heading outside lists and quotes", f"Write {marks} at the beginning of a line."
            )
        elif len(indent) > 3 or (indent and not words.startswith((" ", "\t"))):
            continue
        elif indent:
            yield _problem(text, match, "a heading at the beginning of its line", "Delete the spaces before it.")
        else:
            yield from _heading_problem(text, match, above)
            above = max(level, 2)


def _heading_problem(text: Text, match: re.Match[str], above: int) -> Iterator[Problem]:
    marks, words = match[3], match[4]
    plain = _ATTRIBUTES.sub("", words).strip().rstrip("#").strip()
    if words and not words.startswith((" ", "\t")):
        advice = f"Type {marks} {words} for a heading, otherwise a backslash before it: \\{marks}{words}"
        yield _problem(text, match, "a space after the marks of a heading", advice)
    elif not plain:
        yield _problem(text, match, "a heading with text", "Write its text, or delete the marks.")
    elif len(marks) == 1:
        advice = f"Type ## {plain}: the title in the front matter is the only first-level heading of the page."
        yield _problem(text, match, "##", advice)
    elif len(marks) > above + 1:
        correct_marks = "#" * (above + 1)
        yield _problem(
            text, match, correct_marks, f"Type {correct_marks} {plain}: heading levels go down one at a time."
        )


def _problem(text: Text, match: re.Match[str], expected: str, advice: str) -> Problem:
    where = text.at(match.start(3))
    source = match[3] if expected.startswith("#") else match[0].strip()
    return Problem(where=where, subject="heading", found=source, expected=expected, advice=advice)


def _underlined_headings(text: Text, bare: str) -> Iterator[Problem]:
    start, above = 0, ""
    for at, line in lines(bare):
        underline = _LINE.match(line)
        if underline and "|" not in above and not _NO_WORDS.match(above):
            yield Problem(
                where=text.at(start),
                subject="heading",
                found=underline[1][:3],
                expected="a heading that begins with ##",
                advice=f"Type ## {above.strip()}; for a horizontal rule, leave an empty line above it.",
            )
        start, above = at, line


def _ids(text: Text, bare: str) -> Iterator[Problem]:
    names: set[str] = set()
    for match in _ID.finditer(bare):
        name = match[1] or match[2]
        if name in names or _OURS.fullmatch(name):
            expected = "an id that is unique on the page"
            advice = f"Choose another, such as {slugged(name)}-here."
            yield Problem(where=text.at(match.start()), subject="id", found=name, expected=expected, advice=advice)
        names.add(name)
