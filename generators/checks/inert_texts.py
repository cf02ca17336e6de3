"""What people write loads nothing from elsewhere and runs nothing: a reader at risk must be able to trust that."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generators.model import Catalog, Text
from generators.problems import Problem

_ALIVE = re.compile(
    r"""<(?:script|iframe|object|embed|style|link|form|base|meta)\b[^>]*>?"""
    r"""|<[a-z][^<>]*\s(?:on[a-z]+|style)\s*=[^<>]*>"""
    r"""|<[a-z][^<>]*\ssrc\s*=\s*["']?(?:[a-z]+:|//)[^<>]*>"""
    r"""|!\[[^\]]*\]\(<?(?:[a-z]+:|//)[^)]*\)""",
    re.IGNORECASE,
)


def inert_texts(catalog: Catalog) -> Iterator[Problem]:
    """Every script, frame, style or picture from another host in an authored text, at its line."""
    briefings = (briefing.body for briefing in catalog.briefings.values())
    for body in (*briefings, *(page.body for page in catalog.standing.values())):
        for match in _ALIVE.finditer(body.markdown):
            yield _problem(body, match)


def _problem(body: Text, match: re.Match[str]) -> Problem:
    before = body.markdown[: match.start()]
    where = replace(body.where, line=body.where.line + before.count("\n"), column=len(before) - before.rfind("\n"))
    advice = "Put a picture into content/assets/ and link to it; leave scripts, frames and styles out."
    expected = "text that loads nothing from elsewhere and runs nothing"
    return Problem(where=where, subject="text", found=match.group(), expected=expected, advice=advice)
