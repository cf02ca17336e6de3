"""Personal data: names of private persons, telephone numbers, e-mail addresses, document numbers, exact locations."""

import re
from collections.abc import Iterator

from generators.model import Catalog, Text
from generators.model.problems import Problem, Where
from generators.text.catalog_texts import line_of, public_texts

_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[ -](?:(?:al|el|ibn|bin|abu)[ -])?[^\W\d_a-z][^\W\d_A-Z]+){1,2}"
"""Two or three words with a capital: Jon Alder, Jon al-Alder."""
_DETAILS = {
    "an e-mail address": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "a telephone number": re.compile(
        r"(?<![\w.+-])(?:\+\d[\d ()-]{7,}\d|\(?0\d{2,4}\)?[ /-]\d{3}[ -]?\d{3,4}|0\d{9,13})(?![\w-])"
    ),
    "a document number": re.compile(
        r"\b(?i:passport|identity card|id|id card)(?i: no\.?| number| nr\.?|:| #) ?(?=[A-Z\d-]*\d{4})[A-Z\d-]{5,}"
    ),
    "coordinates with more than two decimals": re.compile(
        r"-?\d{1,3}\.\d{3,}(?:° ?[NSEW]?| ?[NSEW]\b)|\d{1,3}° ?\d{1,2}['’′] ?\d|-?\d{1,2}\.\d{3,}[,;/] ?-?\d{1,3}\.\d{3,}"
    ),
}
_COARSE = -2


def personal_data(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each name of a private person, telephone number, e-mail or postal address, document
    number, and coordinate with more than two decimals.
    """
    pattern, names = _name_pattern(catalog.harm.beside_names), _public_names(catalog)
    for subject, text in public_texts(catalog):
        for match in pattern.finditer(text.markdown) if pattern else ():
            name = match["before"] or match["after"]
            if name not in names:
                yield _name_problem(subject, line_of(text, match.start()), name)
        yield from _details(subject, text, catalog.config.contact)
    yield from _coordinates(catalog)


def _name_pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of a name beside one of the words: "victim Jon Alder", "Jon Alder, aged 24"."""
    if not words:
        return None
    word = rf"(?i:(?:{'|'.join(map(re.escape, words))})s?|\d{{1,2}}[- ]year[- ]old)"
    before = rf"\b(?P<before>{_NAME})(?:['’]s|,)?(?: \(| (?:who )?(?:is|was))?(?: ?(?:a|an|the|his|her))? ?\b{word}\b"
    return re.compile(rf"{before}|\b{word},?(?: (?:named|called))? (?P<after>{_NAME})")


def _public_names(catalog: Catalog) -> set[str]:
    """Return the listed names, and names of places."""
    places = {name for place in catalog.places.values() for name in (place.name, *place.spellings)}
    return {*catalog.harm.names, *places}


def _name_problem(subject: str, where: Where, name: str) -> Problem:
    return Problem(
        where=where,
        subject=subject,
        found=name,
        expected="no name of a private person",
        advice="Write the person's role instead, or add a person in a public role to content/names.yml, with why.",
    )


def _details(subject: str, text: Text, contact: str) -> Iterator[Problem]:
    for kind, pattern in _DETAILS.items():
        for match in pattern.finditer(text.markdown):
            if match[0].rstrip(".") != contact:
                yield Problem(
                    where=line_of(text, match.start()),
                    subject=subject,
                    found=match[0],
                    expected=f"text without {kind}",
                    advice="Remove it: it could identify a person.",
                )


def _coordinates(catalog: Catalog) -> Iterator[Problem]:
    for place in catalog.places.values():
        for column, number in (("latitude", place.latitude), ("longitude", place.longitude)):
            exponent = number.as_tuple().exponent if number is not None else 0
            if isinstance(exponent, int) and exponent < _COARSE:
                yield Problem(
                    where=place.where.part(column),
                    subject=column,
                    found=str(number),
                    expected="at most two decimals",
                    advice=f"Write {number:.2f}: a more exact location could identify a person.",
                )
