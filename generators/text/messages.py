"""Messages of the site in its language, from the catalogues in generators/locale.

A message is a whole sentence with named placeholders. The text in the code is English, and its own translation. Messages
to maintainers (problems, the terminal) stay English and are not in the catalogues.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from importlib.resources import files
from io import BytesIO

from generators.model import SiteConfig
from generators.model.languages import ENGLISH, LATIN, direction
from generators.text.cldr import decimal_in, numeral_in, plural_examples

_LANGUAGE: ContextVar[str] = ContextVar("language", default=ENGLISH)
_NUMBERING: ContextVar[str] = ContextVar("numbering", default=LATIN)
_ISOLATE, _END = "\u2068", "\u2069"
_FROM_LEFT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_FOLDER = files("generators") / "locale"
_FILE = "LC_MESSAGES/briefings.po"


def catalogued() -> tuple[str, ...]:
    """Return the languages that a site can be in."""
    return (ENGLISH, *sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir()))


@contextmanager
def in_language(code: str, numbering: str = LATIN) -> Iterator[None]:
    """Word everything within in that language and its numbers in that numbering system.

    Consume generators within: they are worded when they are consumed.
    """
    language, system = _LANGUAGE.set(code), _NUMBERING.set(numbering)
    try:
        yield
    finally:
        _NUMBERING.reset(system)
        _LANGUAGE.reset(language)


def in_language_of(config: SiteConfig) -> AbstractContextManager[None]:
    """Word everything within in the language and the digits of the site."""
    return in_language(config.language, config.numbering)


def in_latin_digits() -> AbstractContextManager[None]:
    """Word everything within as the site does, but in Latin digits, as references and files for programs have them."""
    return in_language(site_language())


def site_language() -> str:
    """Return the code of the site's language."""
    return _LANGUAGE.get()


def site_numbering() -> str:
    """Return the CLDR's name of the numbering system that readers' numbers are in."""
    return _NUMBERING.get()


def gettext(message: str, **values: object) -> str:
    """Return the message in the site's language, with the values in place of `%(name)s`; a percent sign is doubled.

    A value that is a number, such as a year, has the digits of the site and no separators.

    >>> gettext("Part %(number)s of %(all)s", number=1, all=3)
    'Part 1 of 3'
    """
    language = _LANGUAGE.get()
    if language == ENGLISH:  # a hundred thousand times in a build
        return message % values
    return _translations(language).gettext(message) % _worded(values)


def isolated(texts: Iterable[str]) -> Iterable[str]:
    """Return the texts so that the letters of each and the sentence around it keep their own directions.

    In a language from right to left, a text with letters from left to right stands between the marks of an isolate: its
    full stop and brackets stay with it. One with isolates within is a text of the site's own language.
    """
    return map(_isolate, texts) if _is_turned(_LANGUAGE.get()) else texts


def _worded(values: Mapping[str, object]) -> Mapping[str, object]:
    numbering = _NUMBERING.get()
    texts = {name: numeral_in(numbering, str(n)) if isinstance(n, int) else n for name, n in values.items()}
    if not _is_turned(_LANGUAGE.get()):
        return texts
    return {name: _isolate(text) if isinstance(text, str) else text for name, text in texts.items()}


def _isolate(text: str) -> str:
    return f"{_ISOLATE}{text}{_END}" if _ISOLATE not in text and _FROM_LEFT.search(text) else text


@cache
def _is_turned(language: str) -> bool:
    return direction(language) == "rtl"


def translated(message: str) -> str:
    """Return a message without values, marked by `translatable`, in the site's language; a percent sign is itself."""
    return _translations(_LANGUAGE.get()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int, **values: object) -> str:
    """Return the form for the number, which is `%(num)s`.

    >>> ngettext("%(num)s row", "%(num)s rows", 2573)
    '2,573 rows'
    """
    language = _LANGUAGE.get()
    form = _translations(language).ngettext(singular, plural, number)
    return form % _worded({"num": decimal_in(language, number, _NUMBERING.get()), **values})


def ngettext_forms(singular: str, plural: str) -> dict[str, str]:
    """Return the form for each plural category of the language, with {num} for the number: scripts choose by Intl.PluralRules.

    >>> ngettext_forms("%(num)s row", "%(num)s rows")
    {'one': '{num} row', 'other': '{num} rows'}
    """
    examples = plural_examples(_LANGUAGE.get())
    return {name: ngettext(singular, plural, number, num="{num}") for name, number in examples.items()}


def catalogue_digest() -> str:
    """Return the language, its numbering system and the digest of its catalogue, for the keys of caches."""
    return _digest(_LANGUAGE.get(), _NUMBERING.get())


@cache
def _digest(language: str, numbering: str) -> str:
    return language if language == ENGLISH else f"{language} {numbering} {sha256(_catalogue(language)).hexdigest()}"


@cache
def _translations(language: str) -> NullTranslations:
    """Return the catalogue as a lookup, compiled in memory; that of English returns each message itself."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only for a language with a catalogue
    from babel.messages.pofile import read_po  # noqa: PLC0415

    if language == ENGLISH:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(_catalogue(language)), locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _catalogue(language: str) -> bytes:
    return (_FOLDER / language / _FILE).read_bytes()
