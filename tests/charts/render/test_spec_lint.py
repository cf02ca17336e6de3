"""The lint of specifications: it refuses each fault by name, and finds none in any chart of ours, made up or real."""

import copy
from typing import Any

import pytest

from generators.charts.data.chart_data import chart_data
from generators.charts.elements.theme import colour
from generators.charts.registry import KINDS
from generators.charts.render.spec_lint import MOST_MARKS, faults, honest
from tests.fixtures.chart_catalog import CHARTS, gauges
from tests.fixtures.lint import is_honest

INK = colour(1)
SPEC: dict[str, Any] = {
    "config": {"axis": {"labelColor": INK}},
    "layer": [
        {
            "mark": {"type": "bar", "color": INK},
            "data": {"values": [{"who": "a", "many": 3.0}, {"who": "b", "many": 9.0}]},
            "encoding": {
                "x": {"field": "who", "type": "nominal"},
                "y": {"field": "many", "type": "quantitative", "scale": {"domain": [0, 10]}},
            },
        },
        {
            "mark": {"type": "line"},
            "data": {"values": [{"at": 1, "many": 3.0, "of": "a", "ink": INK}]},
            "encoding": {
                "x": {"field": "at", "type": "temporal"},
                "y": {"field": "many", "type": "quantitative", "scale": {"domain": [0, 10]}},
                "detail": {"field": "of", "type": "nominal"},
                "color": {"field": "ink", "type": "nominal", "scale": None},
            },
        },
    ],
}


def _with(change: tuple[Any, ...]) -> dict[str, Any]:
    """The sound specification with the last item of a path set to something else."""
    changed = copy.deepcopy(SPEC)
    part: Any = changed
    *way, last, value = change
    for step in way:
        part = part[step]
    part[last] = value
    return changed


def test_a_sound_specification_passes() -> None:
    assert list(faults(SPEC)) == []
    assert honest(SPEC) is SPEC


BAR, LINE = ("layer", 0), ("layer", 1)
FAULTS = {
    "an interpolated colour": (
        (*LINE, "encoding", "color", {"field": "many", "type": "quantitative"}),
        "color by an interpolated scale or a scheme turns black: use classes, each with a colour of theme.colour.",
    ),
    "a scheme": (
        (*LINE, "encoding", "color", {"field": "of", "type": "nominal", "scale": {"scheme": "viridis"}}),
        "color by an interpolated scale or a scheme turns black: use classes, each with a colour of theme.colour.",
    ),
    "a bare colour of a mark": (
        (*BAR, "mark", "color", "#ff0000"),
        'the colour "#ff0000" stays the same in dark mode: write theme.colour(name).',
    ),
    "a bare colour in a row": (
        (*LINE, "data", "values", 0, "ink", "steelblue"),
        'the colour "steelblue" stays the same in dark mode: write theme.colour(name).',
    ),
    "a bare colour in the style": (
        ("config", "axis", "labelColor", "black"),
        'the colour "black" stays the same in dark mode: write theme.colour(name).',
    ),
    "a bare colour in a range": (
        (*LINE, "encoding", "color", {"field": "of", "type": "nominal", "scale": {"range": ["red"]}}),
        'the colour "red" stays the same in dark mode: write theme.colour(name).',
    ),
    "a bar from 2": (
        (*BAR, "encoding", "y", "scale", {"domain": [2, 10]}),
        "a bar on y that does not start at 0 shows a false proportion: give the scale a domain from 0.",
    ),
    "a bar that starts anywhere": (
        (*BAR, "encoding", "y", "scale", {"zero": False}),
        "a bar on y that does not start at 0 shows a false proportion: give the scale a domain from 0.",
    ),
    "a line that joins all": (
        (*LINE, "encoding", "detail", None),
        "a line without detail joins whatever its rows hold, two recorders too: encode detail by segment.",
    ),
    "a second axis": (
        ("resolve", {"scale": {"y": "independent"}}),
        "two axes on y: layers share one scale and one domain; draw two charts, one below the other.",
    ),
    "a second domain": (
        (*LINE, "encoding", "y", "scale", {"domain": [0, 500]}),
        "two axes on y: layers share one scale and one domain; draw two charts, one below the other.",
    ),
    "a column that is not there": (
        (*BAR, "encoding", "x", "field", "whose"),
        'x reads the column "whose", which not every row has: spell it as the rows do.',
    ),
    "words for numbers": (
        (*BAR, "data", "values", 0, "many", "3"),
        'y reads the column "many" as quantitative, which it is not: convert it where the rows are made.',
    ),
    "too many marks": (
        (*BAR, "data", "values", [{"who": "a", "many": 3.0}] * MOST_MARKS),
        "5,001 marks, more than 5,000: leave out marks that repeat others, or draw in classes.",
    ),
}


@pytest.mark.parametrize(("change", "message"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_named_with_what_to_do_instead(change: tuple[Any, ...], message: str) -> None:
    assert message in set(faults(_with(change)))


def test_a_fault_in_a_panel_of_a_panel_is_found() -> None:
    inner = _with((*BAR, "mark", "color", "red"))
    config = inner.pop("config")
    assert len(list(faults({"config": config, "vconcat": [{"hconcat": [inner]}]}))) == 1


def test_a_faulty_kind_ends_the_build_with_all_its_faults() -> None:
    broken = _with((*BAR, "mark", "color", "red"))
    broken["layer"][0]["encoding"]["y"]["scale"] = {"domain": [1, 10]}
    with pytest.raises(ValueError, match="must not be drawn") as told:
        honest(broken)
    assert str(told.value).count("\n- ") == 3


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_honest(kind: str) -> None:
    is_honest(chart_data(CHARTS[kind], gauges()))
