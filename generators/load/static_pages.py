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
        key: _BRIEFINGS_ALONE if told.startswith("Type ") and told != "Type summary." else told
        for key, told in MEANT.items()
    },
    **dict.fromkeys(
        ("author", "authors", "tags", "lang", "draft", "published", "revisions", "topic"), _BRIEFINGS_ALONE
    ),
}
_KEYS = Keys(needed=("title", "summary"), meant=_MEANT)


def load_static_pages(root: Path) -> Reading[Mapping[str, StandingPage]]:
    """Return the static pages by path in content/, sorted."""
    found = yield from every_file(root, "content", ".md", _page)
    return MappingProxyType({page.path: page for page in found})


def _page(root: Path, path: str) -> Reading[StandingPage | None]:
    yield from slug_of_file(path)
    written = yield from article(root, path, _KEYS)
    if written is None:
        return None
    title = yield from written.record.text("title")
    summary = yield from written.record.text("summary")
    inside = path.removeprefix("content/")
    return StandingPage(path=inside, title=title, summary=summary, body=written.body, where=written.record.where)
