"""Lists, ordinal numbers and first letters, as the site's language has them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generators.model.languages import translatable
from generators.text.cldr import decimal_in, list_in, ordinal_form
from generators.text.messages import gettext, isolated, site_language, site_numbering

_ORDINALS: Mapping[str, str] = MappingProxyType(
    {
        "one": translatable("%(number)sst"),
        "two": translatable("%(number)snd"),
        "few": translatable("%(number)srd"),
        **dict.fromkeys(("zero", "many", "other"), translatable("%(number)sth")),
    }
)
"""By the form that the CLDR gives a position in the language; in most languages there is only "other"."""


def ordinal(position: int) -> str:
    """Return the position as an ordinal number.

    >>> ordinal(2), ordinal(3), ordinal(11), ordinal(21)
    ('2nd', '3rd', '11th', '21st')
    """
    number = decimal_in(site_language(), position, site_numbering())
    return gettext(_ORDINALS[ordinal_form(site_language(), position)], number=number)


def comma_list(words: Iterable[str]) -> str:
    """Return the words as a list with "and"."""
    return list_in(site_language(), isolated(words))


def commas(texts: Iterable[str]) -> str:
    """Return the texts with commas between them."""
    return gettext(", ").join(isolated(texts))


def either(words: Iterable[str]) -> str:
    """Return the words as a list with "or"."""
    return list_in(site_language(), words, "or")


def semicolons(texts: Iterable[str]) -> str:
    """Return the texts with semicolons between them."""
    return gettext("; ").join(isolated(texts))


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
