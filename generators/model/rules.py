"""Curated lists for checks: words, hosts, names and incomparable series."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generators.model.problems import Where

FORMER_NAMES: Mapping[str, str] = {
    "bodies_used": "unused_bodies",
    "bounds": "value_bounds",
    "breaks_crossed": "method_breaks",
    "chart_figures": "chart_values",
    "chart_kinds": "chart_requirements",
    "conflicts_declared": "undeclared_conflicts",
    "corrected_rows": "correction_references",
    "corroborated": "corroboration",
    "disputed_rows": "dispute_references",
    "footnotes_joined": "footnotes",
    "graded_rows": "grade_references",
    "headings_in_order": "heading_order",
    "incomparable": "incomparable_series",
    "inert_texts": "active_content",
    "judgement_evidence": "judgements",
    "likelihood_apart": "likelihood_and_confidence",
    "marks_supported": "supported_signs",
    "nested": "nesting_depth",
    "no_private_names": "personal_data",
    "no_propaganda_links": "blocked_links",
    "own_addresses": "unique_urls",
    "pages_stay": "permanent_urls",
    "parties_used": "unused_parties",
    "plain_words": "house_style",
    "possible": "plausible_values",
    "quoted_changed": "stale_quotations",
    "redefined_reasons": "changed_definitions",
    "released_unchanged": "immutable_releases",
    "rows_stay": "restricted_rows",
    "topics": "known_topics",
    "typed_numbers": "hardcoded_numbers",
    "withdrawn_reasons": "withdrawals_explained",
}
"""Names that checks had up to version 0.2, which data/silences.yml may still use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """The words of a subject that the do-no-harm checks go by; none where a site keeps no list."""

    beside_names: tuple[str, ...] = ()
    """Words beside which a name is a private person's: son of, aged."""
    small_cells: tuple[str, ...] = ()
    """Words of indicators whose figures from 1 to 4 could point to a person."""
    refused_hosts: tuple[str, ...] = ()
    """Parts of host names that no link may have."""
    allowed_hosts: Mapping[str, str] = field(default_factory=dict)
    """Hosts that prose may link to although no source is there, and why."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people in public roles, and why they may be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incomparable:
    """Two series that count different things, so that no chart may draw both."""

    a: tuple[str, str]
    """(dataset, indicator)."""
    b: tuple[str, str]
    why: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A suppression of one check at one place, with the reason."""

    check: str
    at: str
    """A part of the problem's own line."""
    why: str
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedWord:
    """A phrase with a number in it that may be typed; `#` means digits."""

    word: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedWord:
    """A phrase that a briefing does not use, always or in the case named by `when`."""

    word: str
    why: str
    instead: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Phrases that an author may and may not type."""

    allowed: tuple[AllowedWord, ...] = ()
    refused: tuple[RefusedWord, ...] = ()
    trends: tuple[str, ...] = ()
    """Words that say that something rose or fell: a sentence with one compares the figures around it."""
