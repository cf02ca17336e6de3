"""Incomparable series: each exists, no chart draws both, and a sentence with both gives a reason."""

from collections.abc import Iterator, Set

from generators.analysis.quoted_rows import quoted, says
from generators.model import Catalog, Incomparable
from generators.model.problems import CellError, Problem, did_you_mean
from generators.text.sentences import Sentence, neighbours, written_sentences


def incomparable_series(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each pair with an unknown series, each chart that draws both series of a pair, and each
    sentence that quotes both without `across`.
    """
    names = {f"{i.dataset}/{i.id}" for i in catalog.indicators}
    for pair in catalog.incomparable:
        yield from _unknown_series(pair, names)
        yield from _charts(pair, catalog)
    yield from _sentences(catalog)


def _unknown_series(pair: Incomparable, names: Set[str]) -> Iterator[Problem]:
    for key, series in (("a", pair.a), ("b", pair.b)):
        name = "/".join(series)
        if name not in names:
            unknown = CellError("a dataset and one of its indicators", did_you_mean(name, names))
            yield unknown.at(pair.where.part(key), key, name)


def _charts(pair: Incomparable, catalog: Catalog) -> Iterator[Problem]:
    for chart in catalog.charts.values():
        if {pair.a, pair.b} <= set(chart.series):
            error = CellError("series that may be compared", f"Make a chart for each series. {pair.where}: {pair.why}")
            yield error.at(chart.where.part("series"), "series", _names(pair, ", "))


def _sentences(catalog: Catalog) -> Iterator[Problem]:
    for group in written_sentences(catalog):
        for sentence, near in neighbours(group):
            if not any(says(neighbour, "across") for neighbour in (sentence, *near)):
                yield from _comparisons(catalog, sentence)


def _comparisons(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    series = {o.series for o in quoted(catalog, sentence)}
    for pair in catalog.incomparable:
        if {pair.a, pair.b} <= series:
            apart = 'state the difference: {{ across("the difference") }}'
            advice = f"Write two separate sentences, or {apart}. {pair.where}: {pair.why}"
            error = CellError("figures that may be compared", advice)
            yield error.at(sentence.at(0), "value", _names(pair, " and "))


def _names(pair: Incomparable, between: str) -> str:
    return between.join("/".join(series) for series in (pair.a, pair.b))
