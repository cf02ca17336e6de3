"""content/words.yml: allowed phrases with numbers, refused words, and trend words."""

from pathlib import Path

from generators.load.formats.reading import Field, Reading, resolve_field
from generators.load.formats.text_files import is_there
from generators.load.formats.yaml_records import Keys, Record, record_file
from generators.model import AllowedWord, RefusedWord, Words

PATH = "content/words.yml"
WHEN = ("no value", "no citation", "before a value", "value of an ended dataset")
"""Cases in which a word is refused; without one it always is."""
_KEYS = Keys(needed=(), optional=("allowed", "refused", "trends"))
_ALLOWED = Keys(needed=("word", "why"))
_REFUSED = Keys(needed=("word", "why", "instead"), optional=("when",))


def load_house_style(root: Path) -> Reading[Words]:
    """Return the lists of words in file order, empty without a file."""
    lists = (yield from record_file(root, PATH, _KEYS)) if is_there(root, PATH) else None
    if lists is None:
        return Words()
    allowed, refused = [], []
    for record in (yield from lists.records("allowed", _ALLOWED)):
        word = yield from record.text("word")
        allowed.append(AllowedWord(word=word, why=(yield from record.text("why"))))
    for record in (yield from lists.records("refused", _REFUSED)):
        refused.append((yield from _refused_word(record)))
    trends = yield from lists.texts("trends")
    return Words(allowed=tuple(allowed), refused=tuple(refused), trends=trends)


def _refused_word(record: Record) -> Reading[RefusedWord]:
    word = yield from record.text("word")
    why = yield from record.text("why")
    instead = yield from record.text("instead")
    when: Field = yield from record.field("when")
    if when.text:
        yield from resolve_field(when, dict.fromkeys(WHEN, True), "a case that the check recognises")
    return RefusedWord(word=word, why=why, instead=instead, when=when.text)
