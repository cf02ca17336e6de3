"""Languages by BCP 47 code, with English name and text direction."""

import re
from collections.abc import Mapping
from functools import cache

from generators.model.problems import CellError, nearest

ENGLISH = "en"
LATIN = "latn"
"""The CLDR's name of the numbering system with Latin digits."""
_FORM = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?")
_FROM_RIGHT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
_EXPECTED = "the code of a language, such as en, ar, ckb or ku-Arab"


def translatable(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is used, as no language is set at import."""
    return message


def translatable_forms(one: str, several: str) -> tuple[str, str]:
    """Mark singular and plural of a message in the same way."""
    return one, several


def language(text: str) -> str:
    """Return the text, if it is the code of a language, with a script and a region or without.

    >>> language("ar"), language("ku-Arab")
    ('ar', 'ku-Arab')
    """
    match = _FORM.fullmatch(text)
    if match and _exists(match):
        return text
    raise CellError(_EXPECTED, _advice(text))


@cache
def direction(code: str) -> str:
    """Return `rtl` for a language whose letters run from right to left, else `ltr`.

    >>> direction("ckb"), direction("ku"), direction("ku-Arab")
    ('rtl', 'ltr', 'rtl')
    """
    match = _FORM.fullmatch(code)
    script = match[2] if match and match[2] else _usual_script(code.partition("-")[0])
    return "rtl" if script in _FROM_RIGHT else "ltr"


def name(code: str) -> str:
    """Return the language in English.

    >>> name("ar-IQ")
    'Arabic'
    """
    return _names()[code.partition("-")[0]]


def attributes(code: str, around: str) -> str:
    """Return the HTML attributes of a text in the language, with a space before them; none in the language `around`."""
    return "" if code == around else f' lang="{code}" dir="{direction(code)}"'


@cache
def _names() -> Mapping[str, str]:
    """Return the English name of each language by code."""
    from babel import Locale  # noqa: PLC0415 - only where a text is in another language

    return {code: str(called) for code, called in Locale("en").languages.items() if re.fullmatch("[a-z]{2,3}", code)}


def _exists(match: re.Match[str]) -> bool:
    from babel import Locale  # noqa: PLC0415 - likewise

    english = Locale("en")
    code, script, region = match.groups()
    return (
        code in _names() and (not script or script in english.scripts) and (not region or region in english.territories)
    )


def _usual_script(code: str) -> str:
    """Return the script that the language is usually written in."""
    from babel.core import get_global  # noqa: PLC0415 - likewise

    subtags: str = get_global("likely_subtags").get(code, "")
    return next((part for part in subtags.split("_") if len(part) == 4), "")


def _advice(text: str) -> str:
    """Return a sentence with the code that was meant: another case or sign, or a language's name."""
    tag, *subtags = re.split(r"[-_]", text.strip())
    parts = [tag.lower(), *(part.title() if len(part) == 4 else part.upper() for part in subtags)]
    match = _FORM.fullmatch("-".join(parts))
    if match and _exists(match):
        return f"Did you mean {match[0]}?"
    by_name = {called.lower(): code for code, called in sorted(_names().items(), reverse=True)}
    matches = nearest(text.strip(), tuple(sorted(by_name)))
    return f"Did you mean {by_name[matches[0]]} ({name(by_name[matches[0]])})?" if matches else ""
