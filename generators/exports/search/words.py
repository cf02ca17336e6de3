"""Normalization of words for search: no case, accents, apostrophes, thousands separators or Arabic article.

`theme/assets/js/find.js` does the same in the browser; both must pass the cases in tests/fixtures/words.yml.
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import category, normalize

LITTLE = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "had", "has", "have", "in", "is", "it", "its", "of", "on",
    "or", "that", "the", "their", "this", "to", "was", "were", "which", "with", "ad", "adh", "al", "ar", "ash", "ath", "az", "el",
))  # fmt: skip
"""Stop words: the commonest English words, and the Arabic article in all its transliterations."""
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = {name[:size]: f"{at:02}" for at, name in enumerate(_MONTHS, start=1) for size in (3, 4, len(name))}
_LINKS = frozenset({"and", "or", "to"})
_REPLACED = {
    **dict.fromkeys("'’‘‛`´ʹʺʻʼʽʾʿˈ′ـ", ""),
    "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
    "ى": "ي", "ی": "ي", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ٱ": "ا",
    "%": " percent ", "٪": " percent ", "٬": ",", "٫": ".",
    **{chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
}  # fmt: skip
_POSSESSIVE = re.compile(r"['’ʼ]s(?![^\W_])", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=[0-9])[,٬\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_PER_CENT = re.compile(r"\bper cent\b")
_DOTTED = re.compile(r"(?<![^\W_])(?:[a-z]\.){2,}(?:[a-z](?![^\W_]))?")
_MONTH_PART = r"(?:0[1-9]?|1[0-2]?)"
_WORD = re.compile(
    rf"(?<![0-9-])[12][0-9]{{3}}-{_MONTH_PART}(?:-(?:[0-2][0-9]?|3[01]?))?(?![0-9-])|[0-9]+(?:\.[0-9]+)+|[^\W_]+"
)
_ARTICLE = "ال"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"[12]?[0-9]|3[01]")


class _Letters(dict[int, str]):
    """Table for `str.translate` that computes each letter once."""

    def __missing__(self, code: int) -> str:
        plain = (letter for letter in normalize("NFKD", chr(code)).lower() if category(letter) != "Mn")
        self[code] = "".join(_REPLACED.get(letter, letter) for letter in plain)
        return self[code]


_LETTERS = _Letters()
_DIGITS = {ord(letter): plain for letter, plain in _REPLACED.items() if plain.isdecimal()}


def words(text: str) -> list[str]:
    """Return the words of a text in their order.

    >>> words("Sha'b on the Nīl: 1,700 (45%), the city's U.N. office, 2014-06")
    ['shab', 'on', 'the', 'nil', '1700', '45', 'percent', 'the', 'city', 'un', 'office', '2014-06']
    >>> words("al-Qāhirah القاهرة")
    ['al', 'qahirah', 'قاهره']
    """
    joined = _THOUSANDS.sub("", _POSSESSIVE.sub("", text.translate(_DIGITS)))
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), joined.translate(_LETTERS))
    plain = _PER_CENT.sub("percent", plain)
    return _WORD.findall(plain) if _ARTICLE not in plain else [_bare(word) for word in _WORD.findall(plain)]


def _bare(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 3 else word


def dates(tokens: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the months and days that words name, with the first and the last of these words.

    >>> list(dates(words("from 14 June 2014 to May 2015")))
    [(1, 3, '2014-06-14'), (5, 6, '2015-05')]
    >>> list(dates(words("June and July 2014, March 7, 2003")))
    [(2, 3, '2014-07'), (0, 0, '2014-06'), (4, 6, '2003-03-07')]
    """
    for at, year in enumerate(tokens):
        if at and _YEAR.fullmatch(year):
            yield from _dates_before(tokens, at)


def _dates_before(tokens: Sequence[str], at: int) -> Iterator[tuple[int, int, str]]:
    year, last = tokens[at], _MONTH.get(tokens[at - 1])
    other = tokens[at - 2] if at > 1 else ""
    if last and _DAY.fullmatch(other):
        yield at - 2, at, f"{year}-{last}-{other:0>2}"
    elif last:
        yield at - 1, at, f"{year}-{last}"
        yield from _linked_month(tokens, at)
    elif other in _MONTH and _DAY.fullmatch(tokens[at - 1]):
        yield at - 2, at, f"{year}-{_MONTH[other]}-{tokens[at - 1]:0>2}"


def _linked_month(tokens: Sequence[str], at: int) -> Iterator[tuple[int, int, str]]:
    """Yield the month before another of the same year: June in "June and July 2014"."""
    if at > 2 and tokens[at - 2] in _LINKS and tokens[at - 3] in _MONTH:
        yield at - 3, at - 3, f"{tokens[at]}-{_MONTH[tokens[at - 3]]}"


def search_terms(text: str) -> set[str]:
    """Return the search terms of a text: its words without stop words, and the years, months and days that it names.

    >>> sorted(search_terms("On 14 June 2014"))
    ['14', '2014', '2014-06', '2014-06-14', 'june']
    """
    tokens = words(text)
    date_terms = {date for _, _, date in dates(tokens)} | {word for word in tokens if "-" in word}
    periods = {date[:size] for date in date_terms for size in (4, 7)}
    return {word for word in tokens if word not in LITTLE} | date_terms | periods


def title_key(text: str) -> str:
    """Return a key that is equal for texts that are the same title.

    >>> title_key("The bridges of al-Qāhirah"), title_key("IT")
    ('bridges qahirah', 'it')
    """
    tokens = words(text)
    return " ".join([word for word in tokens if word not in LITTLE] or tokens)
