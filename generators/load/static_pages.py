"""content/*.md: authored static pages, such as about and methodology."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.front_matter import MEANT, article
from generators.load.formats.reading import Reading, slug_of_file
from generators.load.formats.text_files import every_file
from generators.load.formats.yaml_records import Keys
from generators.model import StandingPage

_BRIEFINGS_ALONE = "Delete it: only briefings have this key."
_MEANT = {
    **{
        key: _BRIEFINGS_ALONE if advice.startswith("Type ") and advice != "Type summary." else advice
        for key, advice in MEANT.items()
    },
    **dict.fromkeys(
        ("author", "authors", "tags", "lang", "draft", "published", "revisions", "topic"), _BRIEFINGS_ALONE
    ),
}
_KEYS = Keys(needed=("title", "summary"), meant=_MEANT)


def load_static_pages(root: Path) -> Reading[Mapping[str, StandingPage]]:
    """Return the static pages by path in content/, sorted."""
    pages = yield from every_file(root, "content", ".md", _page)
    return MappingProxyType({page.path: page for page in pages})


def _page(root: Path, path: str) -> Reading[StandingPage | None]:
    yield from slug_of_file(path)
    document = yield from article(root, path, _KEYS)
    if document is None:
        return None
    title = yield from document.record.text("title")
    summary = yield from document.record.text("summary")
    inside = path.removeprefix("content/")
    return StandingPage(path=inside, title=title, summary=summary, body=document.body, where=document.record.where)
