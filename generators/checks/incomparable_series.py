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
    known = {f"{i.dataset}/{i.id}" for i in catalog.indicators}
    for pair in catalog.incomparable:
        yield from _unknown(pair, known)
        yield from _charts(pair, catalog)
    yield from _sentences(catalog)


def _unknown(pair: Incomparable, known: Set[str]) -> Iterator[Problem]:
    for key, series in (("a", pair.a), ("b", pair.b)):
        name = "/".join(series)
        if name not in known:
            unknown = CellError("a dataset and one of its indicators", did_you_mean(name, known))
            yield unknown.at(pair.where.part(key), key, name)


def _charts(pair: Incomparable, catalog: Catalog) -> Iterator[Problem]:
    for chart in catalog.charts.values():
        if {pair.a, pair.b} <= set(chart.series):
            refused = CellError(
                "series that may be compared", f"Make a chart for each series. {pair.where}: {pair.why}"
            )
            yield refused.at(chart.where.part("series"), "series", _named(pair, ", "))


def _sentences(catalog: Catalog) -> Iterator[Problem]:
    for group in written_sentences(catalog):
        for sentence, near in neighbours(group):
            if not any(says(each, "across") for each in (sentence, *near)):
                yield from _beside(catalog, sentence)


def _beside(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    series = {(o.dataset, o.indicator.id) for o in quoted(catalog, sentence)}
    for pair in catalog.incomparable:
        if {pair.a, pair.b} <= series:
            apart = 'state the difference: {{ across("the difference") }}'
            advice = f"Write two separate sentences, or {apart}. {pair.where}: {pair.why}"
            refused = CellError("figures that may be compared", advice)
            yield refused.at(sentence.at(0), "value", _named(pair, " and "))


def _named(pair: Incomparable, between: str) -> str:
    return between.join("/".join(series) for series in (pair.a, pair.b))
