"""Edits of a page: sentences, paragraphs, front matter."""

import re
from collections.abc import Sequence
from random import Random

from tests.edits.declarations import wording
from tests.edits.sentences import reworded

PIECES = (
    "One sentence more, and *another* one.",
    "- a list\n- of **two** things",
    "| a | b |\n|---|---|\n| one | two |",
    "> Something quoted.",
    "## A new part\n\nIt says little.",
    "[The methods](METHOD) and <https://example.org/a?b=c&d=e>.",
    "Water\n:   What flows.",
    "A note.[^1]\n\n[^1]: At the foot.",
)
"""Markdown that becomes a new part of a page."""


def sentence(random: Random, text: str) -> str:
    """Return the page with another sentence in a paragraph or a heading."""
    above, paragraphs = _parts(text)
    at = random.randrange(len(paragraphs))
    if not re.match(r"[\w#(>-]", paragraphs[at]):
        return text
    paragraphs[at] = reworded(random, paragraphs[at])
    return _page(above, paragraphs)


def front_matter(random: Random, text: str) -> str:
    """Return the page with other words above it."""
    above, paragraphs = _parts(text)
    return _page(wording(random, above), paragraphs)


def draft(random: Random, text: str) -> str:
    """Return the page as a draft, or no longer as one."""
    del random
    line = "draft: true\n"
    return text.replace(line, "", 1) if line in text else text.replace("---\n", f"---\n{line}", 1)


def paragraph_more(random: Random, text: str) -> str:
    """Return the page with a paragraph more: a new one, or an expression of the page again."""
    above, paragraphs = _parts(text)
    expressions = [f"Once more: {found}." for found in re.findall(r"\{\{ (?!chart|judgement).*?\}\}", text)]
    piece = random.choice((*PIECES, *expressions[:4]))
    depth = "../" if "card_chart:" in above or "topic:" in above else ""
    paragraphs.insert(random.randint(1, len(paragraphs)), piece.replace("METHOD", f"{depth}methodology.md"))
    return _page(above, paragraphs)


def paragraph_gone(random: Random, text: str) -> str:
    """Return the page without one paragraph."""
    above, paragraphs = _parts(text)
    del paragraphs[random.randrange(len(paragraphs))]
    return _page(above, paragraphs)


def paragraphs_swapped(random: Random, text: str) -> str:
    """Return the page with two paragraphs in each other's place."""
    above, paragraphs = _parts(text)
    one, other = random.randrange(len(paragraphs)), random.randrange(len(paragraphs))
    paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
    return _page(above, paragraphs)


def _parts(text: str) -> tuple[str, list[str]]:
    """Return what is above a page, and its paragraphs."""
    above, mark, body = text.rpartition("\n---\n")
    return above + mark, body.strip("\n").split("\n\n")


def _page(above: str, paragraphs: Sequence[str]) -> str:
    return above + "\n" + "\n\n".join(paragraphs) + "\n"
