"""Disputes in words."""

from collections.abc import Iterator

from generators.components.markup import inline, to_source
from generators.model import Observation
from generators.text.wording import when


def disputes_of(page: str, observation: Observation) -> Iterator[str]:
    """Yield a sentence for each dispute of the figure: by whom, when, why, source."""
    for dispute in observation.disputes:
        who = f"Disputed by {inline(dispute.by)}, {inline(when(dispute.date))}"
        yield f"{who}: {inline(dispute.summary)} ({to_source(page, dispute.source, dispute.locator)})"
