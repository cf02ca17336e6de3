"""Cells of data/ that `test_one_cell` changes and follows, one of each topic."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that a briefing quotes, draws and judges by, and the number that is put into it."""

    file: str
    old: str
    new: str
    path: str
    period: str
    place: str
    briefing: str
    said: str
    """The new number as readers see it: one that the real site has nowhere, and the highest of its charts."""
    was: str
    on_card: bool = False
    """Whether it is the number on the briefing's card of the front page."""


CELLS = {
    "comeback": Cell(
        file="comeback/wing-isis-incidents.csv",
        old="incidents,IQ,2024,65,",
        new="incidents,IQ,2024,6517,",
        path="wing-isis-incidents/incidents",
        period="2024",
        place="IQ",
        briefing="comeback",
        said="6,517",
        was="65",
        on_card=True,
    ),
    "prisons": Cell(
        file="prisons/ap-iraq-detention-2018.csv",
        old="held-total,IQ,2018-03,19000,19000,",
        new="held-total,IQ,2018-03,90017,90017,",
        path="ap-iraq-detention-2018/held-total",
        period="2018-03",
        place="IQ",
        briefing="prisons",
        said="at least 90,017",
        was="at least 19,000",
    ),
    "casualties": Cell(
        file="casualties/unami-monthly.csv",
        old="killed,IQ,2018-02,91,",
        new="killed,IQ,2018-02,9173,",
        path="unami-monthly/killed",
        period="2018-02",
        place="IQ",
        briefing="casualties",
        said="at least 9,173",
        was="at least 91",
    ),
}
