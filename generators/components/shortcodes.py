"""Shortcodes of briefings: `value`, `chart`, `cite` and others.

Each is a method of `Voice` that takes texts and returns markup. To add one: write it, and list it in `words`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature, signature
from itertools import count
from typing import TypeVar

from markupsafe import Markup

from generators.analysis.calculations import Derived
from generators.analysis.chart_selection import expanded
from generators.analysis.derived_values import AVERAGES, FLAGS, Derivations, no_average
from generators.analysis.disagreements import side_by_side
from generators.charts.data.chart_data import all_chart_data
from generators.charts.registry import is_drawable
from generators.components.calculation_card import NAMED, calculation_card, calculation_note
from generators.components.chart_figure import chart_figure, repeated
from generators.components.disagreement_panel import definition_facts, disagreement_panel
from generators.components.judgement import evidence_items, judgement_anchor, statement
from generators.components.observation_table import observation_table
from generators.components.templates import render, render_macro
from generators.components.value_card import card_and_note, value_style
from generators.model import Catalog, ChartSpec, Observation, Source
from generators.model.languages import attributes
from generators.model.lookup import one, redistributable_rows, resolve_name
from generators.model.problems import CellError
from generators.text import wording
from generators.text.messages import site_language
from generators.urls.paths import briefings_by_page, of_dataset

_LINKS = "links"
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Shortcodes of one page, with the state that they share."""

    catalog: Catalog
    page: str
    charts: Mapping[str, ChartSpec]
    numbers: "count[int]"
    drawn: set[str]
    """Charts on the page so far."""
    judged: set[str]
    """Judgements that the text states."""
    notes: dict[tuple[Markup, Markup], int]
    """Notes of the page's numbers for print with their cards, each once, with its mark."""
    noted: bool
    """Whether the page shows the notes; browsers then load the cards on demand."""
    sources: dict[str, Source]
    """Documents that the text and its numbers cite so far, by id."""
    datasets: set[str]
    """Datasets of the page's numbers and tables so far, and those that it names."""
    marks: Markup
    """HTML attributes of what shortcodes say in the site's language; empty if the text is in it too."""

    def words(self) -> dict[str, Callable[..., str]]:
        """Return every shortcode by its name."""
        said = (
            self.value,
            self.chart,
            self.cite,
            self.term,
            self.place,
            self.dataset,
            self.table,
            self.beside,
            self.judgement,
            self.across,
        )
        derived = Derivations(catalog=self.catalog).words()
        return (
            {word.__name__: _word(word.__name__, word) for word in said}
            | {name: _word(name, derive, self._derived) for name, derive in derived.items()}
            | dict.fromkeys(AVERAGES, no_average)
        )

    def value(self, path: str, period: str = "", *, bare: bool = False, **chosen: str) -> str:
        """Return one observation in words, with its value card."""
        observation = one(self.catalog, path, {"period": period, **chosen})
        return self._number(observation, wording.bare(observation) if bare else wording.amount(observation))

    def _number(self, observation: Observation, text: str) -> Markup:
        card, note = card_and_note(self.page, self.catalog, observation)
        self._record([observation])
        return self._opening(value_style(observation), text, card, self._note(note, card))

    def _derived(self, derived: Derived) -> str:
        """Return a calculated number, with its calculation card."""
        rows = derived.figures.rows
        self._record(rows[:NAMED])
        self.datasets.update(o.dataset for o in rows)
        card = calculation_card(self.page, self.catalog, derived)
        note = self._note(calculation_note(self.page, self.catalog, derived), card)
        return self._opening(value_style(*rows), derived.words, card, note)

    def _record(self, rows: Iterable[Observation]) -> None:
        """Record the datasets of the rows, their documents, and those of their disputes."""
        for o in rows:
            self.datasets.add(o.dataset)
            disputes = (dispute.source for dispute in o.disputes)
            self.sources.update((source.id, source) for source in (o.source, *o.also_in, *disputes))

    def printed(self) -> tuple[Markup, ...]:
        """Return the notes of the page's numbers, in the order of their marks."""
        return tuple(note for note, _ in self.notes)

    def _note(self, note: Markup, card: Markup) -> int:
        """Record the note of a number, and return its mark."""
        return self.notes.setdefault((note, card), len(self.notes) + 1)

    def chart(self, slug: str) -> str:
        """Return a declared chart as a figure; the drawing alone if the page already has the chart.

        Empty for a chart that cannot be drawn, which is reported at its declaration.
        """
        spec = resolve_name(slug, self.charts, "the name of a chart in content/charts")
        if not is_drawable(spec, self.catalog):
            return ""
        form = repeated if slug in self.drawn else chart_figure
        self.drawn.add(slug)
        return form(self.page, self.catalog, all_chart_data(self.catalog)[slug])

    def cite(self, source: str, locator: str = "") -> str:
        """Return a citation linked to the source's page, with the source's grade."""
        document = resolve_name(source, self.catalog.sources, "the id of a source")
        self.sources[document.id] = document
        return render(self.catalog, self.page, "components/citation.html", source=document, locator=locator)

    def term(self, name: str, text: str = "") -> str:
        """Return a glossary term that opens a card with its definition."""
        term = resolve_name(name, self.catalog.terms, "a term of content/glossary.yml")
        card = render(self.catalog, self.page, "components/term_card.html", term=term)
        return self._opening("term", text or term.title.lower(), card)

    def _opening(self, style: str, text: str, card: Markup, note: int = 0) -> Markup:
        """Return a text that opens a card on hover, focus and tap, without a script."""
        values = {"style": style, "text": text, "card": card, "note": note, "number": next(self.numbers)}
        noted = bool(note and self.noted)
        return render(self.catalog, self.page, "components/opening.html", noted=noted, **values)

    def judgement(self, name: str) -> str:
        """Return a judgement as a list item: statement, likelihood, confidence, and a disclosure with its grounds."""
        entry = resolve_name(name, self.catalog.judgements, "the id of a judgement in content/judgements.yml")
        self.judged.add(entry.id)
        words = statement(self.page, self.catalog, entry, self._opening)
        evidence_for, evidence_against = (
            evidence_items(self.catalog, evidence, lambda o: self._number(o, wording.amount(o)))
            for evidence in (entry.evidence_for, entry.evidence_against)
        )
        values = (entry, judgement_anchor(entry), words, evidence_for, evidence_against, self.marks)
        return render_macro(self.catalog, self.page, "judgements", "item", *values)

    def place(self, code: str, text: str = "") -> str:
        """Return a place's name, linked to its page."""
        return render_macro(
            self.catalog,
            self.page,
            _LINKS,
            "place",
            resolve_name(code, self.catalog.places, "the code of a place"),
            text,
        )

    def dataset(self, name: str, text: str = "") -> str:
        """Return a dataset's title, linked to its page."""
        dataset = resolve_name(name, self.catalog.datasets, "the id of a dataset")
        self.datasets.add(dataset.id)
        return render_macro(self.catalog, self.page, _LINKS, "to", of_dataset(dataset.id), text or dataset.title)

    def table(self, path: str, **chosen: str) -> str:
        """Return the chosen observations of an indicator as a table."""
        rows = redistributable_rows(self.catalog, path, chosen)
        self._record(rows)
        return observation_table(self.page, self.catalog, rows[0].indicator.title, rows)

    def beside(self, concept: str, period: str, *places: str) -> str:
        """Return all figures for one concept, period and place on one axis, with definitions."""
        asked = resolve_name(concept, self.catalog.concepts, "a concept of data/concepts.yml")
        rows = side_by_side(self.catalog, concept, places, period)
        if not rows:
            raise CellError("a concept, period and place with figures", "See the page of the dataset for its rows.")
        caption = f"{asked.title}, {wording.when(rows[0].period)}"
        self._record(rows)
        panel = disagreement_panel(self.page, self.catalog, caption, rows)
        return f"{panel}\n\n{definition_facts(self.page, self.catalog, rows)}"

    def across(self, reason: str) -> str:
        """Return the reason why a sentence compares figures that were counted differently, in parentheses."""
        if not reason.strip():
            raise CellError("the reason why these figures may be compared")
        return render(self.catalog, self.page, "components/across.html", reason=reason.strip())


