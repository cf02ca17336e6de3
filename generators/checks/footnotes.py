"""Footnotes: each with a text and a reference."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.model.problems import Problem
from generators.text.catalog_texts import bodies
from generators.text.markdown.footnotes import slips


def footnotes(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each footnote without a text, text without a reference, repeated footnote, and footnote
    in an unsupported form.
    """
    for text in bodies(catalog):
        for slip in slips(text.markdown):
            source = text.markdown[slice(*slip.span)]
            where = text.at(slip.span[0])
            yield Problem(where=where, subject="footnote", found=source, expected=slip.expected, advice=slip.advice)
