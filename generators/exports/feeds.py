"""Feeds of changes, as Atom (RFC 4287) and JSON Feed 1.1.

An entry's ID is a tag URI (RFC 4151) of the declared authority, else of the contact's host, and of the entry's name: it is
permanent while the authority stays. Links are absolute if the site's address is known; otherwise Atom has relative ones, JSON Feed none.
"""

import json
from collections.abc import Iterator
from datetime import date

from lxml import etree
from lxml.builder import E, ElementMaker

from generators.analysis.history.feed_entries import Change, Feed, feeds, founded
from generators.model import Asset, Author, Catalog, Edition, SiteConfig
from generators.text.messages import gettext
from generators.urls.links import absolute, reached, tag_uri
from generators.urls.paths import HOME

_SPACE = "http://www.w3.org/2005/Atom"
_ATOM = ElementMaker(namespace=_SPACE, nsmap={None: _SPACE})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_files(catalog: Catalog) -> Iterator[Asset]:
    """Yield two files for each feed."""
    for feed in feeds(catalog):
        text = f"{json.dumps(_json(feed, catalog), ensure_ascii=False, indent=1)}\n"
        yield Asset(path=feed.path("atom"), content=_atom(feed, catalog))
        yield Asset(path=feed.path("json"), content=text.encode())


def _entry_id(change: Change, config: SiteConfig) -> str:
    return tag_uri(config, change.since, f"{change.kind}/{change.name}")


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _title(feed: Feed, config: SiteConfig) -> str:
    return f"{config.name}: {feed.title}"


def _update_day(feed: Feed, edition: Edition) -> date:
    return max((entry.day for entry in feed.entries), default=edition.date)


def _atom(feed: Feed, catalog: Catalog) -> bytes:
    config, path = catalog.config, feed.path("atom")
    root = _ATOM.feed(
        {_LANGUAGE: config.language},
        _ATOM.id(tag_uri(config, founded(catalog), f"feeds/{feed.name}")),
        _ATOM.title(_title(feed, config)),
        _ATOM.updated(_stamp(_update_day(feed, catalog.edition))),
        _ATOM.author(_ATOM.name(config.publisher)),
        _ATOM.link(rel="self", type="application/atom+xml", href=reached(config, path, path)),
        _ATOM.link(rel="alternate", type="text/html", href=reached(config, path, HOME)),
        *(_entry(change, config, path) for change in feed.entries),
    )
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _entry(change: Change, config: SiteConfig, path: str) -> etree._Element:
    parts = [
        _ATOM.id(_entry_id(change, config)),
        _ATOM.title(change.title),
        _ATOM.published(_stamp(change.since)),
        _ATOM.updated(_stamp(change.day)),
        _ATOM.link(rel="alternate", type="text/html", href=reached(config, path, change.page)),
        *(_ATOM.author(*_person(author)) for author in change.authors),
        *(_ATOM.category(term=tag) for tag in change.tags),
        _ATOM.summary(change.whole),
    ]
    if change.figures:
        parts.append(_ATOM.content(_html(change, config, path), type="html"))
    return _ATOM.entry({} if change.language == config.language else {_LANGUAGE: change.language}, *parts)


def _person(author: Author) -> Iterator[etree._Element]:
    yield _ATOM.name(author.name)
    if author.orcid:
        yield _ATOM.uri(author.address)


def _html(change: Change, config: SiteConfig, path: str) -> str:
    """Return the text, each figure with a link to its row, and a link to all differences between the two editions."""
    rows = (E.li(E.a(row.figure, href=reached(config, path, row.page)), f". {row.words}") for row in change.figures)
    link = E.a(gettext("All differences between the two editions"), href=reached(config, path, change.page))
    parts = (E.p(change.text), E.ul(*rows), E.p(link))
    return "".join(etree.tostring(part, encoding="unicode", method="html") for part in parts)


def _json(feed: Feed, catalog: Catalog) -> dict[str, object]:
    config = catalog.config
    addresses = {"home_page_url": config.address, "feed_url": absolute(config, feed.path("json"))}
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed, config),
        **(addresses if config.address else {}),
        "language": config.language,
        "authors": [{"name": config.publisher}],
        "items": [_item(change, config, feed.path("json")) for change in feed.entries],
    }


def _item(change: Change, config: SiteConfig, path: str) -> dict[str, object]:
    return {
        "id": _entry_id(change, config),
        **({"url": absolute(config, change.page)} if config.address else {}),
        "title": change.title,
        "content_text": change.whole,
        **({"content_html": _html(change, config, path)} if change.figures and config.address else {}),
        **({"language": change.language} if change.language != config.language else {}),
        **({"authors": [_author(author) for author in change.authors]} if change.authors else {}),
        **({"tags": list(change.tags)} if change.tags else {}),
        "date_published": _stamp(change.since),
        "date_modified": _stamp(change.day),
    }


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name, **({"url": author.address} if author.orcid else {})}
