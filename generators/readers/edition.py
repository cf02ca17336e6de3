"""content/site.yml: what the site says of itself, and its topics."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators import cells
from generators.model import Edition, Topic
from generators.problems import Where
from generators.readers.reading import Reading, parsed, unclaimed
from generators.readers.records import Keys, Record, record_file
from generators.readers.revisions import revisions

PATH = "content/site.yml"
_WORDS = ("name", "tagline", "summary", "publisher", "contact")
_KEYS = Keys(
    needed=(*_WORDS, "date", "version", "licence", "takedown_days", "topics"),
    optional=("map_caption", "news", "address", "authority"),
)
_PARSED = {
    "version": cells.version,
    "licence": cells.licence,
    "address": cells.root_address,
    "authority": cells.authority,
}
_TOPIC = Keys(needed=("id", "title", "summary"))


def read(root: Path) -> Reading[Edition | None]:
    """The edition; None if the file cannot be read."""
    record = yield from record_file(root, PATH, _KEYS)
    if record is None:
        return None
    date = yield from record.value("date", cells.day)
    takedown_days = yield from record.value("takedown_days", cells.whole)
    topics = yield from _topics(record)
    news = yield from revisions(record, "news")
    words = {}
    for key in (*_WORDS, "map_caption"):
        words[key] = yield from record.text(key)
    for key, parser in _PARSED.items():
        words[key] = (yield from record.value(key, parser)) or ""
    if date is None or takedown_days is None:
        return None
    return Edition(date=date, takedown_days=takedown_days, topics=topics, news=news, where=record.where, **words)


def _topics(record: Record) -> Reading[Mapping[str, Topic]]:
    found: dict[str, Topic] = {}
    taken: dict[str, Where] = {}
    for one in (yield from record.records("topics", _TOPIC)):
        name = yield from one.field("id")
        yield from parsed(name, cells.slug)
        if (yield from unclaimed(name, taken)):
            title, summary = (yield from one.text("title")), (yield from one.text("summary"))
            found[name.text] = Topic(id=name.text, title=title, summary=summary)
        taken.setdefault(name.text, name.where)
    return MappingProxyType(found)
