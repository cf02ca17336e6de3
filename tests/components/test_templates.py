"""Templates: what they are given is escaped, a mistake in one is reported at its line, and a site can replace each."""

import re
import shutil
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from markupsafe import Markup

from generators.build import pipeline
from generators.build.errors import Refused
from generators.components.expressions import expand
from generators.components.templates import BadTemplate, render, render_macro
from generators.model import Catalog, Templates
from generators.pages.datasets import datasets
from generators.text.markdown.extensions import html
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import RIVERS, rivers, rivers_copy, text

CARD = "components/value_card.html"
TERM = "components/term_card.html"
IDS = '{% for term in terms %}<i id="{{ term.id|as_id }}"></i>{% endfor %}'
"""The ids of a glossary, to which other pages link."""


def owning(name: str, text: str) -> Catalog:
    return replace(rivers(), templates=Templates(folder="theirs", texts={name: text}))


def test_a_value_is_escaped_for_html_and_markdown_and_markup_is_not() -> None:
    catalog = owning(TERM, "{{ text }} {{ markup }} {{ number }}")
    shown = render(catalog, "index.md", TERM, text='<b> *x* [y](z) "q"', markup=Markup("<b>x</b>"), number=12)
    assert shown == "&lt;b&gt; &#42;x&#42; &#91;y&#93;(z) &quot;q&quot; <b>x</b> 12"


def test_escaping_by_name_is_for_markdown_too() -> None:
    assert (
        render(owning(TERM, "{{ text|e }} {{ text|escape }}"), "index.md", TERM, text="*x*")
        == "&#42;x&#42; &#42;x&#42;"
    )


@pytest.mark.parametrize("typed", ["1986. A bad year", "# x", "- x", "+ x", "1) x", "> x", ": x"])
def test_a_summary_is_a_paragraph_whatever_it_begins_with(typed: str) -> None:
    name, dataset = next(iter(rivers().datasets.items()))
    catalog = replace(rivers(), datasets={**rivers().datasets, name: replace(dataset, summary=typed)})
    page = next(page for page in datasets(catalog) if page.path == f"datasets/{name}.md")
    assert f"<p>{escape(typed.strip())}</p>" in html(page.markdown)


def test_a_bug_of_ours_is_no_fault_of_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Catalog, "dataset_of", lambda *_: dict[str, str]()["lost"])
    observation = next(rivers().observations)
    with pytest.raises(KeyError):
        render_macro(rivers(), "index.md", "links", "row", observation)


def test_a_link_leads_from_the_page_and_keeps_its_underscores() -> None:
    shown = render_macro(rivers(), "briefings/a.md", "links", "to", "data/a_b.csv", "a_b")
    assert shown == '<a href="../data/a_b.csv">a&#95;b</a>'


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("<p>\n{{ titel }}</p>", 2, "'titel' is undefined"),
        ("{{ term.titel }}", 1, "has no attribute 'titel'. Did you mean title?"),
        ("\n\n{{ nothing }}", 3, "a value of the type NoneType, where a text or a number is expected"),
        ("\n{{ term }}", 2, "a value of the type Term, where a text or a number is expected"),
        ("{% if term %}", 1, "Unexpected end of template"),
        ("\n{{ term.title|whem }}", 2, "No filter named 'whem'."),
        ("\n{{ links.two('index.md', 'x') }}", 2, "two"),
        ("\n{{ links.to('index.md') }}", 2, "parameter 'text' was not provided"),
        ("\n{{ links.to(5, 'x') }}", 2, "int"),
        ("{{ none }}", 1, "NoneType"),
        ("{{ true }}", 1, "bool"),
        ("{{ [1] }}", 1, "list"),
        ('{% include "components/no.html" %}', 1, "there is no template components/no.html"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ('{% include "components/term_card.html" %}', 1, "recursion"),
        ("{{ size_of('<b>') }}", 1, "the path of a file is expected"),
        ("{{ term.title|tojson }}", 1, "No filter named 'tojson'."),
    ],
)
def test_a_mistake_in_a_template_is_reported_at_its_line(text: str, line: int, found: str) -> None:
    term = next(iter(rivers().terms.values()))
    with pytest.raises(BadTemplate) as refused:
        render(owning(TERM, text), "index.md", TERM, term=term, nothing=None)
    (problem,) = refused.value.problems
    assert (problem.where.path, problem.where.line) == (f"theirs/{TERM}", line)
    assert found in str(problem)
    assert f"Compare it with generators/{'templates/' + TERM}." in str(problem)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("footnotes", "Low water.[^a]\n\n[^a]: A note."), ("judgements", '{{ judgement("fell-to-august") }}')],
)
def test_a_mistake_in_a_template_around_an_authors_text_is_a_problem_of_that_text(name: str, typed: str) -> None:
    catalog = owning(f"components/{name}.html", "{{ titel }}")
    problems = expand(text(typed), catalog, "briefings/a.md").problems
    assert {problem.where.path for problem in problems} == {f"theirs/components/{name}.html"}


