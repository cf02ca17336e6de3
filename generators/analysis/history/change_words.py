"""Words for changes between editions, and for collected rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generators.analysis.history.releases import Difference, How
from generators.model import Catalog, Correction, DefinitionRecord, EventRecord, Record, RecordKind, What
from generators.model.languages import translatable, translatable_forms
from generators.text.messages import gettext, ngettext, translated

HEADINGS: Mapping[How, str] = MappingProxyType(
    {
        "withdrawn": translatable("Withdrawn"),
        "revised": translatable("Revised"),
        "added": translatable("Added"),
        "described anew": translatable("Described anew"),
    }
)
"""Headings of the kinds of changes."""
_DETAILS_CHANGED: Mapping[RecordKind, str] = MappingProxyType(
    {
        "figure": translatable("Its details have changed, not the figure"),
        "definition": translatable("Its details have changed, not the definition"),
        "event": translatable("Its details have changed, not the event"),
    }
)
_CHANGES: Mapping[tuple[RecordKind, How], tuple[str, str]] = MappingProxyType(
    {
        ("figure", "withdrawn"): translatable_forms("%(num)s figure withdrawn", "%(num)s figures withdrawn"),
        ("figure", "revised"): translatable_forms("%(num)s figure revised", "%(num)s figures revised"),
        ("figure", "added"): translatable_forms("%(num)s figure added", "%(num)s figures added"),
        ("figure", "described anew"): translatable_forms(
            "%(num)s figure described anew", "%(num)s figures described anew"
        ),
        ("definition", "withdrawn"): translatable_forms(
            "%(num)s definition withdrawn", "%(num)s definitions withdrawn"
        ),
        ("definition", "revised"): translatable_forms("%(num)s definition revised", "%(num)s definitions revised"),
        ("definition", "added"): translatable_forms("%(num)s definition added", "%(num)s definitions added"),
        ("definition", "described anew"): translatable_forms(
            "%(num)s definition described anew", "%(num)s definitions described anew"
        ),
        ("event", "withdrawn"): translatable_forms("%(num)s event withdrawn", "%(num)s events withdrawn"),
        ("event", "revised"): translatable_forms("%(num)s event revised", "%(num)s events revised"),
        ("event", "added"): translatable_forms("%(num)s event added", "%(num)s events added"),
        ("event", "described anew"): translatable_forms(
            "%(num)s event described anew", "%(num)s events described anew"
        ),
    }
)
_COLLECTED: Mapping[What, tuple[str, str]] = MappingProxyType(
    {
        "observation": translatable_forms("%(num)s observation", "%(num)s observations"),
        "source": translatable_forms("%(num)s source", "%(num)s sources"),
        "event": translatable_forms("%(num)s event", "%(num)s events"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The change of one record."""

    figure: str
    """Indicator, place and period; dataset and key of a definition; place and date of an event."""
    words: str
    """Old and new text with speakers and reasons."""
    page: str
    """The row or the notice at its address; else the page of the dataset or of all events."""


def correction_in_words(correction: Correction) -> str:
    """Return the text before and after a correction."""
    return gettext("Before: %(was)s Now: %(now)s", was=correction.was, now=correction.now)


def change_in_words(kind: RecordKind, how: How, number: int) -> str:
    """Return the number of changed records in words: "3 figures added"."""
    return ngettext(*_CHANGES[kind, how], number)


def collected_in_words(what: What, number: int) -> str:
    """Return the number of collected rows in words: "2 events"."""
    return ngettext(*_COLLECTED[what], number)


def change_text(difference: Difference, catalog: Catalog) -> Told:
    """Return the change of a record in words."""
    record = difference.record
    before, after = {
        "withdrawn": (gettext("Before"), gettext("Withdrawn.")),
        "revised": (gettext("Before"), gettext("Now")),
        "added": ("", gettext("Added")),
        "described anew": ("", translated(_DETAILS_CHANGED[record.kind])),
    }["revised" if isinstance(record, DefinitionRecord) else difference.how]
    reason = " ".join(difference.reasons) or ("" if difference.how == "added" else gettext("No reason is stated."))
    changes = (_statement(before, difference.old, catalog), _statement(after, difference.new, catalog))
    words = filter(None, (*changes, reason and gettext("Reason: %(reason)s", reason=reason)))
    return Told(figure=record.what, words=" ".join(words), page=record.address)


def _statement(label: str, record: Record | None, catalog: Catalog) -> str:
    if not label or record is None:
        return label
    if isinstance(record, DefinitionRecord):
        return f"{label}: {record.text.removesuffix('.')}."
    source = catalog.sources[record.source].publisher if record.source in catalog.sources else record.source
    if isinstance(record, EventRecord):
        text = gettext("%(text)s (source: %(source)s).", text=record.text.removesuffix("."), source=source)
    else:
        speaker = record.key.said_by
        text = gettext(
            "%(text)s (said by %(speaker)s; source: %(source)s).", text=record.text, speaker=speaker, source=source
        )
    return f"{label}: {text}"