def voice(catalog: Catalog, page: str) -> Voice:
    """Return the shortcodes of the page at that path; to be called once for a page, as cards are numbered from 1."""
    briefing = briefings_by_page(catalog).get(page)
    return Voice(
        catalog=catalog,
        page=page,
        charts=expanded(catalog),
        numbers=count(1),
        drawn=set(),
        judged=set(),
        notes={},
        noted=briefing is not None,
        sources={},
        datasets=set(),
        marks=Markup(attributes(site_language(), briefing.language) if briefing else ""),  # noqa: S704 - of a checked language
    )


def _word(name: str, say: Callable[..., Said], show: Callable[[Said], str] = str) -> Callable[..., str]:
    """Return the shortcode with its arguments checked: all of them texts, except the flags."""
    form = signature(say)

    def called(*arguments: object, **named: object) -> str:
        try:
            given = form.bind(*arguments, **named)
        except TypeError as error:
            raise CellError(f"{name}{_shown(form)}", f"{str(error).capitalize()}.") from None
        rightly = (isinstance(value, bool if key in FLAGS else str) for key, value in named.items())
        if not all(rightly) or not all(isinstance(text, str) for text in arguments):
            raise CellError(f"{name}{_shown(form)}", "Put each text in quotation marks.")
        return show(say(*given.args, **given.kwargs))

    return called


def _shown(form: Signature) -> str:
    plain = [parameter.replace(annotation=Parameter.empty) for parameter in form.parameters.values()]
    return str(form.replace(parameters=plain, return_annotation=Signature.empty))