def test_a_line_break_in_a_component_is_nothing_and_indentation_is_no_code() -> None:
    page, card = "pages/glossary.md", owning(TERM, "<b>\n    x</b>\n\n  y")
    assert render(card, "index.md", TERM) == "<b>x</b>y"
    assert render(owning(page, "    # x\n\n\n\n    y"), "index.md", page) == "# x\n\ny"


@pytest.fixture
def site(tmp_path: Path, drawings: Path) -> Path:
    """A copy of the small site that names a folder of templates."""
    folder = rivers_copy(tmp_path / "rivers", drawings)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    named = settings.replace("plugins:\n  - briefings\n", "plugins:\n  - briefings: {templates: theirs}\n")
    assert named != settings
    (folder / "mkdocs.yml").write_text(named, encoding="utf-8")
    return folder


def put(site: Path, name: str, text: str) -> None:
    path = site / "theirs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refusal(site: Path) -> str:
    with pytest.raises(Refused) as refused:
        pipeline.made(site, site / pipeline.CACHE)
    return str(refused.value)


def test_a_site_replaces_a_page_and_a_component(site: Path) -> None:
    put(site, "pages/glossary.md", f"# Words of the river\n\n{{{{ terms|length }}}} terms{IDS}\n")
    put(site, CARD, "<span>Measured: {{ o|amount_with_unit }}</span>")
    _, whole = pipeline.made(site, site / pipeline.CACHE)
    ids = "".join(f'<i id="{name}"></i>' for name in rivers().terms)
    assert whole.pages["glossary.md"].markdown == f"# Words of the river\n\n{len(rivers().terms)} terms{ids}"
    (briefing,) = (
        page.markdown for path, page in whole.pages.items() if path.startswith("briefings/") and page.authored
    )
    cards = re.findall(r'role="note" data-skip="pdf search">(.*?)</span></span>', briefing)
    assert len([card for card in cards if card.startswith("<span>Measured: ")]) == 2


def test_every_wrong_template_is_reported_and_none_twice(site: Path) -> None:
    put(site, "pages/glossary.md", "# {{ titel }}\n")
    put(site, "pages/timeline.md", "\n{% if x %}\n")
    put(site, "pages/place.md", "{{ place.nam }}\n")
    told = refusal(site)
    assert [line.partition("  ")[0] for line in told.splitlines()[:-1]] == [
        "theirs/pages/glossary.md:1:1",
        "theirs/pages/place.md:1:1",
        "theirs/pages/timeline.md:2:1",
    ]


def test_a_wrong_component_is_reported_once_however_many_numbers_it_shows(site: Path) -> None:
    put(site, CARD, "<span>\n{{ o.value.text }}</span>")
    told = refusal(site)
    assert told.count(f"theirs/{CARD}:2:1") == 1


def test_every_template_can_be_replaced_by_itself(site: Path) -> None:
    shutil.copytree(ROOT / "generators" / "templates", site / "theirs")
    replaced, theirs = pipeline.made(site, site / pipeline.CACHE)
    _, ours = pipeline.made(RIVERS, site / pipeline.CACHE)
    assert len(replaced.templates.texts) > 40
    assert {path: page.markdown for path, page in theirs.pages.items()} == {
        path: page.markdown for path, page in ours.pages.items()
    }


@pytest.mark.parametrize("typed", ["", "[]", "null", ".", "..", "../theirs", "/etc", "theirs/missing"])
def test_only_a_folder_of_the_site_is_read_for_templates(site: Path, typed: str) -> None:
    (site / "theirs").mkdir()
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("{templates: theirs}", f"{{templates: {typed}}}")
    settings.write_text(text, encoding="utf-8")
    (line, *_) = refusal(site).splitlines()
    assert line.startswith("mkdocs.yml:11:28  templates: ")


def test_an_editor_s_copies_are_no_templates_and_a_link_to_nowhere_is_reported(site: Path) -> None:
    put(site, "pages/glossary.md", f"# Words\n\n{IDS}\n")
    for name in ("pages/glossary.md~", ".DS_Store", "pages/.glossary.md.swp"):
        put(site, name, "x")
    _, whole = pipeline.made(site, site / pipeline.CACHE)
    assert whole.pages["glossary.md"].markdown == "# Words\n\n" + "".join(f'<i id="{n}"></i>' for n in rivers().terms)
    (site / "theirs/pages/home.md").symlink_to("nowhere")
    assert "theirs/pages/home.md:1:1" in refusal(site)


def test_ids_that_a_template_leaves_out_are_reported_where_they_are_linked(site: Path) -> None:
    put(site, "pages/glossary.md", "# Words\n")
    assert (
        'content/methodology.md:1:1  link: found "glossary.md#datum", expected an id on that page. '
        "If a template in theirs/ left it out, copy it from the original."
    ) in refusal(site)


def test_a_file_that_replaces_nothing_and_a_folder_that_is_missing_are_reported(site: Path) -> None:
    assert 'templates: found "theirs", expected a folder of this site.' in refusal(site)
    put(site, "components/value_crad.html", "x")
    assert (
        'theirs/components/value_crad.html:1:1  template: found "components/value_crad.html", expected the name of a template. '
        "Did you mean components/value_card.html?"
    ) in refusal(site)
