"""How long the exports take of one build in which no drawing has changed: seconds, as the bench asks for them."""

import time
from pathlib import Path

from generators import press
from generators.charts.selection import expanded
from generators.drawing import draw
from generators.exports import DRAWN, EXPORTS, PACKED, PLAIN, RETOLD
from generators.model import Asset, Catalog
from generators.pages import PAGES


def seconds(catalog: Catalog, cache: Path) -> float:
    """Every export once, in a process that has imported nothing for them yet; the drawings and pages are made before."""
    drawings = {spec: draw(spec, catalog=catalog, cache=cache) for spec in expanded(catalog).values()}
    pages = {page.path: page for kind in PAGES for page in kind(catalog)}
    begin = time.perf_counter()
    made: list[Asset] = []
    for drawn in DRAWN:
        made += (asset for spec, drawing in drawings.items() for asset in drawn(spec, catalog, drawing))
    for export in EXPORTS:
        made += export(catalog)
    for packed in PACKED:
        made += tuple(packed(catalog, made))
    for retold in (*RETOLD, *PLAIN):
        made += retold(catalog, pages)
    return time.perf_counter() - begin


if __name__ == "__main__":
    here = Path.cwd()
    print(seconds(press.read(here), here / press.CACHE))
