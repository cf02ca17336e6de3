"""Citable items in the formats of reference managers: BibTeX, RIS, CSL-JSON."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generators.metadata.csl_items import Item, author_names, date_of
from generators.urls.links import iri

_ENTRIES = {"report": "techreport", "article-newspaper": "article"}
_RIS = {"report": "RPRT", "article-newspaper": "NEWS", "dataset": "DATA", "graphic": "FIGURE"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%$#_"},
}
_BRACES = {"{": r"\{\vphantom{\}}", "}": r"\vphantom{\{}\}"}
"""BibTeX also counts escaped braces: an unpaired one gets an invisible partner, or it would absorb the next entries."""
_SIGN = re.compile("|".join(map(re.escape, _SPECIAL)))
_LIGATURE = re.compile(r"(?<=([-'`<>,]))(?=\1)|(?<=[?!])(?=`)")
"""The gap between two characters that LaTeX would join into one, such as two hyphens into a dash."""
_SPACE = re.compile(r"[\x00-\x20\x7f\x85\u2028\u2029]+")
_RIS_COMMA = re.compile(r"\s*,\s*")
"""In RIS a comma separates the family name from the given name; our names do not mark these parts."""


def csl_json(items: Iterable[Item]) -> str:
    """Return the items as CSL-JSON, one per line."""
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]\n"


def bibtex(items: Iterable[Item]) -> str:
    """Return the items as BibTeX. Double braces keep programs from splitting or recasing names and titles."""
    return "\n".join(map(_entry, items))


def _entry(item: Item) -> str:
    kind = _ENTRIES.get(str(item["type"]), "misc")
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(item, kind) if value)
    return f"@{kind}{{{item['id']},\n{fields}}}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", f"{{{' and '.join(f'{{{_latex(name)}}}' for name in author_names(item))}}}"
    yield "title", f"{{{{{_latex(item['title'])}}}}}"
    if kind == "article":
        yield "journal", _in_braces(item.get("container-title"))
    elif kind == "techreport":
        yield "institution", _in_braces(item.get("publisher"))
    else:
        yield "publisher", _in_braces(item.get("publisher"))
    year, month, day = date_of(item)
    yield "year", f"{{{year}}}" if year else ""
    yield "month", _MONTHS[month - 1] if month else ""
    yield "day", f"{{{day}}}" if day else ""
    yield "version", _in_braces(item.get("version"))
    yield "url", f"{{{iri(str(item['URL']))}}}" if item.get("URL") else ""
    yield "language", _in_braces(item.get("language"))
    yield "keywords", _in_braces(item.get("keyword"))
    yield "note", _in_braces(item.get("note"))


def _in_braces(text: object) -> str:
    return f"{{{_latex(text)}}}" if text else ""


def _latex(text: object) -> str:
    """Return the text as LaTeX prints it, on one line."""
    line = _line(text)
    signs = _SPECIAL if _is_paired(line) else {**_SPECIAL, **_BRACES}
    return _SIGN.sub(lambda sign: signs[sign[0]], _LIGATURE.sub("\0", line)).replace("\0", "{}")


def _is_paired(text: str) -> bool:
    """Return True if all braces of the text are paired."""
    braces = re.sub(r"[^{}]+", "", text)
    while "{}" in braces:
        braces = braces.replace("{}", "")
    return not braces


def _line(text: object) -> str:
    """Return the text on one line, with each run of whitespace and control characters as one space."""
    return _SPACE.sub(" ", str(text)).strip()


def ris(items: Iterable[Item]) -> str:
    """Return the items as RIS, with CRLF line ends and each value on one line."""
    fields = ((tag, _line(value)) for item in items for tag, value in _tags(item))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value or tag == "ER")


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS[str(item["type"])]
    yield "ID", str(item["id"])
    for name in author_names(item):
        yield "AU", _family_name(name)
    year, month, day = date_of(item)
    yield "TI", str(item["title"])
    yield "T2", str(item.get("container-title", ""))
    yield "PB", str(item.get("publisher", ""))
    yield "PY", str(year or "")
    yield "DA", "/".join((str(year), f"{month:02}" if month else "", f"{day:02}" if day else "", "")) if year else ""
    yield "ET", str(item.get("version", ""))
    yield "LA", str(item.get("language", ""))
    for word in filter(None, str(item.get("keyword", "")).split("; ")):
        yield "KW", word
    yield "N1", str(item.get("note", ""))
    yield "UR", str(item.get("URL", ""))
    yield "ER", ""


def _family_name(name: str) -> str:
    """Return the name with its only comma at the end, which makes the whole name the family name.

    Without it, pandoc takes the last word as the family name. Pandoc and Zotero drop the comma, a convention of EndNote. A
    program that prints it does less harm than one that cites "Count, Example Body".
    """
    return f"{_RIS_COMMA.sub(' ', name).strip()},"


FORMS: Mapping[str, tuple[str, Callable[[Iterable[Item]], str]]] = {
    "bib": ("BibTeX", bibtex),
    "ris": ("RIS", ris),
    "json": ("CSL-JSON", csl_json),
}
"""Name and writer of each format, by file extension."""
