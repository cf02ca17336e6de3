"""Every page kind, on the small site: what a reader finds there."""

import re
from dataclasses import replace
from html import unescape
from types import MappingProxyType

import pytest

from generators.components.observation_table import checked_line
from generators.model import Catalog, Page
from generators.pages import PAGES
from generators.pages.datasets import datasets
from generators.pages.exclusions import left_out
from generators.pages.home import home
from generators.urls.paths import ROWS_ON_A_PAGE, of_row
from tests.fixtures.river_site import rivers, text


def pages(catalog: Catalog) -> dict[str, Page]:
    return {page.path: page for kind in PAGES for page in kind(catalog)}


def test_every_thing_has_its_page() -> None:
    catalog, found = rivers(), pages(rivers())
    for path in ("index.md", "timeline.md", "glossary.md", "corrections.md", "about.md", "methodology.md"):
        assert path in found
    assert {f"datasets/{name}.md" for name in catalog.datasets} <= set(found)
    assert {f"sources/{name}.md" for name in catalog.sources} <= set(found)
    assert {f"places/{code.lower()}.md" for code in catalog.places} <= set(found)
    assert {f"briefings/{slug}.md" for slug in catalog.briefings} <= set(found)


def test_home_shows_each_briefing_with_its_number_and_how_far_the_evidence_reaches() -> None:
    catalog, home = rivers(), pages(rivers())["index.md"].markdown
    for briefing in catalog.briefings.values():
        assert briefing.title in home
        assert briefing.card_label in home
    assert ">212</button>" in home
    assert "cm in January 2020" in home
    assert f"<strong>{sum(1 for _ in catalog.observations):,}</strong>" in home


def test_each_number_of_the_home_page_opens_its_own_card() -> None:
    """Also where two briefings have the same number."""
    months = ("2020-01", "2020-02", "2020-01")
    briefing = rivers().briefings["river-levels"]
    several = {
        f"b-{n}": replace(
            briefing, slug=f"b-{n}", card_number=text(f'{{{{ value("gauge-levels/level", "{month}", place="RV-A") }}}}')
        )
        for n, month in enumerate(months)
    }
    markdown = next(home(replace(rivers(), briefings=MappingProxyType(several)))).markdown
    opened = re.findall(
        r'popovertarget="([^"]+)"[^>]*>([^<]+)</button><span popover="auto"[^>]* id="([^"]+)"', markdown
    )
    assert [(mark, number) for mark, number, _ in opened] == [("card-1", "212"), ("card-2", "208"), ("card-3", "212")]
    assert [card for *_, card in opened] == ["card-1", "card-2", "card-3"]
    assert re.findall(r"<strong>(\d+) centimetres</strong>[^<]*, (\w+) 2020<", markdown) == [
        ("212", "January"), ("208", "February"), ("212", "January"),
    ]  # fmt: skip


def test_a_dataset_s_page_says_who_counts_whom_and_shows_every_row_once() -> None:
    dataset = rivers().datasets["gauge-levels"]
    page = unescape(pages(rivers())["datasets/gauge-levels.md"].markdown)
    for words in (dataset.recorder, dataset.definition, dataset.excludes, dataset.breaks[0].label):
        assert words.strip() in page
    for observation in dataset.observations:
        anchor = of_row(dataset, observation).partition("#")[2]
        assert page.count(f'id="{anchor}"') == 1
    assert 'href="../data/gauge-levels.csv"' in page
    assert "## Where it is used" in page


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        ("y", "This row was read in the original document."),
        ("n", "This row was not checked against the original document."),
        ("yy", "All rows were read in the original document."),
        ("nn", "None of these rows was checked against the original document."),
        ("yn", "1 of 2 rows was read in the original document; the other was not checked."),
        ("yyn", "2 of 3 rows were read in the original document; the other was not checked."),
        ("ynn", "1 of 3 rows was read in the original document; the others were not checked."),
    ],
)
def test_how_many_rows_were_read_is_said_in_good_english(checked: str, words: str) -> None:
    row = rivers().datasets["gauge-levels"].observations[0]
    assert checked_line([replace(row, checked=letter == "y") for letter in checked]) == words


