"""Registry of metadata in the heads of pages.

Each function yields the markup of one page. To add one: a file here with a generator function, a line in the list, a test
beside the others. Post-processing inserts the markup, whichever engine rendered the page.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generators.model import Catalog, Page, Site
from generators.pages.head.highwire import citation_tags
from generators.pages.head.json_ld import linked_data
from generators.pages.head.open_graph import sharing
from generators.urls.links import html_way
from generators.urls.paths import HOME

HEADS: tuple[Callable[[Catalog, Site, Page], Iterator[str]], ...] = (sharing, citation_tags, linked_data)


def heads(catalog: Catalog, site: Site) -> Mapping[str, str]:
    """Return the markup of each page's head, by the path of its HTML."""
    return MappingProxyType({html_way(HOME, path): head(catalog, site, page) for path, page in site.pages.items()})


def head(catalog: Catalog, site: Site, page: Page) -> str:
    """Return the markup of a page's head; it may name other pages and files of the site."""
    return "".join(markup for kind in HEADS for markup in kind(catalog, site, page))
