"""Frames of charts and the plot within. A page shows the frame that fits, without horizontal scrolling."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A width for the layout of a chart; its height depends on the content."""

    name: Literal["wide", "narrow", "card"]
    width: int
    """Pixels, axes and labels included."""

    @property
    def narrow(self) -> bool:
        """True if labels are above their marks, because there is no room beside them."""
        return self.name != "wide"

    def high(self, narrow: float, wide: float, card: float = 130) -> float:
        """Return the height of a plot by frame, if the content does not determine it."""
        return {"narrow": narrow, "wide": wide, "card": card}[self.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The area that scales span, and the margins for labels around it, all in pixels."""

    frame: Frame
    height: float
    left: float = 2
    right: float = 2
    top: float = 2
    bottom: float = 2

    @property
    def width(self) -> float:
        """Width of the frame without the margins."""
        return self.frame.width - self.left - self.right


WIDE = Frame(name="wide", width=680)
NARROW = Frame(name="narrow", width=284)
"""Content width of a telephone 320 pixels wide. Nothing is scaled down, so that text is at least 12 pixels high."""
FRAMES = (WIDE, NARROW)
CARD = Frame(name="card", width=340)
"""The space beside the text on a card of 1200 by 630 pixels for shared links, before enlargement. Never on a page."""
