"""Shortcodes of briefings: `value`, `chart`, `cite` and others.

Each is a method of `Voice` that takes texts and returns markup. To add one: write it, and list it in `words`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature, signature
from itertools import count
from typing import TypeVar

from generators.analysis.calculations import Derived
from generators.analysis.chart_selection import expanded
from generators.analysis.derived_values import AVERAGES, FLAGS, Derivations, no_average
from generators.analysis.disagreements import Subjects, alike, by_subject, side_by_side
from generators.charts.registry import is_drawable
from generators.components import calculation_card, judgement, markup, value_card
from generators.components.calculation_card import working
from generators.components.chart_figure import chart_figure, repeated
from generators.components.disagreement_panel import definition_facts, panel
from generators.components.observation_table import observation_table
from generators.components.value_card import passport
from generators.model import Catalog, ChartSpec, Observation
from generators.model.lookup import one, redistributable_rows, resolve_name
from generators.model.problems import CellError
from generators.text import wording
from generators.urls.paths import GLOSSARY, of_dataset

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Shortcodes of one page, with the state that they share."""

    catalog: Catalog
    page: str
    charts: Mapping[str, ChartSpec]
    subjects: Subjects
    numbers: "count[int]"
    drawn: set[str]
    """Charts on the page so far."""
    notes: dict[str, int]
    """Notes of the page's numbers for print, each once, with its mark."""

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

    def _number(self, observation: Observation, text: str) -> str:
        others = tuple(o for o in alike(observation, self.subjects) if o is not observation)
        style = "value checked" if observation.checked else "value"
        mark = self._mark(value_card.value_note(self.page, self.catalog, observation))
        return self._opening(style, text, passport(self.page, self.catalog, observation, others), mark)

    def _derived(self, derived: Derived) -> str:
        """Return a calculated number, with its calculation card."""
        style = "value checked" if all(o.checked for o in derived.figures.rows) else "value"
        mark = self._mark(calculation_card.calculation_note(self.page, self.catalog, derived))
        return self._opening(style, derived.words, working(self.page, self.catalog, derived), mark)

    def _mark(self, note: str) -> str:
        """Return the attribute that links a number to its note, and record the note."""
        return f' data-note="{self.notes.setdefault(note, len(self.notes) + 1)}"'

    def chart(self, slug: str) -> str:
        """Return a declared chart as a figure; the drawing alone if the page already has the chart.

        Empty for a chart that cannot be drawn, which is reported at its declaration.
        """
        spec = resolve_name(slug, self.charts, "the name of a chart in content/charts")
        if not is_drawable(spec, self.catalog):
            return ""
        form = repeated if slug in self.drawn else chart_figure
        self.drawn.add(slug)
        return form(self.page, spec, self.catalog)

    def cite(self, source: str, locator: str = "") -> str:
        """Return a citation linked to the source's page, with the source's grade."""
        found = resolve_name(source, self.catalog.sources, "the id of a source")
        return markup.to_source(self.page, found, locator) + markup.letter(self.page, found)

    def term(self, name: str, text: str = "") -> str:
        """Return a glossary term that opens a card with its definition."""
        found = resolve_name(name, self.catalog.terms, "a term of content/glossary.yml")
        more = f'<span data-skip="plain">{markup.link(self.page, f"{GLOSSARY}#{found.id}", "Glossary")}</span>'
        words = f"<strong>{markup.inline(found.title)}</strong> {markup.inline(found.definition)} {more}"
        return self._opening("term", text or found.title.lower(), words)

    def _opening(self, style: str, text: str, card: str, attributes: str = "") -> str:
        """Return a text that opens a card on hover, focus and tap, without a script."""
        mark = f"card-{next(self.numbers)}"
        return (
            f'<button type="button" class="opening {style}" popovertarget="{mark}"{attributes}>{markup.inline(text)}</button>'
            f'<span popover="auto" class="card-note" id="{mark}" role="note" data-skip="pdf search">{card}</span>'
        )

    def judgement(self, name: str) -> str:
        """Return a judgement as a list item: statement, likelihood, confidence, and a disclosure with its grounds."""
        found = resolve_name(name, self.catalog.judgements, "the id of a judgement in content/judgements.yml")
        words = judgement.statement(found, self._opening)
        grounds = judgement.grounds(self.catalog, found, lambda o: self._number(o, wording.amount(o)))
        return judgement.item(self.page, found, words, grounds)

    def place(self, code: str, text: str = "") -> str:
        """Return a place's name, linked to its page."""
        return markup.to_place(self.page, resolve_name(code, self.catalog.places, "the code of a place"), text)

    def dataset(self, name: str, text: str = "") -> str:
        """Return a dataset's title, linked to its page."""
        found = resolve_name(name, self.catalog.datasets, "the id of a dataset")
        return markup.link(self.page, of_dataset(found.id), markup.inline(text or found.title))

    def table(self, path: str, **chosen: str) -> str:
        """Return the chosen observations of an indicator as a table."""
        rows = redistributable_rows(self.catalog, path, chosen)
        return observation_table(self.page, rows[0].indicator.title, rows)

    def beside(self, concept: str, period: str, *places: str) -> str:
        """Return all figures for one concept, period and place on one axis, with definitions."""
        asked = resolve_name(concept, self.catalog.concepts, "a concept of data/concepts.yml")
        rows = side_by_side(self.catalog, concept, places, period)
        if not rows:
            raise CellError("a concept, period and place with figures", "See the page of the dataset for its rows.")
        caption = f"{asked.title}, {wording.when(rows[0].period)}"
        return panel(self.page, self.catalog, caption, rows) + "\n\n" + definition_facts(self.catalog, rows)

    def across(self, reason: str) -> str:
        """Return the reason why a sentence compares figures that were counted differently, in parentheses."""
        if not reason.strip():
            raise CellError("the reason why these figures may be compared")
        return f'<span class="across">({markup.inline(reason.strip())})</span>'


def voice(catalog: Catalog, page: str) -> Voice:
    """Return the shortcodes of the page at that path; to be called once for a page, as cards are numbered from 1."""
    return Voice(
        catalog=catalog,
        page=page,
        charts=expanded(catalog),
        subjects=by_subject(catalog),
        numbers=count(1),
        drawn=set(),
        notes={},
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
