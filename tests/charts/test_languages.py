"""Charts in another language: marks, legends, axes and descriptions without English that is left over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generators.analysis.chart_selection import which
from generators.charts.data.chart_data import ChartData, chart_data
from generators.charts.descriptions.chart_description import alternative, caption_lines, long_description
from generators.charts.descriptions.tooltips import tips
from generators.charts.elements.text_layout import in_reading_order
from generators.charts.frames import FRAMES
from generators.charts.render.draw import drawing_key
from generators.charts.render.specification import altair_chart
from generators.text.messages import in_language
from tests.fixtures.chart_catalog import CHARTS, gauges, provisional
from tests.fixtures.foreign_words import authored, latin_digits, left_over

CATALOGS = {"gauges": gauges(), "provisional": provisional("board", "union")}


def data_of(kind: str, name: str, numbering: str = "latn") -> ChartData:
    catalog = CATALOGS[name]
    config = replace(catalog.config, language="ar", numbering=numbering)
    return chart_data(CHARTS[kind], replace(catalog, config=config))


def texts_of(spec: object) -> Iterator[str]:
    """Yield each text of a Vega-Lite specification that a reader sees."""
    if isinstance(spec, dict):
        yield from (str(spec[name]) for name in ("text", "head") if isinstance(spec.get(name), str))
        for name, part in spec.items():
            if name != "encoding":
                yield from texts_of(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from texts_of(part)


def spec_of(data: ChartData, number: int) -> dict[str, Any]:
    spec: dict[str, Any] = altair_chart(data, FRAMES[number]).to_dict(validate=False)
    return spec


@pytest.mark.parametrize("name", CATALOGS)
@pytest.mark.parametrize("kind", CHARTS)
def test_a_drawing_in_arabic_has_no_english_of_ours(kind: str, name: str) -> None:
    own = authored(CATALOGS[name], fewest=1)  # a name is broken into lines
    with in_language("ar"):
        texts = [*texts_of([spec_of(data_of(kind, name), number) for number in range(len(FRAMES))])]
    assert left_over(texts, own) == []


@pytest.mark.parametrize("kind", CHARTS)
def test_the_words_of_a_chart_in_arabic_have_no_english_of_ours(kind: str) -> None:
    own = authored(gauges(), fewest=1)
    with in_language("ar"):
        data = data_of(kind, "gauges")
        texts = [alternative(data), long_description(data), *caption_lines(data)]
    assert left_over(texts, own) == []


@pytest.mark.parametrize("kind", CHARTS)
def test_a_live_chart_in_arabic_has_no_english_of_ours(kind: str) -> None:
    own = authored(gauges(), fewest=1)
    with in_language("ar"):
        data = data_of(kind, "gauges")
        told: Any = tips(data, [*map(which, data.rows), *map(which, data.events)]) if data.kind.offers else {}
    texts = [text for tip in told.get("tips", ()) for text in (*tip, *tip.values())]
    assert left_over([*texts, *told.get("words", {}).values()], own) == []


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_in_native_digits_has_no_latin_ones_of_ours(kind: str) -> None:
    with in_language("ar", "arab"):
        data = data_of(kind, "gauges", "arab")
        told: Any = tips(data, [*map(which, data.rows), *map(which, data.events)]) if data.kind.offers else {}
        texts = [*texts_of(spec_of(data, 0)), alternative(data), long_description(data), *caption_lines(data)]
    texts += [text for tip in told.get("tips", ()) for text in tip.values()]
    assert latin_digits(texts) == []


def test_axes_have_the_native_digits_and_separators_of_the_site() -> None:
    with in_language("ar", "arab"):
        number = spec_of(data_of("line", "gauges", "arab"), 0)["config"]["locale"]["number"]
    assert ("".join(number["numerals"]), number["decimal"], number["thousands"]) == ("٠١٢٣٤٥٦٧٨٩", "٫", "٬")
    assert number["minus"] == "\u200f−"


def test_axes_have_the_month_names_of_the_language() -> None:
    with in_language("ar"):
        locale = spec_of(data_of("line", "gauges"), 0)["config"]["locale"]
    assert locale["time"]["shortMonths"][:2] == ["يناير", "فبراير"]
    assert (locale["number"]["decimal"], locale["number"]["thousands"]) == (".", ",")
    assert "locale" not in spec_of(data_of("line", "gauges"), 0)["config"]


def test_a_drawing_is_cached_by_language_and_digits() -> None:
    with in_language("ar"):
        arabic = drawing_key(data_of("line", "gauges"))
    with in_language("ar", "arab"):
        native = drawing_key(data_of("line", "gauges", "arab"))
    assert len({arabic, native, drawing_key(chart_data(CHARTS["line"], gauges()))}) == 3


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("91 على الأقل", "\u200f91 على الأقل\u200f"),
        ("Birch Weir", "Birch Weir"),
        ("مؤقت: \u2068Birch", "\u200fمؤقت: \u2068Birch\u2069\u200f"),
        ("Weir\u2069", "\u2068Weir\u2069"),
    ],
)
def test_a_line_runs_from_the_right_where_its_language_does(line: str, drawn: str) -> None:
    assert in_reading_order(line) == line
    with in_language("ar"):
        assert in_reading_order(line) == drawn
