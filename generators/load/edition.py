"""content/site.yml: metadata, edition and topics of the site."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.reading import Reading, parse_field, unclaimed
from generators.load.formats.yaml_records import Keys, Record, record_file
from generators.load.revisions import load_revisions
from generators.model import Edition, SiteConfig, Topic, languages, parse
from generators.model.languages import LATIN
from generators.model.problems import CellError, Where
from generators.text.cldr import native_numbering

PATH = "content/site.yml"
_WORDS = ("name", "tagline", "summary", "publisher", "contact")
_KEYS = Keys(
    needed=(*_WORDS, "date", "version", "licence", "takedown_days", "topics"),
    optional=("map_caption", "news", "address", "authority", "digits"),
)
_PARSED = {
    "version": parse.version,
    "licence": parse.licence,
    "address": parse.root_address,
    "authority": parse.authority,
}
_DIGITS = ("latin", "native")
_TOPIC = Keys(needed=("id", "title", "summary"))


def load_edition(root: Path, language: str) -> Reading[tuple[SiteConfig, Edition] | None]:
    """Return the site's configuration and edition; None if the file cannot be read."""
    record = yield from record_file(root, PATH, _KEYS)
    if record is None:
        return None
    date = yield from record.value("date", parse.day)
    takedown_days = yield from record.value("takedown_days", parse.whole)
    topics = yield from _topics(record)
    news = yield from load_revisions(record, "news")
    words = {}
    for key in (*_WORDS, "map_caption"):
        words[key] = yield from record.text(key)
    for key, parser in _PARSED.items():
        words[key] = (yield from record.value(key, parser)) or ""
    words["numbering"] = (yield from record.value("digits", partial(_numbering, language))) or LATIN
    if date is None or takedown_days is None:
        return None
    edition = Edition(version=words.pop("version"), date=date)
    config = SiteConfig(
        language=language, takedown_days=takedown_days, topics=topics, news=news, where=record.where, **words
    )
    return config, edition


def _numbering(language: str, text: str) -> str:
    """Return the numbering system of the choice; raise a `CellError` if the language has Latin digits only."""
    if parse.choice(text, _DIGITS) == "latin":
        return LATIN
    numbering = native_numbering(language)
    if numbering == LATIN:
        advice = f"{languages.name(language)}, the language of the site, has no digits of its own. Type digits: latin."
        raise CellError("latin", advice)
    return numbering


def _topics(record: Record) -> Reading[Mapping[str, Topic]]:
    topics: dict[str, Topic] = {}
    lines: dict[str, Where] = {}
    for item in (yield from record.records("topics", _TOPIC)):
        name = yield from item.field("id")
        yield from parse_field(name, parse.slug)
        if (yield from unclaimed(name, lines)):
            title, summary = (yield from item.text("title")), (yield from item.text("summary"))
            topics[name.text] = Topic(id=name.text, title=title, summary=summary)
        lines.setdefault(name.text, name.where)
    return MappingProxyType(topics)
