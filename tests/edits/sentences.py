"""Sentences that get a word more or lose one."""

import re
from random import Random

WORDS = (
    "again",
    "here",
    "as stated",
    "as far as is known",
    "Q&A",
    "“so”",
    "naïve",
    "3 < x",
    "*then*",
    "it's",
    "A–B",
    "ß",
)
"""What is added to a sentence: also signs that HTML, Markdown, YAML and CSV read as something else."""
_GAP = re.compile(r"(?<=\w) (?=\w)(?![^{]*\}\})(?![^\[]*\])")
"""A space of a sentence, outside of expressions and links."""


def _longer(random: Random, text: str) -> str:
    """Return the text with a word more."""
    gaps = [gap.start() for gap in _GAP.finditer(text)] or [len(text)]
    at = random.choice(gaps)
    return f"{text[:at]} {random.choice(WORDS)}{text[at:]}"


def _shorter(random: Random, text: str) -> str:
    """Return the text without one of the words that were added."""
    added = [word for word in WORDS if f" {word}" in text]
    return text.replace(f" {random.choice(added)}", "", 1) if added else text


def reworded(random: Random, text: str) -> str:
    """Return the text with a word more, or one less of those that were added."""
    return random.choice((_longer, _longer, _shorter))(random, text)
