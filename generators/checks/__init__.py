"""Registry of checks. A check is a function from the catalog to problems.

To add one, write it in a file of its name, add it to `CHECKS`, and add a row to tests/checks/test_checks.py.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from generators.checks.active_content import active_content
from generators.checks.blocked_links import blocked_links
from generators.checks.changed_definitions import changed_definitions
from generators.checks.chart_references import chart_references
from generators.checks.chart_requirements import chart_requirements
from generators.checks.chart_values import chart_values
from generators.checks.claims_as_counts import claims_as_counts
from generators.checks.collected_once import collected_once
from generators.checks.correction_references import correction_references
from generators.checks.corroboration import corroboration
from generators.checks.dispute_references import dispute_references
from generators.checks.expressions import expressions
from generators.checks.footnotes import footnotes
from generators.checks.grade_references import grade_references
from generators.checks.hardcoded_numbers import hardcoded_numbers
from generators.checks.heading_order import heading_order
from generators.checks.headline_speakers import headline_speakers
from generators.checks.house_style import house_style
from generators.checks.immutable_releases import immutable_releases
from generators.checks.incomparable_series import incomparable_series
from generators.checks.judgements import judgements
from generators.checks.known_kinds import known_kinds
from generators.checks.known_topics import known_topics
from generators.checks.likelihood_and_confidence import likelihood_and_confidence
from generators.checks.method_breaks import method_breaks
from generators.checks.nesting_depth import nesting_depth
from generators.checks.nothing_later import nothing_later
from generators.checks.outlines_placed import outlines_placed
from generators.checks.parts_within_total import parts_within_total
from generators.checks.permanent_urls import permanent_urls
from generators.checks.personal_data import personal_data
from generators.checks.plausible_values import plausible_values
from generators.checks.restricted_rows import restricted_rows
from generators.checks.revised_reasons import revised_reasons
from generators.checks.small_cells import small_cells
from generators.checks.stale_quotations import stale_quotations
from generators.checks.sums_named_ours import sums_named_ours
from generators.checks.supported_signs import supported_signs
from generators.checks.tags_closed import tags_closed
from generators.checks.titled_period import titled_period
from generators.checks.undeclared_conflicts import undeclared_conflicts
from generators.checks.unique_keys import unique_keys
from generators.checks.unique_urls import unique_urls
from generators.checks.unused_bodies import unused_bodies
from generators.checks.unused_parties import unused_parties
from generators.checks.value_bounds import value_bounds
from generators.checks.withdrawals_explained import withdrawals_explained
from generators.model import Catalog
from generators.model.problems import Problem

Check: TypeAlias = Callable[[Catalog], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    unique_keys,
    value_bounds,
    plausible_values,
    collected_once,
    known_topics,
    unique_urls,
    outlines_placed,
    chart_references,
    known_kinds,
    chart_requirements,
    chart_values,
    titled_period,
    expressions,
    heading_order,
    nesting_depth,
    tags_closed,
    footnotes,
    supported_signs,
    judgements,
    active_content,
    hardcoded_numbers,
    likelihood_and_confidence,
    house_style,
    method_breaks,
    parts_within_total,
    undeclared_conflicts,
    personal_data,
    small_cells,
    restricted_rows,
    blocked_links,
    incomparable_series,
    grade_references,
    corroboration,
    headline_speakers,
    claims_as_counts,
    sums_named_ours,
    nothing_later,
    unused_parties,
    unused_bodies,
    dispute_references,
    correction_references,
    immutable_releases,
    withdrawals_explained,
    revised_reasons,
    changed_definitions,
    stale_quotations,
    permanent_urls,
)

ALONE: tuple[Check, ...] = (
    value_bounds,
    unique_keys,
    known_topics,
    known_kinds,
    active_content,
    hardcoded_numbers,
    likelihood_and_confidence,
    house_style,
    undeclared_conflicts,
    personal_data,
    small_cells,
    blocked_links,
)
"""Checks of single items, which are valid while another file cannot be read."""
SURVIVABLE: tuple[Check, ...] = (
    hardcoded_numbers,
    likelihood_and_confidence,
    house_style,
    method_breaks,
    parts_within_total,
    undeclared_conflicts,
    personal_data,
    small_cells,
    blocked_links,
    incomparable_series,
    corroboration,
    headline_speakers,
    claims_as_counts,
    sums_named_ours,
    nothing_later,
    unused_parties,
    unused_bodies,
)
"""Checks whose problems do not prevent assembly, so that pages and documents can be checked too."""


__all__ = ["ALONE", "CHECKS", "SURVIVABLE", "Check"]
