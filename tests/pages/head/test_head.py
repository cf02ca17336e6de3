"""What stands in a page's head: judged by a reader of JSON-LD and by the vocabulary of schema.org, and equal to what is shown."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import extruct
import pytest
import rocrate

from generators.analysis.chart_selection import expanded
from generators.build import assemble, postprocess
from generators.components.late_values import REFERENCE
from generators.exports.robots import robots
from generators.pages.datasets import rows_shown
from generators.pages.head.json_ld import linked_data
from generators.urls.links import html_way
from generators.urls.paths import HOME
from tests.fixtures.assembled_site import ADDRESS, HOMELESS, made, placed
from tests.fixtures.plain_drawings import draw
from tests.fixtures.river_site import rivers

Thing = Mapping[str, object]


def head(path: str, address: str = ADDRESS) -> str:
    return made(address).heads[html_way(HOME, path)]


def things(path: str, address: str = ADDRESS) -> list[Thing]:
    """The JSON-LD of a page, as a reader of such pages finds it."""
    page = f"<html><head>{head(path, address)}</head><body></body></html>"
    found: list[Thing] = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    return found


@cache
def vocabulary() -> Mapping[str, Thing]:
    """Every name of schema.org, as another project carries them."""
    terms = json.loads((Path(rocrate.__file__).parent / "data" / "schema.jsonld").read_text(encoding="utf-8"))
    return {term["@id"].removeprefix("schema:"): term for term in terms["@graph"]}


def ids(value: object) -> set[str]:
    """The names in a part of the vocabulary, one or many."""
    each: list[dict[str, str]] = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
    return {one["@id"].removeprefix("schema:") for one in each}


def kinds(name: str) -> set[str]:
    """A kind and all that it is a kind of."""
    above = ids(vocabulary()[name].get("rdfs:subClassOf")) & set(vocabulary())
    return {name}.union(*map(kinds, above))


def unknown(thing: Thing) -> Iterator[str]:
    """Names that schema.org lacks, or does not know of such a thing."""
    kind = str(thing["@type"])
    if kind not in vocabulary():
        yield kind
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if not kinds(kind) & ids(vocabulary().get(name, {}).get("schema:domainIncludes")):
            yield f"{kind}.{name}"
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from unknown(one)


BRIEFINGS = tuple(f"briefings/{slug}.md" for slug in rivers().briefings)
DATASETS = tuple(f"datasets/{name}.md" for name in rivers().datasets)


@pytest.mark.parametrize("path", [*BRIEFINGS, *DATASETS])
def test_search_engines_are_told_in_words_that_schema_org_has(path: str) -> None:
    found = things(path)
    assert [thing["@type"] for thing in found] == [
        "BreadcrumbList",
        "Report" if path in BRIEFINGS else "Dataset",
    ]
    assert [name for thing in found for name in unknown(thing)] == []


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ({"@type": "Dataset", "tempralCoverage": "2020"}, ["Dataset.tempralCoverage"]),
        ({"@type": "Dataset", "itemListElement": []}, ["Dataset.itemListElement"]),
        ({"@type": "Reprot"}, ["Reprot"]),
        ({"@type": "Report", "author": [{"@type": "Person", "headline": "x"}]}, ["Person.headline"]),
    ],
)
def test_a_slip_in_a_name_is_found(thing: Thing, told: list[str]) -> None:
    assert list(unknown(thing)) == told


@pytest.mark.parametrize("path", BRIEFINGS)
def test_a_report_says_what_the_page_shows(path: str) -> None:
    page, (trail, report) = made().pages[path], things(path)
    shown = unescape(page.markdown)
    assert report["headline"] == page.title == trail_of(trail)[-1]
    assert "description" not in report  # the summary stands on other pages, and JSON-LD says no more than its own
    assert report["dateModified"] == str(page.changed)
    cited = report["citation"]
    assert isinstance(cited, list)
    assert cited
    assert [f'"{REFERENCE}:harvard-cite-them-right {source}"' in shown for source in sources(cited)] == [True] * len(
        cited
    )
    assert shown.count(f'data-late="{REFERENCE}:harvard') == len(cited)


def test_a_report_names_the_datasets_it_leads_to_and_what_was_corrected() -> None:
    (path,) = BRIEFINGS
    shown = unescape(made().pages[path].markdown)
    (_, report) = things(path)
    based = report["isBasedOn"]
    assert isinstance(based, list)
    named = {address.removeprefix(ADDRESS).removesuffix(".html") for address in based}
    assert named == {f"datasets/{name}" for name in rivers().datasets if f'"../datasets/{name}.html' in shown}
    assert named
    (correction,) = (each for each in rivers().corrections if path in each.pages)
    (told,) = things_of(report["correction"])
    assert told["text"] in shown
    assert (told["@type"], told["datePublished"]) == ("CorrectionComment", correction.date.isoformat())


def things_of(value: object) -> list[dict[str, str]]:
    assert isinstance(value, list)
    return value


def test_a_briefing_tells_neither_of_corrections_elsewhere_nor_of_pages_that_are_no_dataset() -> None:
    (path,) = BRIEFINGS
    (correction,) = rivers().corrections
    site = placed(ADDRESS)
    briefings = {
        slug: replace(briefing, body=replace(briefing.body, markdown="[All data](../datasets/index.md)"))
        for slug, briefing in site.briefings.items()
    }
    elsewhere = replace(site, corrections=(replace(correction, pages=("about.md",)),), briefings=briefings)
    *_, told = linked_data(elsewhere, made(), made().pages[path])
    assert not {"CorrectionComment", "isBasedOn"} & set(told.split('"'))
    assert {"CorrectionComment", "isBasedOn"} <= set(head(path).split('"'))


def sources(cited: list[dict[str, str]]) -> list[str]:
    named = {(source.title, source.url): source.id for source in rivers().sources.values()}
    return [f"sources/{named[one['name'], one.get('url', '')]}.md" for one in cited]


@pytest.mark.parametrize("path", DATASETS)
def test_a_dataset_says_what_the_page_shows(path: str) -> None:
    page, (_, told) = made().pages[path], things(path)
    shown = " ".join(unescape(page.markdown).split())
    for part in ("name", "creditText", "measurementTechnique"):
        assert " ".join(str(told[part]).split()) in shown, part
    measured = told["variableMeasured"]
    assert isinstance(measured, list)
    assert all(one["name"] in shown and one["description"] in shown for one in measured)
    assert len(str(told["description"])) >= 50
    files = told["distribution"]
    assert isinstance(files, list)
    assert all(one["contentUrl"].removeprefix(ADDRESS) in made().assets for one in files)


@pytest.mark.parametrize("path", DATASETS)
def test_a_dataset_s_places_documents_and_keywords_are_those_of_the_page(path: str) -> None:
    shown, (_, told) = unescape(made().pages[path].markdown), things(path)
    dataset = rivers().datasets[path.removeprefix("datasets/").removesuffix(".md")]
    assert told["identifier"] == told["url"] == ADDRESS + html_way(HOME, path)
    assert told["keywords"] == [indicator.title for indicator in dataset.indicators.values()]
    assert {each["name"] for each in things_of(told["spatialCoverage"])} == {o.place.name for o in dataset.observations}
    own = {source for o in dataset.observations for source in (o.source, *o.also_in)}
    linked = {each for each in own if f'"../sources/{each.id}.html"' in shown}
    assert linked
    based, cited = told["isBasedOn"], told["citation"]
    assert isinstance(based, list)
    assert isinstance(cited, list)
    assert {each.removeprefix(ADDRESS) for each in based} == {f"sources/{source.id}.html" for source in linked}
    assert len(cited) == len(linked)
    assert all(each in shown for each in (*told["keywords"], *cited))
    assert "identifier" not in things(path, "")[1]


def test_a_dataset_does_not_tell_of_documents_that_the_page_has_not() -> None:
    """The rows of a long dataset stand on pages of their own, and those of a restricted one on none."""
    gauges = rivers().datasets["gauge-levels"]
    restricted, catalog = replace(gauges, redistributable=False), replace(rivers(), charts={})
    assert [*rows_shown(gauges, catalog)] == [*gauges.observations]
    assert [*rows_shown(restricted, catalog)] == []
    assert {o.dataset for o in rows_shown(restricted, rivers())} == {"gauge-levels"}


def trail_of(trail: Thing) -> list[str]:
    steps = trail["itemListElement"]
    assert isinstance(steps, list)
    return [step["name"] for step in steps]


def test_a_trail_begins_at_the_page_s_tab() -> None:
    tab = made().pages[DATASETS[0]].section
    assert tab == "datasets/index.md"
    assert trail_of(things(DATASETS[0])[0])[0] == made().pages[tab].title == "Data"


def test_zotero_finds_title_authors_date_and_files() -> None:
    for path in (*BRIEFINGS, *DATASETS):
        told = head(path)
        for name in ("title", "author", "publication_date", "publisher"):
            assert f'<meta name="citation_{name}" content="' in told
        assert 'rel="describedby" type="application/x-bibtex" href="../cite/' in told
        assert 'rel="alternate"' not in told


def test_zotero_finds_a_briefing_s_pdf_and_only_under_a_whole_address() -> None:
    for slug in rivers().briefings:
        path = f"briefings/{slug}.md"
        assert f'<meta name="citation_pdf_url" content="{ADDRESS}briefings/{slug}.pdf">' in head(path)
        assert "citation_pdf_url" not in head(path, "")
    assert "citation_pdf_url" not in head(DATASETS[0])


def test_a_shared_link_shows_the_page_s_own_chart() -> None:
    for slug, briefing in rivers().briefings.items():
        told = head(f"briefings/{slug}.md")
        assert f'content="{ADDRESS}cards/{briefing.card_chart}.png"' in told
        assert 'property="og:image:alt" content="' in told
        assert '<meta name="twitter:card" content="summary_large_image">' in told
    assert f"cards/{briefing.card_chart}.png" in made().assets
    first = next(iter(rivers().briefings.values())).card_chart
    assert f'content="{ADDRESS}cards/{first}.png"' in head(HOME)
    assert "og:image" not in head("about.md")


def test_a_link_to_a_dataset_shows_the_first_chart_that_draws_it() -> None:
    charts = expanded(rivers()).values()
    for name in rivers().datasets:
        drawn = [spec.slug for spec in charts if name in dict(spec.series)]
        told = re.findall(r'property="og:image" content="([^"]+)"', head(f"datasets/{name}.md"))
        assert told == [f"{ADDRESS}cards/{slug}.png" for slug in drawn[:1]]


def test_no_half_address_where_the_site_s_own_is_not_known() -> None:
    for told in made("").heads.values():
        assert not {"og:url", "og:image"} & set(told.split('"'))
    (_, report) = things(BRIEFINGS[0], "")
    assert report["url"] == BRIEFINGS[0].rpartition("/")[2].replace(".md", ".html")
    assert [asset.content for asset in robots(HOMELESS)] == [b"User-agent: *\nAllow: /\n"]
    assert next(robots(placed(ADDRESS))).content.endswith(b"\nSitemap: https://rivers.example/b/sitemap.xml\n")


def test_a_text_cannot_end_the_script_it_stands_in() -> None:
    slug, briefing = next(iter(rivers().briefings.items()))
    evil = replace(placed(ADDRESS), briefings={slug: replace(briefing, title="</script><b>")})
    whole, _ = assemble.assemble(evil, draw)
    assert "</script><b>" not in whole.heads[f"briefings/{slug}.html"]


def test_the_head_is_sealed_in_once_before_its_end() -> None:
    page = "<html><head><title>x</title></head><body></head></body></html>"
    once = postprocess.sealed_page(page, "x.html", {}, '<meta name="a">')
    assert once.html.index('<meta name="a">') < once.html.index("</head>")
    assert postprocess.sealed_page(once.html, "x.html", {}, '<meta name="a">').html == once.html
