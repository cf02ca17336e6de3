"""Authors of a briefing: `author` with one name, or `authors` with several names or records with an ORCID iD."""

from generators.load import bylines
from generators.load.formats.reading import Field, Reading, parse_field, read_each
from generators.load.formats.yaml_nodes import Entry
from generators.load.formats.yaml_records import Keys, Record, parse_record
from generators.model import Author
from generators.model.problems import Problem

_KEYS = Keys(needed=("name",), optional=("orcid", "affiliation"))


def authors(of: Record) -> Reading[tuple[Author, ...]]:
    """Return the authors in their order; none if the front matter names nobody."""
    values = [of.entries[key] for key in ("author", "authors") if key in of.entries and not of.entries[key].is_blank]
    if len(values) > 1:
        advice = "List all names under authors, and delete author."
        yield Problem(
            where=values[0].where,
            subject="author",
            found="author and authors",
            expected="one of the two",
            advice=advice,
        )
    entries = (yield from _entries(values[0])) if values else ()
    return (yield from read_each(entries, _author))


def _entries(entry: Entry) -> Reading[tuple[Entry, ...]]:
    """Return the entries of a list; a name or a record by itself is a list of one."""
    if entry.is_text or entry.names():
        return (entry,)
    return (yield from entry.items())


def _author(entry: Entry) -> Reading[Author | None]:
    if entry.is_text or not entry.names():
        name = yield from parse_field((yield from entry.field()), bylines.person)
        return None if name is None else Author(name=name)
    record = yield from parse_record(entry, _KEYS)
    if record is None:
        return None
    name = yield from record.value("name", bylines.person)
    orcid = yield from record.value("orcid", bylines.orcid)
    affiliation = yield from record.text("affiliation")
    return None if name is None else Author(name=name, orcid=orcid or "", affiliation=affiliation)


def load_tags(of: Record) -> Reading[tuple[str, ...]]:
    """Return the search tags of a briefing, each once."""
    words: dict[str, Field] = {}
    for field in (yield from of.fields("tags")):
        word = (yield from parse_field(field, bylines.tag)) if field.text else None
        if word and word.casefold() in words:
            advice = "Remove one of the two."
            yield Problem(where=field.where, subject="tags", found=word, expected="each word once", advice=advice)
        elif word:
            words[word.casefold()] = field
    return tuple(" ".join(field.text.split()) for field in words.values())
