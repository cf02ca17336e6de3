"""Home page: summary, briefings as cards, news, numbers on the evidence, links."""

from collections.abc import Iterator
from html import escape

from generators.analysis.chart_selection import expanded
from generators.components.chart_figure import thumbnail
from generators.components.expressions import expand_lines
from generators.components.markup import bullets, inline, link
from generators.model import Briefing, Catalog, Grain, Page
from generators.text.wording import on, plural
from generators.urls.paths import BRIEFINGS, CHARTS, DATASETS, HOME, PLACES, SOURCES, TIMELINE, of_briefing


def home(catalog: Catalog) -> Iterator[Page]:
    """Yield one page, at the site's root."""
    config = catalog.config
    hero = f'<div class="hero" markdown="1">\n\n# {inline(config.tagline)}\n\n<p class="lede">{inline(config.summary)}</p>\n\n</div>'
    parts = (
        hero,
        "## Briefings",
        _cards(catalog),
        "## What is new",
        _news(catalog),
        "## What the evidence covers {#how-far-the-evidence-reaches}",
        _reach(catalog),
        "## Browse {#ways-in}",
        _ways(catalog),
    )
    yield Page(
        path=HOME,
        title=config.name,
        markdown="\n\n".join(parts),
        description=config.summary,
        hide=("toc", "navigation"),
    )


def _cards(catalog: Catalog) -> str:
    briefings = catalog.briefings.values()
    numbers = expand_lines((briefing.card_number for briefing in briefings), catalog, HOME)
    cards = "\n".join(_card(briefing, number, catalog) for briefing, number in zip(briefings, numbers, strict=True))
    return f'<ul class="cards">\n{cards}\n</ul>'


def _card(briefing: Briefing, number: str, catalog: Catalog) -> str:
    picture = thumbnail(HOME, expanded(catalog)[briefing.card_chart], catalog)
    return (
        f'<li class="card">{link(HOME, of_briefing(briefing), inline(briefing.title), "card-title")}'
        f'<p class="card-line">{inline(briefing.summary)}</p>'
        f'<p class="card-number"><strong>{number}</strong> <span>{inline(briefing.card_label)}</span></p>{picture}</li>'
    )


def _reach(catalog: Catalog) -> str:
    observations = list(catalog.observations)
    years = [o.period.first.year for o in observations if o.period and o.period.grain is not Grain.INTERVAL]
    checked = sum(o.checked for o in observations)
    numbers = (
        f"{plural(len(observations), 'figure')}, each with its source",
        f"{plural(len(catalog.datasets), 'dataset')}, one recorder and one definition each",
        plural(len(catalog.sources), "source"),
        plural(len(catalog.events), "dated event"),
        f"{min(years, default=0)}–{max(years, default=0)} years covered",
        f"{plural(checked, 'figure')} read in the original document so far; the others are marked as not checked",
    )
    return f'<div class="reach">{"".join(map(_fact, numbers))}</div>'


def _fact(text: str) -> str:
    """Return the number, with what it counts below."""
    number, _, words = text.partition(" ")
    return f'<div class="reach-fact"><strong>{number}</strong> <span>{escape(words)}</span></div>'


def _ways(catalog: Catalog) -> str:
    topics = [
        f"{link(HOME, f'{DATASETS}#{topic.id}', inline(topic.title))} <span>{inline(topic.summary)}</span>"
        for topic in catalog.config.topics.values()
    ]
    others = [
        f"{link(HOME, BRIEFINGS, 'By briefing')} <span>what the figures show together</span>",
        f"{link(HOME, DATASETS, 'By dataset')} <span>one recorder and one definition each</span>",
        f"{link(HOME, PLACES, 'By place')} <span>every area, with all its spellings</span>",
        *(
            [f"{link(HOME, CHARTS, 'By chart')} <span>each with its data and a permanent link</span>"]
            if catalog.charts
            else []
        ),
        *([f"{link(HOME, TIMELINE, 'By date')} <span>events in order</span>"] if catalog.events else []),
        f"{link(HOME, SOURCES, 'By source')} <span>every document, and the figures from it</span>",
    ]
    return bullets(topics + others, "ways")


def _news(catalog: Catalog) -> str:
    entries = sorted(catalog.config.news, key=lambda revision: revision.date, reverse=True)
    return bullets((f"<time>{on(entry.date)}</time> {inline(entry.change)}" for entry in entries), "news")
