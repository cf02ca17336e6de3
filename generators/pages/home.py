"""Home page: summary, briefings as cards, news, numbers on the evidence, links."""

from collections.abc import Iterator

from markupsafe import Markup

from generators.charts.data.chart_data import all_chart_data
from generators.components.chart_figure import thumbnail
from generators.components.expressions import expand_lines
from generators.components.templates import render_page
from generators.model import Briefing, Catalog, Grain, Page
from generators.text.wording import numeral
from generators.urls.paths import HOME


def home(catalog: Catalog) -> Iterator[Page]:
    """Yield one page, at the site's root."""
    config = catalog.config
    yield Page(
        path=HOME,
        title=config.name,
        markdown=render_page(
            catalog,
            HOME,
            "home",
            cards=[*_cards(catalog)],
            news=sorted(config.news, key=lambda revision: revision.date, reverse=True),
            **_coverage(catalog),
        ),
        description=config.summary,
        hide=("toc", "navigation"),
    )


def _cards(catalog: Catalog) -> Iterator[tuple[Briefing, Markup, Markup]]:
    """Yield each briefing with its number and its chart."""
    briefings = catalog.briefings.values()
    numbers = expand_lines((briefing.card_number for briefing in briefings), catalog, HOME)
    for briefing, number in zip(briefings, numbers, strict=True):
        chart = all_chart_data(catalog)[briefing.card_chart]
        yield briefing, Markup(number), thumbnail(HOME, catalog, chart)  # noqa: S704 - expanded from checked text


def _coverage(catalog: Catalog) -> dict[str, object]:
    """Return numbers on the evidence."""
    observations = list(catalog.observations)
    years = [o.period.first.year for o in observations if o.period and o.period.grain is not Grain.INTERVAL]
    return {
        "figures": len(observations),
        "years": f"{numeral(min(years, default=0))}–{numeral(max(years, default=0))}",
        "checked": sum(o.checked for o in observations),
    }
