"""Disputes: put on the rows that they are about, and in words."""

from collections.abc import Iterator

from generators.components.markup import inline, to_source
from generators.model import Observation
from generators.text.wording import when


def disputes_of(page: str, observation: Observation) -> Iterator[str]:
    """Yield what is said against the figure: by whom, when, where, in a sentence each."""
    for dispute in observation.disputes:
        who = f"Against it: {inline(dispute.by)}, {inline(when(dispute.date))}"
        yield f"{who}: {inline(dispute.summary)} ({to_source(page, dispute.source, dispute.locator)})"
