"""Output: pages, other files, and the site."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape

_SECTIONS = {
    "briefings": "briefings",
    "charts": "datasets",
    "datasets": "datasets",
    "disagreements": "datasets",
    "grades": "sources",
    "known": "datasets",
    "places": "places",
    "releases": "datasets",
    "revisions": "datasets",
    "sources": "sources",
}
"""The folder of the tab that a page outside the short nav belongs to, by the folder of its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """Templates of a site that replace the generator's."""

    folder: str = ""
    """As mkdocs.yml names it."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """By name: `components/value_card.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Markdown page, everything decided: no engine adds a word to it."""

    path: str
    """From the site's root, with forward slashes: `datasets/gauge-levels.md`."""
    title: str
    markdown: str
    description: str = ""
    searchable: bool = True
    names: tuple[str, ...] = ()
    """Other titles that search finds the page under: the spellings of a place, the terms that a page explains."""
    hide: tuple[str, ...] = ()
    """Parts of the frame that the page does without: "toc", "navigation"."""
    changed: date | None = None
    """The day of the last change of what it says; None where nobody can tell."""
    authored: str = ""
    """The file a person wrote it in, if one did."""

    @property
    def section(self) -> str:
        """The path of the page's tab; empty if none."""
        folder = _SECTIONS.get(self.path.partition("/")[0], "")
        return f"{folder}/index.md" if folder else ""

    @property
    def text(self) -> str:
        """The Markdown file: front matter, escaped for themes that print it as it is, then body."""
        meta: dict[str, object] = {"title": escape(self.title, quote=False)}
        if self.description:
            meta["description"] = escape(self.description)
        if not self.searchable:
            meta["search"] = {"exclude": True}
        if self.section:
            meta["section"] = self.section
        if self.changed:
            meta["changed"] = self.changed.isoformat()
        meta["plain"] = f"text/{self.path.removesuffix('.md')}.html"
        if self.names:
            meta["tags"] = list(self.names)
        if self.hide:
            meta["hide"] = list(self.hide)
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.markdown.strip() + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that is published as it is."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that is published, by path."""

    pages: Mapping[str, Page]
    assets: Mapping[str, Asset]
    figures: Mapping[str, str] = field(default_factory=dict)
    """Themed SVG by asset path in a figure's `img`; post-processing puts it inline."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """Head tags from post-processing, by path of the HTML."""
