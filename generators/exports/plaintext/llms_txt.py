"""llms.txt: list of the site's pages for language models, as Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from generators.analysis.history.feed_entries import feeds
from generators.metadata.terms import NEVER
from generators.model import Catalog, Dataset, Page, SiteConfig
from generators.urls.links import absolute
from generators.urls.paths import (
    CORRECTIONS,
    DATA_INDEX,
    DISAGREEMENTS,
    DOWNLOADS,
    GLOSSARY,
    HOME,
    JUDGEMENTS,
    LLMS_FULL,
    OPENAPI,
    of_briefing,
    of_dataset,
    of_twin,
)

_REFERENCE = (DISAGREEMENTS, JUDGEMENTS, GLOSSARY, CORRECTIONS, DOWNLOADS)
_FILES = (
    (DATA_INDEX, "all files with path, size, media type and digest"),
    (OPENAPI, "OpenAPI 3.1 description of all data URLs"),
    (LLMS_FULL, "the briefings in one file"),
)


def llms_heading(config: SiteConfig) -> str:
    """Return the site's name, its summary and the rule of quotation."""
    return f"# {config.name}\n\n> {config.summary}\n\n{NEVER}\n"


def llms_list(catalog: Catalog, pages: Mapping[str, Page]) -> str:
    """Return llms.txt: the heading, then the pages, files and feeds by section."""
    config = catalog.config
    briefings = ((of_briefing(b), b.title, b.summary) for b in catalog.briefings.values())
    datasets = ((of_dataset(d.id), d.title, _about(d)) for d in catalog.datasets.values())
    standing = [(page.path, page.title, page.summary) for page in catalog.standing.values()]
    reference = [(path, pages[path].title, pages[path].description) for path in _REFERENCE if path in pages]
    sections = {
        "Briefings": _twins(config, briefings),
        "Method and reference": _twins(config, (*standing, *reference)),
        "Files": (_line(config, path, path, about) for path, about in _FILES),
        "Feeds": (_line(config, feed.path("atom"), feed.title, "") for feed in feeds(catalog)),
        "Datasets": _twins(config, datasets),
        "Optional": _twins(config, [(HOME, pages[HOME].title, "the home page, with links to all others")]),
    }
    return llms_heading(config) + "".join(f"\n## {name}\n\n{''.join(lines)}" for name, lines in sections.items())


def _about(dataset: Dataset) -> str:
    """Return the full summary and the recorder on one line, as the list may be read without the page."""
    series = dataset.form == "series"
    origin = f"Recorded by {dataset.recorder}." if series else "Separate statements, each with its speaker."
    return f"{' '.join(dataset.summary.split())} {origin}"


def _twins(config: SiteConfig, pages: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    return (_line(config, of_twin(path), title, about) for path, title, about in pages)


def _line(config: SiteConfig, path: str, title: str, about: str) -> str:
    return f"- [{title}]({absolute(config, path)}){f': {about}' if about else ''}\n"
