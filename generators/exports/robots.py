"""robots.txt: all pages are allowed, with the address of the sitemap."""

from collections.abc import Iterator

from generators.model import Asset, Catalog


def robots(catalog: Catalog) -> Iterator[Asset]:
    """Yield one file; without the sitemap if the site's address is not known, as it must be absolute."""
    address = catalog.config.address
    listed = f"Sitemap: {address}sitemap.xml\n" if address else ""
    yield Asset(path="robots.txt", content=f"User-agent: *\nAllow: /\n{listed}".encode())
