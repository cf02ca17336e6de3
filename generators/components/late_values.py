"""Placeholders of a page for what is known late: sizes of files, references, lengths of documents.

Pages are made from the catalog alone. `fill` puts the values in, as soon as assembly or the finished site has them.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

SIZE, REFERENCE, LENGTH, ARCHIVE = "size", "reference", "length", "archive"
"""Kinds of placeholders; an archive is made of the finished site."""
_OPEN, _CLOSE = '<span data-late="', "</span>"


def late(kind: str, name: str, value: str = "") -> Markup:
    """Return a placeholder; raise a `ValueError` for a name that is no path.

    >>> late("size", "a.csv")
    Markup('<span data-late="size:a.csv"></span>')
    """
    if set(name) & set('"<>&'):
        raise ValueError(f"{name!r}, where the path of a file is expected")
    return Markup(f'{_OPEN}{kind}:{name}">{value}{_CLOSE}')  # noqa: S704 - paths and sizes


def late_names(kind: str, text: str) -> Iterator[str]:
    """Yield the name of each placeholder of that kind, in order."""
    for part in text.split(f"{_OPEN}{kind}:")[1:]:
        yield part.partition('"')[0]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with each placeholder replaced that has a value, by "kind:name"; the others stay.

    >>> fill(f'a{late("size", "a.csv")} {late("size", "b.csv")}', {"size:a.csv": " 2 kB"})
    'a 2 kB <span data-late="size:b.csv"></span>'
    """
    before, *parts = text.split(_OPEN)
    return before + "".join(_filled(part, values) for part in parts)


def _filled(part: str, values: Mapping[str, str]) -> str:
    key = part.partition('"')[0]
    return str(values[key]) + part.partition(_CLOSE)[2] if key in values else _OPEN + part
