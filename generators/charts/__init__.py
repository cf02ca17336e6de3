"""The shelf of chart kinds. Each is a plain function (ChartSpec, Catalog, Frame) -> Altair chart in a file of its own.

This list is all there is: to add a kind, write its file and name it here. Altair is imported only when a kind is
asked for its function, because that import costs a third of a second and most builds find every drawing in the cache.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from generators.charts.lint import honest

if TYPE_CHECKING:
    import altair as alt

    from generators.charts.frame import Frame
    from generators.model import Catalog, ChartSpec

    Draw = Callable[[ChartSpec, Catalog, Frame], alt.LayerChart]

Need = Literal[
    "figures",
    "dates",
    "recorder",
    "one-concept",
    "one-unit",
    "final",
    "one-series",
    "one-figure-a-place",
    "tiles",
    "events",
    "geometry",
    "places",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Where a kind lives, what a reader calls it, and what its declaration must give it."""

    module: str
    function: str
    called: str
    needs: tuple[Need, ...]

    @property
    def draw(self) -> "Draw":
        """The kind's function; this imports Altair."""
        found: Draw = getattr(import_module(self.module), self.function)
        return found

    def specification(self, spec: "ChartSpec", catalog: "Catalog", frame: "Frame") -> dict[str, Any]:
        """The chart as Vega-Lite. A dishonest one is refused.

        Altair's checks of each part are off, which halves the time; the tests run them.
        """
        draw = self.draw
        with import_module("altair.utils.schemapi").debug_mode(arg=False):
            return honest(draw(spec, catalog, frame).to_dict(validate=False))


def _kind(name: str, called: str, *needs: Need) -> Kind:
    return Kind(module=f"generators.charts.{name}", function=name, called=called, needs=needs)


KINDS: Mapping[str, Kind] = {
    "line": _kind("line", "Line chart", "figures", "dates", "recorder", "one-concept", "one-unit"),
    "columns": _kind("columns", "Column chart", "figures", "dates", "one-series"),
    "bars": _kind("bars", "Bar chart", "figures", "one-unit"),
    "range": _kind("ranges", "Range chart", "figures"),
    "timeline": _kind("timeline", "Timeline", "events"),
    "tiles": _kind("tiles", "Tile map", "figures", "tiles", "one-figure-a-place", "final"),
    "locator": _kind("locator", "Locator map", "geometry", "places"),
}
