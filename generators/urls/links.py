"""Links to pages and files: relative, absolute, and as permanent URIs."""

import re
from datetime import date
from functools import cache
from posixpath import dirname, join, normpath, relpath

from generators.model import Catalog, SiteConfig
from generators.urls.paths import HOME

_HOST = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAIL = re.compile(rf"{_ATOM}(\.{_ATOM})*@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{{2,}}")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def absolute(config: SiteConfig, target: str) -> str:
    """Return the full address of a page or file; relative to the site's root if the site has no declared address."""
    return config.address + html_way(HOME, target)


def published_at(config: SiteConfig, target: str) -> str:
    """Return the full address of a page or file; empty if the site has no declared address."""
    return absolute(config, target) if config.address else ""


def reached(config: SiteConfig, page: str, target: str) -> str:
    """Return the full address if the site has one, else the relative link from the page."""
    return published_at(config, target) or html_way(page, target)


def identifier(catalog: Catalog, target: str) -> str:
    """Return the URI of a page or file: its address, or a tag URI if the site has no declared address."""
    return namespace(catalog) + html_way(HOME, target)


def namespace(catalog: Catalog) -> str:
    """Return the prefix of all URIs: the site's address, or a tag URI (RFC 4151)."""
    return catalog.config.address or tag_uri(catalog.config, catalog.edition.date, "")


def tag_uri(config: SiteConfig, day: date, name: str) -> str:
    """Return a tag URI (RFC 4151) by the declared authority, or by the contact's host on that day."""
    host = _HOST.search((mail(config).rpartition("@")[2] or config.contact).lower())
    by_contact = f"{host.group() if host else 'invalid'},{day.isoformat()}"
    return f"tag:{config.authority or by_contact}:{name}"


def mail(config: SiteConfig) -> str:
    """Return the contact if it is an e-mail address, else an empty text: it may be a web page or a postal address."""
    return config.contact if _MAIL.fullmatch(config.contact) else ""


def contact_address(config: SiteConfig) -> str:
    """Return the contact as a link, `mailto:` or a web address; empty if it is neither."""
    if mail(config):
        return f"mailto:{_encoded(config.contact, r'[%#?&/=^`{|}]')}"
    return iri(config.contact) if _WEB.fullmatch(config.contact) else ""


def contact_fields(config: SiteConfig, for_mail: str, for_page: str) -> dict[str, str]:
    """Return the contact under a format's field for an e-mail address or a page; empty if it is neither."""
    address = contact_address(config)
    if mail(config):
        return {for_mail: config.contact}
    return {for_page: address} if address else {}


def way(page: str, target: str) -> str:
    """Return the relative link from one page to another page or file, for Markdown.

    >>> way("briefings/river-levels.md", "datasets/gauge-levels.md")
    '../datasets/gauge-levels.md'
    """
    return _from_folder(dirname(page), target)


@cache
def _from_folder(folder: str, target: str) -> str:
    return relpath(f"/{target}", f"/{folder}")  # absolute, so that it does not depend on the working directory


def html_way(page: str, target: str) -> str:
    """Return the same link for raw HTML, which Markdown does not convert.

    >>> html_way("index.md", "datasets/gauge-levels.md#level.rv-a.2020-01")
    'datasets/gauge-levels.html#level.rv-a.2020-01'
    """
    path, hash_sign, fragment = target.partition("#")
    return way(page, re.sub(r"\.md$", ".html", path)) + hash_sign + fragment


def has_scheme(address: str) -> bool:
    """Return True for an address that is no path on the site.

    >>> has_scheme("HTTPS://example.org"), has_scheme("git+ssh://example.org"), has_scheme("about.md#a:b")
    (True, True, False)
    """
    return bool(_SCHEME.match(address))


def target_of(page: str, address: str) -> tuple[str, str]:
    """Return the path and the id that a relative link on the page leads to.

    >>> target_of("briefings/river-levels.md", "../datasets/gauge%20levels.html#a%C3%A9")
    ('datasets/gauge levels.md', 'aé')
    """
    path, _, fragment = address.partition("#")
    resolved = normpath(join(dirname(page), path.replace("%20", " "))) if path else page
    return re.sub(r"\.html$", ".md", resolved), _decoded(fragment)


def _decoded(fragment: str) -> str:
    """Return the id without percent-encoding."""
    if "%" not in fragment:
        return fragment
    as_bytes = re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), fragment.encode())
    return as_bytes.decode("utf-8", "replace")


def iri(address: str) -> str:
    """Return the address with the characters that IRIs forbid percent-encoded (RFC 3987).

    >>> iri("https://example.org/{a}|b")
    'https://example.org/%7Ba%7D%7Cb'
    """
    return _encoded(address, r"[<>\"{}|\\^`]")


def _encoded(address: str, signs: str) -> str:
    return re.sub(signs, lambda sign: f"%{ord(sign[0]):02X}", address)
