"""Placeholders of a page for what is known late: sizes of files, references, lengths of documents, drawings.

Pages are made from the catalog alone. `fill` puts the values in, as soon as assembly or the finished page or site has them.
A page is complete, so that its text forms, its PDF and its search entry are; `apart` marks what a browser loads on demand.
"""

from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

SIZE, REFERENCE, LENGTH, DRAWING, ARCHIVE = "size", "reference", "length", "drawing", "archive"
"""Kinds of placeholders; a drawing is put into the finished page, and an archive is made of the finished site."""
_OPEN, _CLOSE = '<span data-late="', "</span>"
_APART, _END = "<!--apart:", "<!--/apart-->"


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
    return fill_by(text, values.get)


def fill_by(text: str, value_of: Callable[[str], str | None]) -> str:
    """Do the same with a function that returns the value of "kind:name", or None."""
    before, *parts = text.split(_OPEN)
    return before + "".join(_filled(part, value_of(part.partition('"')[0])) for part in parts)


def _filled(part: str, value: str | None) -> str:
    return _OPEN + part if value is None else str(value) + part.partition(_CLOSE)[2]


def apart(content: str, name: str | int = "") -> Markup:
    """Return a part that a finished page does not have: it has another page's link instead, or a script that has the part by name."""
    return Markup(f"{_APART}{name}-->{content}{_END}")  # noqa: S704 - of a template


def without_parts(html: str) -> tuple[str, Mapping[str, str]]:
    """Return the text without such parts, and those that have a name.

    >>> without_parts(f'a{apart("<b>x</b>", 1)} b{apart("<i>y</i>")}')
    ('a b', {'1': '<b>x</b>'})
    """
    rest, *parts = html.split(_APART)
    named = dict[str, str]()
    for part in parts:
        name, _, content = part.partition("-->")
        inside, _, after = content.partition(_END)
        rest += after
        if name:
            named[name] = inside
    return rest, named
