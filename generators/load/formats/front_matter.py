"""Markdown files: the record between two lines of `---`, and the text below with its line number."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generators.load.formats import text_files
from generators.load.formats.comments import uncommented
from generators.load.formats.reading import Reading
from generators.load.formats.yaml_nodes import Sheet, parsed_yaml
from generators.load.formats.yaml_records import Keys, Record, parse_record
from generators.model import Text
from generators.model.problems import Problem, Where

_FENCE = "---"
_OF_THE_FILE = "The file name is the address: rename the file, and delete this key."
MEANT: Mapping[str, str] = {
    **dict.fromkeys(("date", "created", "pubdate", "publish_date"), "Type published, with a day such as 2018-07-25."),
    **dict.fromkeys(
        ("updated", "modified", "lastmod", "last_modified"), "Type revisions, with date and change of each."
    ),
    **dict.fromkeys(("description", "abstract", "excerpt", "subtitle", "lede"), "Type summary."),
    **dict.fromkeys(("slug", "permalink", "url", "aliases", "id"), _OF_THE_FILE),
    **dict.fromkeys(
        ("image", "cover", "thumbnail", "picture", "og_image"), "Type card_chart, with the name of a chart."
    ),
    **dict.fromkeys(("keywords", "keyword", "tag"), "Type tags, with a list of words."),
    **dict.fromkeys(("category", "categories", "section"), "Type topic, with the id of a topic in content/site.yml."),
    **dict.fromkeys(("language", "locale"), "Type lang, with the code of the language."),
    **dict.fromkeys(("by", "byline", "writer", "writers"), "Type author, or authors with a list."),
    **dict.fromkeys(
        ("layout", "template", "type", "hide", "search", "icon", "status", "toc", "weight", "nav_order"),
        "Delete it: all pages of a kind have the same layout.",
    ),
}
"""Advice by key of another generator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A Markdown file: its front matter and its text."""

    record: Record
    body: Text


def article(root: Path, path: str, keys: Keys) -> Reading[Article | None]:
    """Return the file's record and body; None and problems if either cannot be read."""
    text = yield from text_files.text(root, path)
    if text is None:
        return None
    lines = text.split("\n")
    end = _end(lines)
    if end is None:
        yield _no_front_matter(path, lines[0])
        return None
    entry = yield from parsed_yaml(Sheet(path=path, text="\n".join(lines[1:end]), above=1))
    head = None if entry is None else (yield from parse_record(entry, keys))
    source = Text(markdown="\n".join(lines[end + 1 :]), where=Where(path=path, line=end + 2))
    body = yield from uncommented(source)
    return None if head is None else Article(record=head, body=body)


def _end(lines: list[str]) -> int | None:
    """Return the index of the line that closes the front matter."""
    if lines[0].rstrip() != _FENCE:
        return None
    return next((i for i, line in enumerate(lines) if i > 0 and line.rstrip() == _FENCE), None)


def _no_front_matter(path: str, line: str) -> Problem:
    opened = line.rstrip() == _FENCE
    return Problem(
        where=Where(path=path),
        subject="front matter",
        found=line or None,
        expected="a closing line of three hyphens" if opened else "a line of three hyphens",
        advice="Place the keys at the top of the file, between two lines of ---.",
    )
