"""What programs that follow links are told: all may be read, and where the list of pages is."""

from collections.abc import Iterator

from generators.model import Asset, Catalog


def robots(catalog: Catalog) -> Iterator[Asset]:
    """One file; the list's address must be whole, so it is left out where nobody has said where the site stands."""
    address = catalog.config.address
    listed = f"Sitemap: {address}sitemap.xml\n" if address else ""
    yield Asset(path="robots.txt", content=f"User-agent: *\nAllow: /\n{listed}".encode())
