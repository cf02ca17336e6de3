"""Everything that can be taken away of a catalog, by path: made as `site` makes it, without the drawings."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from generators.exports import EXPORTS, PACKED
from generators.model import Asset, Catalog


def taken(catalog: Catalog) -> dict[str, bytes]:
    """The bytes of every export, each list after the one before it."""
    made: list[Asset] = [asset for export in EXPORTS for asset in export(catalog)]
    for packed in PACKED:
        made += tuple(packed(catalog, made))
    return {asset.path: asset.content for asset in made}


@cache
def files_of(site: Callable[[], Catalog]) -> Mapping[str, bytes]:
    """The same of the site that the function reads, made once for all tests."""
    return MappingProxyType(taken(site()))
