"""Escaping of values for HTML and Markdown at once, and messages with escaped values."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from html import escape

from jinja2 import StrictUndefined, TemplateError
from markupsafe import Markup

from generators.text import joining

MARKDOWN_SIGNS = {sign: f"&#{ord(sign)};" for sign in "\\`*_[]{}|~"}
"""Character references for the signs of Markdown."""
_REFERENCES = {sign: escape(sign) for sign in "&<>\"'"} | MARKDOWN_SIGNS
_SIGN = re.compile(r"[&<>\"'\\`*_\[\]{}|~]")
_ID = re.compile(r"[\w.-]+")


def inline(text: str) -> str:
    """Escape the text for HTML and Markdown, so that a title's asterisk stays an asterisk."""
    return _SIGN.sub(lambda sign: _REFERENCES[sign[0]], text)


def translating(translated: Callable[..., str]) -> Callable[..., Markup]:
    """Return the function for `{% trans %}`: a message is markup, as the template around it is; its values are escaped.

    A number stays one, so that the message has it in the site's digits.
    """

    def whole(*message: object, **values: object) -> Markup:
        escaped = {name: value if type(value) is int else escaped_value(value) for name, value in values.items()}
        return Markup(translated(*message, **escaped))  # noqa: S704 - of a template and its catalogues

    return whole


def escaped_value(value: object) -> Markup:
    """Return a value as markup; raise a `TemplateError` if it is neither text nor number."""
    if type(value) is Markup:
        return value
    if isinstance(value, (str, int, Decimal)) and not isinstance(value, bool):
        return Markup(inline(str(value)))  # noqa: S704 - escaped here
    if isinstance(value, StrictUndefined):
        str(value)  # raises, with the name that is not defined
    raise TemplateError(f"a value of the type {type(value).__name__}, where a text or a number is expected")


def comma_list(values: Iterable[object]) -> Markup:
    """Return the values as a list with "and"."""
    return Markup(joining.comma_list(map(escaped_value, values)))  # noqa: S704 - escaped here


def unbroken(text: str) -> Markup:
    """Return code whose line breaks are character references: a blank line would end the HTML around it."""
    return Markup(inline(text.rstrip()).replace("\n", "&#10;"))  # noqa: S704 - escaped here


def as_id(text: str) -> Markup:
    """Return the id of a heading, which Markdown takes as it is; raise a `TemplateError` for any other text."""
    if not _ID.fullmatch(text):
        raise TemplateError(f"{text!r}, where an id of letters, digits, dots and hyphens is expected")
    return Markup(text)  # noqa: S704 - checked
