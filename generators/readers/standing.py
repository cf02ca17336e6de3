"""content/*.md: authored pages that stay, such as about and methodology."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.model import StandingPage
from generators.readers.front_matter import article
from generators.readers.reading import Reading, slug
from generators.readers.records import Keys
from generators.readers.texts import listed

_KEYS = Keys(needed=("title", "summary"))


def read(root: Path) -> Reading[Mapping[str, StandingPage]]:
    """Every standing page by its path in content/, sorted."""
    found: dict[str, StandingPage] = {}
    for path in listed(root, "content", ".md"):
        page = yield from _page(root, path)
        if page is not None:
            found[page.path] = page
    return MappingProxyType(found)


def _page(root: Path, path: str) -> Reading[StandingPage | None]:
    yield from slug(path)
    written = yield from article(root, path, _KEYS)
    if written is None:
        return None
    title = yield from written.record.text("title")
    summary = yield from written.record.text("summary")
    inside = path.removeprefix("content/")
    return StandingPage(path=inside, title=title, summary=summary, body=written.body, where=written.record.where)
