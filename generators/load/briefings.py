"""content/briefings/<slug>.md: authored documents."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generators.load import bylines
from generators.load.authors import authors, load_tags
from generators.load.formats.front_matter import MEANT, article
from generators.load.formats.reading import Reading, slug_of_file
from generators.load.formats.text_files import every_file
from generators.load.formats.yaml_records import Keys
from generators.load.revisions import load_revisions
from generators.model import Briefing, languages, parse

_KEYS = Keys(
    needed=("title", "topic", "summary", "published", "card_number", "card_label", "card_chart"),
    optional=("revisions", "author", "authors", "tags", "lang", "draft"),
    meant=MEANT,
)


def load_briefings(root: Path, language: str) -> Reading[Mapping[str, Briefing]]:
    """Return the briefings by file name, sorted; one that names no language is in the site's."""
    documents = yield from every_file(root, "content/briefings", ".md", partial(_briefing, around=language), language)
    return MappingProxyType({briefing.slug: briefing for briefing in documents})


def _briefing(root: Path, path: str, around: str) -> Reading[Briefing | None]:
    name = yield from slug_of_file(path)
    document = yield from article(root, path, _KEYS)
    if document is None:
        return None
    record = document.record
    published = yield from record.value("published", parse.day)
    number = yield from record.prose("card_number")
    changes = yield from load_revisions(record, "revisions")
    people = yield from authors(record)
    tags = yield from load_tags(record)
    language = (yield from record.value("lang", languages.language)) or around
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
        body=document.body,
        revisions=changes,
        authors=people,
        tags=tags,
        language=language,
        draft=bool(draft),
        where=record.where,
        **words,
    )
