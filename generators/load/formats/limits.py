"""Limits on input, so that time and memory stay in proportion to file size.

Each is several times the longest real text; longer input is a mistake, a file of another kind or an attack.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import yaml

from generators.model.problems import Problem, Where
from generators.text.wording import plural

BYTES = 100_000_000
"""Bytes of any file."""
TEXT = 500_000
"""Characters of a Markdown file."""
RECORDS = 20_000_000
"""Characters of a YAML file: the judgements of a thousand briefings have eight million."""
LINE = 10_000
"""Characters of one of its lines, which may be a whole paragraph."""
PARAGRAPH = 20_000
"""Characters of a Markdown file between two empty lines."""
PARAGRAPHS = 2_000
"""Paragraphs of a Markdown file: two hundred pages on paper."""
WORD = 2_000
"""Characters between two spaces; addresses are the longest words."""
VALUE = 10_000
"""Characters of a cell of a table or of a value under a key."""
ROWS = 50_000
"""Rows of a table."""
DEPTH = 20
"""Lists and mappings within each other in YAML."""
_TYPED = (".md", ".yml", ".yaml")
_WORDS = re.compile(r"\S+")


def too_long(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for a typed file that is too long, else for each line or word that is."""
    if not path.endswith(_TYPED):
        return
    problems = tuple(_too_long_file(path, text))
    yield from problems
    if not problems:
        yield from _too_long_lines(path, text)


def _too_long_file(path: str, text: str) -> Iterator[Problem]:
    advice = "Split it into several files."
    if not path.endswith(".md"):
        if len(text) > RECORDS:
            yield _problem(Where(path=path), "file", len(text), RECORDS, "Put tables into data/, as CSV.")
    elif len(text) > TEXT:
        yield _problem(Where(path=path), "file", len(text), TEXT, advice)
    elif (count := _paragraphs(text)) > PARAGRAPHS:
        found, expected = plural(count, "paragraph"), f"at most {PARAGRAPHS:,} paragraphs"
        yield Problem(where=Where(path=path), subject="file", found=found, expected=expected, advice=advice)


def _paragraphs(text: str) -> int:
    """Return the number of line runs before an empty line."""
    full = [bool(line.strip()) for line in text.split("\n")]
    return sum(before and not after for before, after in pairwise(full))


def _too_long_lines(path: str, text: str) -> Iterator[Problem]:
    length = 0
    for number, line in enumerate(text.split("\n"), start=1):
        length = length + len(line) if line.strip() else 0
        if len(line) > LINE:
            advice = "Add an empty line between paragraphs, or a line break between sentences."
            yield _problem(Where(path=path, line=number), "line", len(line), LINE, advice)
        elif path.endswith(".md") and length > PARAGRAPH:
            advice = "Add an empty line between paragraphs."
            yield _problem(Where(path=path, line=number), "paragraph", length, PARAGRAPH, advice)
            length = 0
        elif len(line) > WORD:
            yield from _long_words(path, number, line)


def _long_words(path: str, number: int, line: str) -> Iterator[Problem]:
    for match in _WORDS.finditer(line):
        if len(match[0]) > WORD:
            where = Where(path=path, line=number, column=match.start() + 1)
            yield _problem(where, "word", len(match[0]), WORD, "Remove it, or add spaces between its words.")


def too_long_value(where: Where, subject: str, text: str) -> Iterator[Problem]:
    """Yield a problem for a cell or value that is too long for any page."""
    if len(text) > VALUE:
        yield _problem(where, subject, len(text), VALUE, "Shorten it, and write the rest on a page.")


def too_many_rows(path: str, count: int) -> Iterator[Problem]:
    """Yield a problem for a table with too many rows for a reader."""
    if count > ROWS:
        yield Problem(
            where=Where(path=path, line=ROWS + 2),
            subject="table",
            found=plural(count, "row"),
            expected=f"at most {ROWS:,} rows",
            advice="Keep published figures, such as totals by month and place, or split the table.",
        )


def too_deep(path: str, above: int, text: str, loader: type[yaml.SafeLoader]) -> Iterator[Problem]:
    """Yield a problem for YAML nested deeper than any of our records, or for an alias.

    The events of the parser are read one by one: composing a tree goes as deep as the text does.
    """
    depth = 0
    try:
        for event in yaml.parse(text, loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            mark = event.start_mark
            where = Where(path=path, line=mark.line + above + 1, column=mark.column + 1) if mark else Where(path=path)
            if isinstance(event, yaml.AliasEvent):
                yield _alias(where, str(event.anchor))
                return
            if depth > DEPTH:
                yield _deep_nesting(where)
                return
    except yaml.YAMLError:
        return  # told by whoever composes it


def _deep_nesting(where: Where) -> Problem:
    expected = f"at most {DEPTH} nested lists and mappings"
    advice = "Put text that begins with brackets, braces or hyphens in quotation marks."
    return Problem(where=where, subject="YAML", found="another one", expected=expected, advice=advice)


def _alias(where: Where, name: str) -> Problem:
    advice = "Write the value again; put text that begins with * in quotation marks."
    return Problem(where=where, subject="YAML", found=f"*{name}", expected="no alias", advice=advice)


def _problem(where: Where, subject: str, length: int, limit: int, advice: str) -> Problem:
    size, expected = plural(length, "character"), f"at most {limit:,} characters"
    return Problem(where=where, subject=subject, found=size, expected=expected, advice=advice)


def irregular(root: Path, path: str) -> Iterator[Problem]:
    """Yield a problem for a path that cannot be read as a whole: a broken link, a pipe, a device, an oversized file."""
    place = root / path
    irregularity = _irregularity(place)
    if irregularity:
        kind, advice = irregularity
        yield Problem(where=Where(path=path), subject="file", found=kind, expected="a file", advice=advice)


def _irregularity(place: Path) -> tuple[str, str] | None:
    try:
        status = place.stat()
    except OSError:
        return ("a broken link", "Remove it, or restore its target.") if place.is_symlink() else None
    if S_ISDIR(status.st_mode) and place.is_symlink():
        return "a link to a folder", "Replace it with the folder itself: links can form a loop."
    if not (S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)):
        return "a pipe, a socket or a device", "Remove it: only regular files can be read."
    if status.st_size > BYTES:
        return plural(status.st_size, "byte"), f"A file may have at most {BYTES:,} bytes: keep published figures only."
    return None
