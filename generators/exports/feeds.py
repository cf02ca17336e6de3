"""Feeds of changes, as Atom (RFC 4287) and JSON Feed 1.1.

An entry's ID is a tag URI (RFC 4151) of the declared authority, else of the contact's host, and of the entry's name: it is
permanent while the authority stays. Links are absolute if the site's address is known; otherwise Atom has relative ones, JSON Feed none.
"""

import json
from collections.abc import Iterator
from datetime import date
from html import escape

from generators.analysis.history.feed_entries import Change, Feed, feeds, founded
from generators.model import Asset, Author, Catalog, Edition, SiteConfig
from generators.model.languages import ENGLISH
from generators.urls.links import absolute, reached, tag_uri
from generators.urls.paths import HOME


def feed_files(catalog: Catalog) -> Iterator[Asset]:
    """Yield two files for each feed."""
    for feed in feeds(catalog):
        told = f"{json.dumps(_json(feed, catalog), ensure_ascii=False, indent=1)}\n"
        yield Asset(path=feed.path("atom"), content=_atom(feed, catalog).encode())
        yield Asset(path=feed.path("json"), content=told.encode())


def _of_change(change: Change, config: SiteConfig) -> str:
    return tag_uri(config, change.since, f"{change.kind}/{change.name}")


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _title(feed: Feed, config: SiteConfig) -> str:
    return f"{config.name}: {feed.title}"


def _updated(feed: Feed, edition: Edition) -> date:
    return max((entry.day for entry in feed.entries), default=edition.date)


def _atom(feed: Feed, catalog: Catalog) -> str:
    config, path = catalog.config, feed.path("atom")
    head = (
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        _element("id", tag_uri(config, founded(catalog), f"feeds/{feed.name}")),
        _element("title", _title(feed, config)),
        _element("updated", _stamp(_updated(feed, catalog.edition))),
        f"<author>{_element('name', config.publisher)}</author>",
        f'<link rel="self" type="application/atom+xml" href="{_way(config, path, path)}"/>',
        f'<link rel="alternate" type="text/html" href="{_way(config, path, HOME)}"/>',
    )
    return "\n".join((*head, *(_entry(change, config, path) for change in feed.entries), "</feed>", ""))


def _entry(change: Change, config: SiteConfig, path: str) -> str:
    return "\n".join(
        (
            f"<entry{_language(change)}>",
            _element("id", _of_change(change, config)),
            _element("title", change.title),
            _element("published", _stamp(change.since)),
            _element("updated", _stamp(change.day)),
            f'<link rel="alternate" type="text/html" href="{_way(config, path, change.page)}"/>',
            *(f"<author>{_by(author)}</author>" for author in change.authors),
            *(f'<category term="{escape(word)}"/>' for word in change.tags),
            _element("summary", change.whole),
            *_listed(change, config, path),
            "</entry>",
        )
    )


def _language(change: Change) -> str:
    return "" if change.language == ENGLISH else f' xml:lang="{change.language}"'


def _by(author: Author) -> str:
    return _element("name", author.name) + (_element("uri", author.address) if author.orcid else "")


def _listed(change: Change, config: SiteConfig, path: str) -> Iterator[str]:
    if change.figures:
        yield f'<content type="html">{escape(_html(change, config, path), quote=False)}</content>'


def _html(change: Change, config: SiteConfig, path: str) -> str:
    """Return the text, each figure with a link to its row, and a link to all differences between the two editions."""
    items = "".join(
        f'<li><a href="{_way(config, path, told.page)}">{escape(told.figure)}</a>. {escape(told.words)}</li>'
        for told in change.figures
    )
    every = f'<a href="{_way(config, path, change.page)}">All differences between the two editions</a>'
    return f"<p>{escape(change.text)}</p><ul>{items}</ul><p>{every}</p>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>"


def _way(config: SiteConfig, page: str, target: str) -> str:
    return escape(reached(config, page, target))


def _json(feed: Feed, catalog: Catalog) -> dict[str, object]:
    config = catalog.config
    placed = {"home_page_url": config.address, "feed_url": absolute(config, feed.path("json"))}
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed, config),
        **(placed if config.address else {}),
        "language": "en",
        "authors": [{"name": config.publisher}],
        "items": [_item(change, config, feed.path("json")) for change in feed.entries],
    }


def _item(change: Change, config: SiteConfig, path: str) -> dict[str, object]:
    return {
        "id": _of_change(change, config),
        **({"url": absolute(config, change.page)} if config.address else {}),
        "title": change.title,
        "content_text": change.whole,
        **({"content_html": _html(change, config, path)} if change.figures and config.address else {}),
        **({"language": change.language} if change.language != ENGLISH else {}),
        **({"authors": [_named(author) for author in change.authors]} if change.authors else {}),
        **({"tags": list(change.tags)} if change.tags else {}),
        "date_published": _stamp(change.since),
        "date_modified": _stamp(change.day),
    }


def _named(author: Author) -> dict[str, str]:
    return {"name": author.name, **({"url": author.address} if author.orcid else {})}
