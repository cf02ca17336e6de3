"""The way to a page or file: from another page, from anywhere, and as a name that never changes."""

import re
from datetime import date
from functools import cache
from posixpath import dirname, relpath

from generators.model import Catalog, SiteConfig
from generators.urls.paths import HOME

_HOST = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAIL = re.compile(rf"{_ATOM}(\.{_ATOM})*@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{{2,}}")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def absolute(config: SiteConfig, target: str) -> str:
    """The whole address of a page or file; from the site's root where nobody has said where the site stands."""
    return config.address + html_way(HOME, target)


def published_at(config: SiteConfig, target: str) -> str:
    """The whole address of a page or file; empty where nobody has said where the site stands."""
    return absolute(config, target) if config.address else ""


def reached(config: SiteConfig, page: str, target: str) -> str:
    """The whole address where it is known, else the way from the page, which means the same to who reads it there."""
    return published_at(config, target) or html_way(page, target)


def identifier(catalog: Catalog, target: str) -> str:
    """A URI of a page or file: its address, or where nobody has said where the site stands a tag."""
    return namespace(catalog) + html_way(HOME, target)


def namespace(catalog: Catalog) -> str:
    """What the URIs of all pages and files begin with: the site's address, or a tag (RFC 4151)."""
    return catalog.config.address or tag_uri(catalog.config, catalog.edition.date, "")


def tag_uri(config: SiteConfig, day: date, name: str) -> str:
    """A name (RFC 4151) by the declared authority, which never changes; without one by the host of the contact on that day."""
    host = _HOST.search((mail(config).rpartition("@")[2] or config.contact).lower())
    by_contact = f"{host.group() if host else 'invalid'},{day.isoformat()}"
    return f"tag:{config.authority or by_contact}:{name}"


def mail(config: SiteConfig) -> str:
    """Return the contact if it is an e-mail address, else nothing: it may be a web page or an address for letters."""
    return config.contact if _MAIL.fullmatch(config.contact) else ""


def contact_address(config: SiteConfig) -> str:
    """Return the link that the contact stands for, `mailto:` or a web address; nothing if it is neither."""
    if mail(config):
        return f"mailto:{_encoded(config.contact, r'[%#?&/=^`{|}]')}"
    return iri(config.contact) if _WEB.fullmatch(config.contact) else ""


def contact_fields(config: SiteConfig, for_mail: str, for_page: str) -> dict[str, str]:
    """Return the contact under the name that a format has for an e-mail address or for a page; nothing if it is neither."""
    address = contact_address(config)
    if mail(config):
        return {for_mail: config.contact}
    return {for_page: address} if address else {}


@cache
def way(page: str, target: str) -> str:
    """The relative link from one page to another page or file, as Markdown wants it.

    >>> way("briefings/river-levels.md", "datasets/gauge-levels.md")
    '../datasets/gauge-levels.md'
    """
    return relpath(
        f"/{target}", f"/{dirname(page)}"
    )  # from a root, so that it does not depend on the folder of the process


def html_way(page: str, target: str) -> str:
    """The same link as the finished page wants it: raw HTML is passed on as it stands.

    >>> html_way("index.md", "datasets/gauge-levels.md#level.rv-a.2020-01")
    'datasets/gauge-levels.html#level.rv-a.2020-01'
    """
    path, hash_sign, fragment = target.partition("#")
    return way(page, re.sub(r"\.md$", ".html", path)) + hash_sign + fragment


def iri(address: str) -> str:
    """The address with the signs that no IRI may have written as numbers (RFC 3987).

    >>> iri("https://example.org/{a}|b")
    'https://example.org/%7Ba%7D%7Cb'
    """
    return _encoded(address, r"[<>\"{}|\\^`]")


def _encoded(address: str, signs: str) -> str:
    return re.sub(signs, lambda sign: f"%{ord(sign[0]):02X}", address)
