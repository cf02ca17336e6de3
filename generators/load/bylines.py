"""Parsers for authors, ORCID iDs, tags and flags in front matter. Errors are `CellError` with advice."""

import re

from generators.model.parse import choice
from generators.model.problems import CellError

_LONGEST_NAME, _LONGEST_TAG = 200, 60


def truth(text: str) -> bool:
    """Return True for yes or true, False for no, false or a blank.

    >>> truth("true"), truth("no")
    (True, False)
    """
    return choice(text.lower() or "no", ("yes", "no", "true", "false")) in {"yes", "true"}


def person(text: str) -> str:
    """Return the name of one person or body.

    >>> person(" Ana  Alder ")
    'Ana Alder'
    """
    name = " ".join(text.split())
    if ";" in name:
        raise CellError("one name", "Write several names under authors, each on its own line after a hyphen.")
    if "@" in name or "<" in name:
        plain = re.sub(r"\s*[<(]?[^\s<>()]*@[^\s<>()]*[>)]?", "", name)
        raise CellError("a name without an e-mail address", f"Type {plain}." if plain else "")
    if not re.search(r"[^\W\d_]", name) or len(name) > _LONGEST_NAME:
        raise CellError(f"a name of at most {_LONGEST_NAME} letters")
    return name


def orcid(text: str) -> str:
    """Return the ORCID iD in groups of digits, from an iD or its URL, if its checksum is right.

    >>> orcid("https://orcid.org/0000-0002-1825-0097")
    '0000-0002-1825-0097'
    """
    plain = re.sub(r"^(?:https?://)?(?:www\.)?orcid\.org/", "", text.strip()).rstrip("/")
    digits = plain.replace("-", "").replace(" ", "").upper()
    expected = "an ORCID iD such as 0000-0002-1825-0097"
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        raise CellError(expected, "It has sixteen digits in four groups; delete the key if there is none.")
    formatted = "-".join(digits[start : start + 4] for start in range(0, 16, 4))
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = "0123456789X"[(12 - total % 11) % 11]
    if digits[15] != check:
        raise CellError(expected, f"Check the digits: after the first fifteen, the last should be {check}.")
    if plain != formatted:
        raise CellError(expected, f"Did you mean {formatted}?")
    return formatted


def tag(text: str) -> str:
    """Return the text, if it is a tag of one or two words.

    >>> tag("low water")
    'low water'
    """
    words = " ".join(text.split())
    if "," in words or ";" in words:
        parts = ", ".join(part.strip() for part in re.split("[,;]", words) if part.strip())
        raise CellError("one word or two", f"Write a list: [{parts}]")
    if not words or len(words) > _LONGEST_TAG or re.search(r"[<>\[\]{}#]", words):
        advice = f"Did you mean {words.lstrip('#')}?" if re.fullmatch(r"#[\w -]+", words) else ""
        raise CellError(f"one word or two, of at most {_LONGEST_TAG} letters", advice)
    return words
