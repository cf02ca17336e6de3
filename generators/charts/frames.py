"""The two frames a chart is drawn in, and the plot inside. A page shows the frame that fits: no sideways scrolling."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A width to lay a chart out for; the height follows from what is drawn."""

    name: Literal["wide", "narrow", "card"]
    width: int
    """Pixels, axes and labels included."""

    @property
    def narrow(self) -> bool:
        """True where labels go above their marks, because beside them there is no room."""
        return self.name != "wide"

    def high(self, narrow: float, wide: float, card: float = 130) -> float:
        """The height of a plot that is free to have any, by the frame."""
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
        """What the margins leave of the frame."""
        return self.frame.width - self.left - self.right


WIDE = Frame(name="wide", width=680)
NARROW = Frame(name="narrow", width=284)
"""What a telephone 320 pixels wide leaves beside its margins: nothing is scaled down, so that text keeps its 12 pixels."""
FRAMES = (WIDE, NARROW)
CARD = Frame(name="card", width=340)
"""Of a sheet of 1200 by 630 pixels what words leave, at more than twice its size: for shared links, never on a page."""
