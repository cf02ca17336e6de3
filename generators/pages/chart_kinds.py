"""Pages of the chart kinds, with their use, reading and an example, and their index."""

from collections.abc import Iterator

from generators.charts.data.chart_data import all_chart_data
from generators.charts.registry import KINDS, Kind
from generators.components.chart_figure import chart_figure
from generators.components.markup import bullets, facts, inline, link, title
from generators.model import Catalog, Page
from generators.urls.paths import CHART_KINDS, of_chart_kind

_INTRO = (
    "Every chart on this site is of one of these kinds. In all of them, bars and columns start at 0, gaps stay gaps and "
    "ranges stay ranges. Unknown values have a pattern of their own and are not 0. Provisional figures are hatched or hollow. "
    "Two recorders are never joined in one line, and a recorder has the same position and colour everywhere."
)


def chart_kind_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each chart kind, then their index."""
    for name, kind in KINDS.items():
        yield _page(name, kind, catalog)
    ways = ((link(CHART_KINDS, of_chart_kind(name), inline(kind.called)), kind.use) for name, kind in KINDS.items())
    lines = bullets((f"{way} <span>{inline(use)}</span>" for way, use in ways), "ways")
    yield Page(path=CHART_KINDS, title="Kinds of charts", markdown=f"# Kinds of charts\n\n{inline(_INTRO)}\n\n{lines}")


def _page(name: str, kind: Kind, catalog: Catalog) -> Page:
    path = of_chart_kind(name)
    example = next((data for data in all_chart_data(catalog).values() if data.spec.kind == name), None)
    words = facts(
        (
            ("When to use it", inline(kind.use)),
            ("Limits", inline(kind.avoid)),
            ("How to read it", inline(kind.reading)),
            ("Declared as", f"<code>kind: {name}</code>"),
        )
    )
    shown = ["## Example", chart_figure(path, example)] if example else ["This site has no chart of this kind."]
    parts = [title(kind.called), link(path, CHART_KINDS, "All kinds of charts"), words, *shown]
    return Page(path=path, title=kind.called, markdown="\n\n".join(parts), description=kind.use)
