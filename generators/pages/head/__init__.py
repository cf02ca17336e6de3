"""What stands in a page's head for programs, not for readers: functions that yield it, and this list is all of it.

Each yields (path of a page, markup) for the pages it has something to say of. To add one: a file here with a generator
function, a line in its list, a test beside its siblings'. Sealing puts the markup in, whatever engine rendered the page.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generators.model import Catalog, Site
from generators.pages.head.highwire import citation_tags
from generators.pages.head.json_ld import linked_data
from generators.pages.head.open_graph import sharing
from generators.urls.links import html_way
from generators.urls.paths import HOME

HEADS: tuple[Callable[[Catalog, Site], Iterator[tuple[str, str]]], ...] = (sharing, citation_tags, linked_data)


def heads(catalog: Catalog, site: Site) -> Mapping[str, str]:
    """The markup of each page's head, by the path of its HTML."""
    found: dict[str, list[str]] = {}
    for kind in HEADS:
        for path, markup in kind(catalog, site):
            found.setdefault(html_way(HOME, path), []).append(markup)
    return MappingProxyType({path: "".join(parts) for path, parts in found.items()})
