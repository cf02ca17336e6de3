"""Search index: a directory, words with their pages, and texts of the pages.

Each file is a script of one call, because scripts also load without a server. A query loads the parts that contain its
words, then the texts of the pages that it shows.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from generators.exports.search.entries import Entry
from generators.exports.search.words import search_terms, title_key
from generators.model import Asset
from generators.model.languages import translatable
from generators.text.messages import gettext, ngettext_forms, site_numbering, translated

FOLDER = "search/"
KINDS = {
    translatable("Briefings"): ("briefings",),
    translatable("Data"): ("datasets", "disagreements", "revisions", "known"),
    translatable("Charts"): ("charts", "chart-kinds"),
    translatable("Places"): ("places",),
    translatable("Sources"): ("sources", "grades"),
    translatable("Site"): (),
}
"""Folders of each kind of page, in the order of equal results; other pages are of the last kind."""
PART = 16_000
"""Approximate characters of a file: larger ones cost a query more bytes, smaller ones more requests."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FIELDS = ("same", "title", "heading", "text")
"""Places of a word on a page, best first; "same" means that the word is the whole title."""
Terms = tuple[frozenset[str], ...]
"""Words of an entry for each field; none for a page without an entry."""


def of_entries(entries: Iterable[tuple[Entry, Terms]]) -> Iterator[Asset]:
    """Yield the files of the index: the directory, the words and the texts."""
    ranked = sorted(entries, key=lambda pair: _sort_key(pair[0]))
    if ranked:
        yield from _files(*zip(*ranked, strict=True))


def _files(ordered: Sequence[Entry], terms: Sequence[Terms]) -> Iterator[Asset]:
    words = {first: _json("\n".join(lines)) for first, lines in _parts(_words(terms))}
    texts = {first: f"[{','.join(lines)}]" for first, lines in _parts(_texts(ordered))}
    digest = sha256("".join([*words.values(), *texts.values()]).encode()).hexdigest()[:10]
    for name, parts in (("words", words), ("texts", texts)):
        for number, value in enumerate(parts.values()):
            call = f'finder.part("{name}-{number}",{value})\n'
            yield Asset(path=f"{FOLDER}{digest}/{name}-{number}.js", content=call.encode())
    directory = {
        "in": digest,
        "kinds": _starts(ordered),
        "words": list(words),
        "texts": [int(at) for at in texts],
        "said": _said(),
    }
    yield Asset(path=f"{FOLDER}index.js", content=f"finder.directory({_json(directory)})\n".encode())


def _said() -> dict[str, object]:
    """Return what the results say, with the form of a message for each category of numbers."""
    return {
        "all": gettext("All"),
        "rest": gettext("Found in a table or list on this page."),
        "none": gettext("No matching pages. Results contain every word: try fewer words."),
        "start": gettext("Type to search titles, headings, text and figures."),
        "failed": gettext("Part of the search index could not be loaded. Reload the page to try again."),
        "numbering": site_numbering(),
        "found": ngettext_forms("%(num)s matching page", "%(num)s matching pages"),
    }


def _sort_key(entry: Entry) -> tuple[int, int, str]:
    """Return the sort key of an entry: by kind, then pages before their subpages."""
    return _kind(entry), entry.path.count("/"), entry.path.removesuffix(".html")


def _kind(entry: Entry) -> int:
    folder = entry.path.partition("/")[0] if "/" in entry.path else ""
    return next((at for at, folders in enumerate(KINDS.values()) if folder in folders), len(KINDS) - 1)


def _starts(ordered: Sequence[Entry]) -> list[tuple[str, int]]:
    """Return each kind that has pages with the number of its first."""
    kinds = [_kind(entry) for entry in ordered]
    return [(translated(name), kinds.index(at)) for at, name in enumerate(KINDS) if at in kinds]


def _parts(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines in files of about the same length, each with the name of its first line."""
    first, part, length = "", list[str](), 0
    for name, line in lines:
        if not part:
            first = name
        part.append(line)
        length += len(line) + 1
        if length >= PART:
            yield first, part
            part, length = [], 0
    if part:
        yield first, part


def _words(ordered: Sequence[Terms]) -> Iterator[tuple[str, str]]:
    places: dict[str, tuple[set[int], ...]] = defaultdict(lambda: tuple(set() for _ in _FIELDS))
    for number, terms in enumerate(ordered):
        for field, words in enumerate(terms):
            for word in words:
                places[word][field].add(number)
    for word, fields in sorted(places.items()):
        yield word, "\t".join([word, *_lists(fields)]).rstrip("\t")


def terms_of(entry: Entry) -> Terms:
    """Return the words of an entry for each field."""
    titles = (entry.title, *entry.names)
    headings = tuple(section.heading for section in entry.sections)
    texts = (*entry.figures, *(text for part in entry.sections for text in (*part.sentences, *part.rest)))
    fields = (titles, headings, texts)
    if entry.path.count("/") > 1:  # beneath another page, as one year of a dataset: its title is a heading of that page
        fields, titles = ((), (*titles, *headings), texts), (entry.title,)
    same = frozenset(map(title_key, titles)) - {""}
    return same, *(frozenset().union(*map(search_terms, field)) for field in fields)


def _lists(fields: Sequence[set[int]]) -> Iterator[str]:
    """Yield the pages of each field as differences between their numbers, without those of better fields."""
    same, title, heading, text = fields
    for field in (same, title, heading - title, text - heading - title):
        yield " ".join(_short(after - before) for before, after in pairwise((0, *sorted(field))))


def _short(number: int) -> str:
    """Return the number to the base of 36.

    >>> _short(0), _short(35), _short(36)
    ('0', 'z', '10')
    """
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits


def _texts(ordered: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    for number, entry in enumerate(ordered):
        sections = [[section.anchor, section.heading, *section.sentences] for section in entry.sections]
        yield str(number), _json([entry.path, entry.title, *sections])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
