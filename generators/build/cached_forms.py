"""Text forms of pages from the cache: only pages that changed are written again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import generators
from generators.cache import code_digests, recalled
from generators.exports.search.entries import Entry, Section
from generators.exports.text_forms import PageForms, all_forms, page_forms
from generators.model import Asset, Catalog, Page
from generators.processes import mapped

_LIBRARIES = ("babel", "jinja2", "lxml", "markdown", "markupsafe")
_OWN_TEMPLATE = "documents/text_page.html"


def cached_forms(catalog: Catalog, pages: Mapping[str, Page], folder: Path) -> Mapping[str, PageForms]:
    """Return the forms of all pages, by path. A site's own template may show anything, so its pages are always written."""
    if _OWN_TEMPLATE in catalog.templates.texts:
        return all_forms(catalog, pages)
    common, values = _common_key(catalog, pages), (*pages.values(),)

    def write(missing: Sequence[int]) -> list[bytes]:
        return mapped(lambda number: _packed(page_forms(catalog, values[number], pages)), missing)

    keys = [sha256(f"{common}{page!r}".encode()).hexdigest() for page in values]
    contents = recalled(folder, keys, write)
    return {path: _unpacked(content) for path, content in zip(pages, contents, strict=True)}


def _common_key(catalog: Catalog, pages: Mapping[str, Page]) -> str:
    """Return the digest of what the forms of every page depend on."""
    versions = [version(name) for name in _LIBRARIES]
    parts = (versions, code_digests(generators), repr(catalog.config), repr(catalog.edition), sorted(pages))
    return sha256(json.dumps(parts).encode()).hexdigest()


def _packed(forms: PageForms) -> bytes:
    parts = [(part.path, part.content.decode()) for part in forms.parts]
    values = {
        "parts": parts,
        "markdown": forms.markdown,
        "entry": asdict(forms.entry) if forms.entry else None,
        "terms": [sorted(words) for words in forms.terms],
        "links": forms.links,
        "ids": sorted(forms.ids),
    }
    return json.dumps(values, ensure_ascii=False).encode()


def _unpacked(content: bytes) -> PageForms:
    values = json.loads(content)
    return PageForms(
        parts=tuple(Asset(path=path, content=text.encode()) for path, text in values["parts"]),
        markdown=values["markdown"],
        entry=_entry(**values["entry"]) if values["entry"] else None,
        terms=tuple(map(frozenset, values["terms"])),
        links=tuple((target, fragment) for target, fragment in values["links"]),
        ids=frozenset(values["ids"]),
    )


def _entry(path: str, title: str, names: list[str], sections: list[dict[str, Any]], figures: list[str]) -> Entry:
    parts = (
        Section(
            anchor=part["anchor"],
            heading=part["heading"],
            sentences=tuple(part["sentences"]),
            rest=tuple(part["rest"]),
        )
        for part in sections
    )
    return Entry(path=path, title=title, names=tuple(names), sections=tuple(parts), figures=tuple(figures))
