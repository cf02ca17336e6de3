"""What must hold of the whole. A check is a function from the catalog to problems; this list is all of them.

To add one: write it in a file of its name, put it in `CHECKS`, and give it a row in tests/test_checks.py.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from generators.checks.active_content import inert_texts
from generators.checks.blocked_links import no_propaganda_links
from generators.checks.changed_definitions import redefined_reasons
from generators.checks.chart_references import chart_references
from generators.checks.chart_requirements import chart_kinds
from generators.checks.chart_values import chart_figures
from generators.checks.claims_as_counts import claims_as_counts
from generators.checks.collected_once import collected_once
from generators.checks.correction_references import corrected_rows
from generators.checks.corroboration import corroborated
from generators.checks.dispute_references import disputed_rows
from generators.checks.expressions import expressions
from generators.checks.footnotes import footnotes_joined
from generators.checks.grade_references import graded_rows
from generators.checks.hardcoded_numbers import typed_numbers
from generators.checks.heading_order import headings_in_order
from generators.checks.headline_speakers import headline_speakers
from generators.checks.house_style import plain_words
from generators.checks.immutable_releases import released_unchanged
from generators.checks.incomparable_series import incomparable
from generators.checks.judgements import judgement_evidence
from generators.checks.known_kinds import known_kinds
from generators.checks.known_topics import topics
from generators.checks.likelihood_and_confidence import likelihood_apart
from generators.checks.method_breaks import breaks_crossed
from generators.checks.nesting_depth import nested
from generators.checks.nothing_later import nothing_later
from generators.checks.outlines_placed import outlines_placed
from generators.checks.parts_within_total import parts_within_total
from generators.checks.permanent_urls import pages_stay
from generators.checks.personal_data import no_private_names
from generators.checks.plausible_values import possible
from generators.checks.restricted_rows import rows_stay
from generators.checks.revised_reasons import revised_reasons
from generators.checks.small_cells import small_cells
from generators.checks.stale_quotations import quoted_changed
from generators.checks.sums_named_ours import sums_named_ours
from generators.checks.supported_signs import marks_supported
from generators.checks.tags_closed import tags_closed
from generators.checks.titled_period import titled_period
from generators.checks.undeclared_conflicts import conflicts_declared
from generators.checks.unique_keys import unique_keys
from generators.checks.unique_urls import own_addresses
from generators.checks.unused_bodies import bodies_used
from generators.checks.unused_parties import parties_used
from generators.checks.value_bounds import bounds
from generators.checks.withdrawals_explained import withdrawn_reasons
from generators.model import Catalog
from generators.model.problems import Problem

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
