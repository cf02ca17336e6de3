"""Authored text without scripts or content from other hosts, which could put readers at risk."""

import re
from collections.abc import Iterator

from generators.model import Catalog, Text
from generators.model.problems import Problem
from generators.text.catalog_texts import every_text, told_at

_ALIVE = re.compile(
    r"""<(?:script|iframe|object|embed|style|link|form|base|meta)\b[^>]*>?"""
    r"""|<[a-z][^<>]*\s(?:on[a-z]+|style)\s*=[^<>]*>"""
    r"""|<[a-z][^<>]*\ssrc\s*=\s*["']?(?:[a-z]+:|//)[^<>]*>"""
    r"""|!\[[^\]]*\]\(<?(?:[a-z]+:|//)[^)]*\)""",
    re.IGNORECASE,
)


def active_content(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each script, frame, style sheet or image from another host in any text, title or name."""
    for name, text in every_text(catalog):
        if "<" in text.markdown or "![" in text.markdown:
            for match in _ALIVE.finditer(text.markdown):
                yield _problem(name, text, match)


def _problem(name: str, text: Text, match: re.Match[str]) -> Problem:
    subject, where = told_at(name, text, match.start())
    advice = "Place pictures in content/assets/ and link to them; remove scripts, frames and styles."
    expected = "text without scripts, frames, styles or content from other hosts"
    return Problem(where=where, subject=subject, found=match.group(), expected=expected, advice=advice)
