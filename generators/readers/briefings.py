"""content/briefings/<slug>.md: authored documents."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators import bylines, cells, languages
from generators.model import Briefing
from generators.readers.authors import authors, tags
from generators.readers.front_matter import MEANT, article
from generators.readers.reading import Reading, slug
from generators.readers.records import Keys
from generators.readers.revisions import revisions
from generators.readers.texts import every_file

_KEYS = Keys(
    needed=("title", "topic", "summary", "published", "card_number", "card_label", "card_chart"),
    optional=("revisions", "author", "authors", "tags", "lang", "draft"),
    meant=MEANT,
)


def read(root: Path) -> Reading[Mapping[str, Briefing]]:
    """Every briefing by its file's name, sorted."""
    found = yield from every_file(root, "content/briefings", ".md", _briefing)
    return MappingProxyType({briefing.slug: briefing for briefing in found})


def _briefing(root: Path, path: str) -> Reading[Briefing | None]:
    name = yield from slug(path)
    written = yield from article(root, path, _KEYS)
    if written is None:
        return None
    record = written.record
    published = yield from record.value("published", cells.day)
    number = yield from record.prose("card_number")
    changes = yield from revisions(record, "revisions")
    written_by = yield from authors(record)
    found_under = yield from tags(record)
    language = (yield from record.value("lang", languages.language)) or languages.ENGLISH
    draft = yield from record.value("draft", bylines.truth)
    words = {}
    for key in ("title", "topic", "summary", "card_label", "card_chart"):
        words[key] = yield from record.text(key)
    if published is None:
        return None
    return Briefing(
        slug=name,
        published=published,
        card_number=number,
        body=written.body,
        revisions=changes,
        authors=written_by,
        tags=found_under,
        language=language,
        draft=bool(draft),
        where=record.where,
        **words,
    )
