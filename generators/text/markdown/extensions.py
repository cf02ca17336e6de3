"""Extensions of Python-Markdown that every engine and every page generator supports."""

from collections.abc import Mapping

from markdown import markdown

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "attr_list": {},
    "def_list": {},
    "fenced_code": {},
    "md_in_html": {},
    "sane_lists": {},
    "tables": {"use_align_attribute": True},  # a style attribute would break the content policy
    "toc": {},
}
"""Extensions with their settings."""


def html(text: str) -> str:
    """Return the Markdown of a page as HTML."""
    settings = {name: dict(values) for name, values in EXTENSIONS.items() if values}
    return markdown(text, extensions=list(EXTENSIONS), extension_configs=settings)
