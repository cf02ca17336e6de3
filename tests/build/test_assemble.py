"""The site holds together: no two pages at one address, no link into nothing."""

from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from generators.build import assemble
from generators.exports.text_forms import all_forms
from generators.model import Asset, Catalog, Correction
from generators.model.problems import Where, report
from tests.fixtures.assembled_site import problems_of
from tests.fixtures.plain_drawings import draw
from tests.fixtures.river_site import rivers, text


def wrong(catalog: Catalog, own_files: tuple[str, ...] = ()) -> str:
    return report(problems_of(catalog, own_files))


def about(markdown: str) -> Catalog:
    page = rivers().standing["about.md"]
    standing = {**rivers().standing, "about.md": replace(page, body=text(markdown))}
    return replace(rivers(), standing=MappingProxyType(standing))


def test_a_sound_site_has_no_problem_and_a_drawing_for_every_form() -> None:
    assert wrong(rivers()) == ""
    made, _ = assemble.assemble(rivers(), draw)
    assert set(made.figures) == {
        f"figures/{slug}.{form}.svg" for slug in rivers().charts for form in ("wide", "narrow")
    }
    assert set(made.figures) <= set(made.assets)


def test_a_file_that_takes_a_made_page_s_address_is_refused() -> None:
    assert wrong(rivers(), ("timeline.md",)).startswith("content/timeline.md:1:1  address: ")
    assert wrong(rivers(), ("about.md", "briefings/river-levels.md")) == ""


def test_two_that_claim_the_address_of_a_plain_edition_are_refused() -> None:
    made, _ = assemble.assemble(rivers(), draw)
    twin = "markdown/timeline.md.txt"
    forms = all_forms(rivers(), made.pages)
    (claimed,) = assemble.with_plain_editions(made, rivers(), forms, (twin,))[1]
    taken = replace(made, assets=MappingProxyType({**made.assets, twin: Asset(path=twin, content=b"")}))
    assert (claimed.where.path, assemble.with_plain_editions(taken, rivers(), forms)[1]) == (
        f"content/{twin}",
        (claimed,),
    )


def test_a_link_to_a_page_that_does_not_exist_is_named() -> None:
    problem = wrong(about("See [this](datasets/gauge-level.md)."))
    assert 'link: found "datasets/gauge-level.md"' in problem


def test_a_link_to_a_row_that_does_not_exist_is_named() -> None:
    problem = wrong(about('<a href="datasets/gauge-levels.html#level.rv-a.1999-01">x</a>'))
    found = "datasets/gauge-levels.html#level.rv-a.1999-01"
    assert f'link: found "{found}", expected the id of a heading or a row on datasets/gauge-levels.md.' in problem


def test_outward_links_and_own_files_are_left_alone() -> None:
    catalog = about("## Part\n\n[a](https://example.org/x) [b](mailto:x@example.org) [c](#part) [d](assets/plan.png)")
    assert wrong(catalog, ("assets/plan.png",)) == ""


def test_a_link_says_pages_and_size() -> None:
    made, _ = assemble.assemble(rivers(), draw)
    pdf = b"<</Type/Pages/Count 8/Kids[]>>" + bytes(209_970)
    documents = assemble.documents_of(made, rivers())
    whole, _ = assemble.with_documents(made, rivers(), documents, partial(lambda content, each: content, pdf))
    assert ">Full briefing (PDF, 8 pages, 210 kB)</a>" in whole.pages["briefings/river-levels.md"].markdown


MISTAKE = Correction(
    date=date(2026, 11, 21),
    was="It was 12.",
    now="It is 21.",
    why="Two digits were swapped.",
    pages=("about.md",),
    where=Where(path="data/corrections.yml"),
)


def test_a_correction_is_noted_on_each_page_that_it_names_and_on_no_other() -> None:
    catalog = replace(rivers(), corrections=(MISTAKE,))
    made, problems = assemble.assemble(catalog, draw)
    noted = {path for path, page in made.pages.items() if "Corrected on 21 November 2026" in page.markdown}
    assert problems == ()
    assert noted == {"about.md"}
    lines = made.pages["about.md"].markdown.splitlines()
    heading = next(n for n, line in enumerate(lines) if line.startswith("# "))
    assert "Before: It was 12. Now: It is 21. Two digits were swapped." in lines[heading + 2]


def test_a_correction_of_a_page_that_does_not_exist_is_refused() -> None:
    catalog = replace(rivers(), corrections=(replace(MISTAKE, pages=("abuot.md",)),))
    assert (
        wrong(catalog)
        == f'{MISTAKE.where}  pages: found "abuot.md", expected the path of a page of this site. Did you mean about.md?'
    )
