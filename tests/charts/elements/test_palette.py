"""The colours of charts, measured: contrast on both pages, and that no two look alike, whoever looks, in grey too."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from math import dist

import pytest

from tests.fixtures.repository import ROOT

CSS = (ROOT / "generators/theme/assets/css/charts.css").read_text(encoding="utf-8")
SITE = (ROOT / "generators/theme/assets/css/site.css").read_text(encoding="utf-8")
SCHEMES = ("light", "dark")
SERIES = tuple("12345678")
LEAST_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11, for marks."""
LEAST_FOR_TEXT = 4.5
"""WCAG 2.2, 1.4.3."""
LEAST_APART = 7.0
"""A hundredth of a unit of OKLab (Ottosson 2020) is about a just noticeable difference: seven are seen at a glance."""
LEAST_LIGHTNESS = 4.0
"""Steps of L* (CIE 1976): what grey print needs."""

Colour = tuple[float, float, float]
Matrix = Sequence[Sequence[float]]

VISIONS: Mapping[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""On linear RGB, at full severity: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1."""
_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def _palettes() -> list[dict[str, str]]:
    """The colours by name: light, dark as set by the palette, dark as the system wishes."""
    return [
        dict(re.findall(r"--chart-([\w-]+):\s*(#\w+)", block))
        for block in re.findall(r"\{([^{}]*--chart-1:[^{}]*)\}", CSS)
    ]


PALETTES = dict(zip(SCHEMES, _palettes(), strict=False))


def _linear(code: str) -> Colour:
    digits = code.lstrip("#")
    pairs = [2 * one for one in digits] if len(digits) == 3 else [digits[n : n + 2] for n in (0, 2, 4)]
    red, green, blue = (_decoded(int(pair, 16) / 255) for pair in pairs)
    return red, green, blue


def _decoded(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _times(matrix: Matrix, colour: Colour) -> Colour:
    one, two, three = (sum(a * b for a, b in zip(line, colour, strict=True)) for line in matrix)
    return one, two, three


def luminance(code: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = _linear(code)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(code: str) -> float:
    """L* of CIE 1976: what is left in grey."""
    return 116 * float(luminance(code) ** (1 / 3)) - 16


def seen(code: str, vision: str) -> Colour:
    """The colour in hundredths of OKLab as somebody with that vision sees it."""
    cones = _times(_TO_CONES, _times(VISIONS[vision], _linear(code)))
    red, green, blue = (max(cone, 0) ** (1 / 3) for cone in cones)
    a, b, c = _times(_TO_OKLAB, (red, green, blue))
    return 100 * a, 100 * b, 100 * c


def test_the_measures_are_right() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.1)
    assert seen("#ffffff", "usual") == pytest.approx((100, 0, 0), abs=0.01)
    assert dist(seen("#ff0000", "deutan"), seen("#00ff00", "deutan")) < dist(
        seen("#ff0000", "usual"), seen("#00ff00", "usual")
    )


def test_dark_is_the_same_whoever_asks_for_it() -> None:
    _, chosen, followed = _palettes()
    assert chosen == followed


@pytest.mark.parametrize("scheme", SCHEMES)
def test_charts_stand_on_the_page_itself(scheme: str) -> None:
    pages = re.findall(r"--page: (#\w+)", SITE)
    assert PALETTES[scheme]["bg"] == pages[SCHEMES.index(scheme)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [*SERIES, "ink", "muted"])
def test_what_is_written_can_be_read(name: str, scheme: str) -> None:
    """Words have the colour of the line that they name."""
    assert contrast(PALETTES[scheme][name], PALETTES[scheme]["bg"]) >= LEAST_FOR_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["highlight", "break"])
def test_every_mark_stands_out_from_the_page(name: str, scheme: str) -> None:
    assert contrast(PALETTES[scheme][name], PALETTES[scheme]["bg"]) >= LEAST_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_series_look_alike(vision: str, scheme: str) -> None:
    colours = {name: seen(PALETTES[scheme][name], vision) for name in SERIES}
    assert [pair for pair in combinations(SERIES, 2) if dist(colours[pair[0]], colours[pair[1]]) < LEAST_APART] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_series_are_one_grey(scheme: str) -> None:
    shades = {name: lightness(PALETTES[scheme][name]) for name in SERIES}
    assert [(a, b) for a, b in combinations(SERIES, 2) if abs(shades[a] - shades[b]) < LEAST_LIGHTNESS] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_classes_run_one_way_and_can_be_told_in_grey(scheme: str) -> None:
    """Light to dark on paper, dark to light at night; a step of ten is a step that print keeps."""
    steps = [lightness(PALETTES[scheme][f"class-{n}"]) for n in range(1, 6)]
    assert steps == sorted(steps, reverse=scheme == "light")
    assert min(abs(a - b) for a, b in pairwise(steps)) >= 10
