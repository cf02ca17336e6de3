"""What must hold of the whole. A check is a function from the catalog to problems; this list is all of them.

To add one: write it in a file of its name, put it in `CHECKS`, and give it a row in tests/test_checks.py.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from generators.checks.bodies_used import bodies_used
from generators.checks.bounds import bounds
from generators.checks.breaks_crossed import breaks_crossed
from generators.checks.chart_figures import chart_figures
from generators.checks.chart_kinds import chart_kinds
from generators.checks.chart_references import chart_references
from generators.checks.claims_as_counts import claims_as_counts
from generators.checks.collected_once import collected_once
from generators.checks.conflicts_declared import conflicts_declared
from generators.checks.corrected_rows import corrected_rows
from generators.checks.corroborated import corroborated
from generators.checks.disputed_rows import disputed_rows
from generators.checks.expressions import expressions
from generators.checks.footnotes_joined import footnotes_joined
from generators.checks.graded_rows import graded_rows
from generators.checks.headings_in_order import headings_in_order
from generators.checks.headline_speakers import headline_speakers
from generators.checks.incomparable import incomparable
from generators.checks.inert_texts import inert_texts
from generators.checks.judgement_evidence import judgement_evidence
from generators.checks.known_kinds import known_kinds
from generators.checks.likelihood_apart import likelihood_apart
from generators.checks.marks_supported import marks_supported
from generators.checks.nested import nested
from generators.checks.no_private_names import no_private_names
from generators.checks.no_propaganda_links import no_propaganda_links
from generators.checks.nothing_later import nothing_later
from generators.checks.outlines_placed import outlines_placed
from generators.checks.own_addresses import own_addresses
from generators.checks.pages_stay import pages_stay
from generators.checks.parties_used import parties_used
from generators.checks.parts_within_total import parts_within_total
from generators.checks.plain_words import plain_words
from generators.checks.possible import possible
from generators.checks.quoted_changed import quoted_changed
from generators.checks.redefined_reasons import redefined_reasons
from generators.checks.released_unchanged import released_unchanged
from generators.checks.revised_reasons import revised_reasons
from generators.checks.rows_stay import rows_stay
from generators.checks.small_cells import small_cells
from generators.checks.sums_named_ours import sums_named_ours
from generators.checks.tags_closed import tags_closed
from generators.checks.titled_period import titled_period
from generators.checks.topics import topics
from generators.checks.typed_numbers import typed_numbers
from generators.checks.unique_keys import unique_keys
from generators.checks.withdrawn_reasons import withdrawn_reasons
from generators.model import Catalog
from generators.problems import Problem

Check: TypeAlias = Callable[[Catalog], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    unique_keys,
    bounds,
    possible,
    collected_once,
    topics,
    own_addresses,
    outlines_placed,
    chart_references,
    known_kinds,
    chart_kinds,
    chart_figures,
    titled_period,
    expressions,
    headings_in_order,
    nested,
    tags_closed,
    footnotes_joined,
    marks_supported,
    judgement_evidence,
    inert_texts,
    typed_numbers,
    likelihood_apart,
    plain_words,
    breaks_crossed,
    parts_within_total,
    conflicts_declared,
    no_private_names,
    small_cells,
    rows_stay,
    no_propaganda_links,
    incomparable,
    graded_rows,
    corroborated,
    headline_speakers,
    claims_as_counts,
    sums_named_ours,
    nothing_later,
    parties_used,
    bodies_used,
    disputed_rows,
    corrected_rows,
    released_unchanged,
    withdrawn_reasons,
    revised_reasons,
    redefined_reasons,
    quoted_changed,
    pages_stay,
)

ALONE: tuple[Check, ...] = (
    bounds,
    unique_keys,
    topics,
    known_kinds,
    inert_texts,
    typed_numbers,
    likelihood_apart,
    plain_words,
    conflicts_declared,
    no_private_names,
    small_cells,
    no_propaganda_links,
)
"""Checks that judge each thing by itself, so that what they find holds while another file cannot be read."""
SURVIVABLE: tuple[Check, ...] = (
    typed_numbers,
    likelihood_apart,
    plain_words,
    breaks_crossed,
    parts_within_total,
    conflicts_declared,
    no_private_names,
    small_cells,
    no_propaganda_links,
    incomparable,
    corroborated,
    headline_speakers,
    claims_as_counts,
    sums_named_ours,
    nothing_later,
    parties_used,
    bodies_used,
)
"""Checks whose problems leave a site that can be put together, so that its pages and documents can be checked too."""

__all__ = ["ALONE", "CHECKS", "SURVIVABLE", "Check"]
