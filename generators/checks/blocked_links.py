"""Links: only to hosts of sources, never to refused hosts."""

import re
from collections.abc import Iterator

from generators.model import Catalog
from generators.model.problems import Problem, Where
from generators.text.catalog_texts import line_of, public_texts

_LINK = re.compile(r"""(?:https?:)?//[^\s)>"'\]]*[^\s)>"'\].,;:]""")
_HOST = re.compile(r"(?:https?:)?//(?:[^/@?#]*@)?([^/:?#]+)", re.IGNORECASE)


def blocked_links(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each refused host, and each link in a text to a host that no source has."""
    hosts = {*catalog.harm.allowed_hosts}
    for source in catalog.sources.values():
        for column, address in (("url", source.url), ("archived", source.archived)):
            hosts.add(_host(address))
            if _is_refused(_host(address), catalog):
                yield _refused_host(source.where.part(column), column, address)
    for subject, text in public_texts(catalog):
        for match in _LINK.finditer(text.markdown):
            host, where = _host(match[0]), line_of(text, match.start())
            if _is_refused(host, catalog):
                yield _refused_host(where, subject, match[0])
            elif host and host not in hosts:
                yield _unknown_host(where, subject, match[0])


def _host(address: str) -> str:
    match = _HOST.match(address)
    return match[1].lower().removeprefix("www.") if match else ""


def _is_refused(host: str, catalog: Catalog) -> bool:
    return any(word.lower() in host for word in catalog.harm.refused_hosts)


def _refused_host(where: Where, subject: str, link: str) -> Problem:
    advice = "Remove the link: cite a report about it instead."
    expected = "no host that matches refused_hosts in content/harm.yml"
    return Problem(where=where, subject=subject, found=link, expected=expected, advice=advice)


def _unknown_host(where: Where, subject: str, link: str) -> Problem:
    advice = "Cite a source of data/sources.csv, or add the host to allowed_hosts in content/harm.yml, with why."
    expected = "a link to the host of a source"
    return Problem(where=where, subject=subject, found=link, expected=expected, advice=advice)