def test_a_long_dataset_has_a_page_a_year_and_links_follow() -> None:
    short = rivers().datasets["gauge-levels"]
    many = tuple(replace(o, said_by=f"Reader {n}") for n in range(ROWS_ON_A_PAGE) for o in short.observations[:2])
    long = replace(short, observations=many)
    catalog = replace(rivers(), datasets=MappingProxyType({"gauge-levels": long}))
    made = {page.path: page for page in datasets(catalog)}
    path, _, anchor = of_row(long, many[0]).partition("#")
    assert path == "datasets/gauge-levels/level-2020.md"
    assert f'id="{anchor}"' in made[path].markdown
    assert made[path].searchable
    assert "<tr" not in made["datasets/gauge-levels.md"].markdown.partition("## Figures")[2]


def test_a_source_s_page_shows_what_rests_on_it() -> None:
    page = pages(rivers())["sources/ferry-post-2019.md"].markdown
    assert "over the sills" in page
    assert "2 figures on this site come from it" in page


def test_a_place_s_page_has_its_spellings_and_what_is_known_there() -> None:
    place = next(p for p in rivers().places.values() if p.spellings)
    page = pages(rivers())[f"places/{place.code.lower()}.md"].markdown
    assert all(spelling in page for spelling in place.spellings)


def test_the_timeline_is_in_order_and_each_event_has_a_source() -> None:
    page = pages(rivers())["timeline.md"].markdown
    titles = [e.title for e in sorted(rivers().events, key=lambda e: e.date.first)]
    assert [page.index(title) for title in titles] == sorted(page.index(title) for title in titles)
    assert page.count('class="cite"') >= len(titles)


def test_a_glossary_term_can_be_linked_to() -> None:
    page = pages(rivers())["glossary.md"].markdown
    assert all(f"{{#{term}}}" in page for term in rivers().terms)


def test_a_site_that_left_nothing_out_has_no_such_page() -> None:
    assert list(left_out(replace(rivers(), left_out=()))) == []


def test_front_matter_is_quoted_so_that_any_title_is_safe() -> None:
    page = Page(path="x.md", title='A "title": with # signs', markdown="Text", hide=("toc",), searchable=False)
    assert (
        page.text
        == '---\ntitle: "A \\"title\\": with # signs"\nsearch: {"exclude": true}\nplain: "text/x.html"\nhide: ["toc"]\n---\n\nText\n'
    )


def test_markup_in_a_title_stays_text_everywhere() -> None:
    planted = "A <script>x</script> *title*"
    briefing = replace(next(iter(rivers().briefings.values())), title=planted)
    dataset = replace(rivers().datasets["gauge-levels"], title=planted)
    datasets_ = MappingProxyType({**rivers().datasets, dataset.id: dataset})
    catalog = replace(rivers(), briefings=MappingProxyType({briefing.slug: briefing}), datasets=datasets_)
    for page in pages(catalog).values():
        assert "<script>" not in page.text


def test_rows_in_any_order_make_one_group_an_indicator() -> None:
    dataset = rivers().datasets["gauge-levels"]
    own = [o for o in dataset.observations if o.place.code == "RV-A"]
    mixed = tuple(own[i] for i in sorted(range(len(own)), key=lambda i: i % 2))
    catalog = replace(rivers(), datasets=MappingProxyType({dataset.id: replace(dataset, observations=mixed)}))
    page = pages(catalog)["places/rv-a.md"].markdown
    assert page.count("### ") == len({o.indicator.id for o in own})


def test_a_dataset_names_the_briefings_whose_expressions_quote_it() -> None:
    """A chart of it is a use, a name in the prose is none."""
    (slug, briefing), *_ = rivers().briefings.items()
    body = replace(
        briefing.body,
        markdown='{{ dataset("flood-peaks") }} and {{ chart("levels") }}, not "birch-floods"',
    )
    catalog = replace(rivers(), briefings={slug: replace(briefing, body=body)})
    made = {page.path: page.markdown for page in datasets(catalog)}
    quoting = {name for name in catalog.datasets if "## Where it is used" in made[f"datasets/{name}.md"]}
    assert quoting == {"flood-peaks", "gauge-levels"}
