"""Registry of metadata in the heads of pages.

Each function yields (path of a page, markup). To add one: a file here with a generator function, a line in the list, a
test beside the others. Post-processing inserts the markup, whichever engine rendered the page.
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
    """Return the markup of each page's head, by the path of its HTML."""
    found: dict[str, list[str]] = {}
    for kind in HEADS:
        for path, markup in kind(catalog, site):
            found.setdefault(html_way(HOME, path), []).append(markup)
    return MappingProxyType({path: "".join(parts) for path, parts in found.items()})
