"""Page kinds in another language: no English is left over, and two languages in one process do not mix."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generators.model import Catalog, Page
from generators.pages import PAGES
from generators.text.markdown.extensions import html
from generators.text.messages import in_language
from tests.fixtures.foreign_words import COLUMNS, Authored, authored, latin_digits, left_over, page_texts
from tests.fixtures.released_sites import WITHOUT_JULY
from tests.fixtures.river_site import rivers, staying

Kind = Callable[[Catalog], Iterator[Page]]
CATALOGS = {"rivers": rivers(), "released": WITHOUT_JULY, "staying": staying()}
PROSE = {"briefings", "standing", "home"}
"""Kinds with prose that links and numbers cut into single words."""


def of_authors(kind: Kind, catalog: Catalog) -> Authored:
    name = kind.__name__
    return authored(catalog, *(COLUMNS if name == "downloads" else ()), fewest=1 if name in PROSE else 2)


def texts_in(language: str, kind: Kind, catalog: Catalog, numbering: str = "latn") -> dict[str, list[str]]:
    translated = replace(catalog, config=replace(catalog.config, language=language, numbering=numbering))
    with in_language(language, numbering):
        return {
            page.path: [page.description, *page_texts(f"<h1>{page.title}</h1>{html(page.markdown)}")]
            for page in kind(translated)
        }


@pytest.mark.parametrize("name", CATALOGS)
@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: str(kind.__name__))
def test_a_page_in_arabic_has_no_english_of_ours(kind: Kind, name: str) -> None:
    own = of_authors(kind, CATALOGS[name])
    pages = texts_in("ar", kind, CATALOGS[name])
    assert {path: left for path, texts in pages.items() if (left := left_over(texts, own))} == {}


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: str(kind.__name__))
def test_a_page_in_native_digits_has_no_latin_ones_of_ours(kind: Kind) -> None:
    pages = texts_in("ar", kind, WITHOUT_JULY, "arab")
    assert {path: left for path, texts in pages.items() if (left := latin_digits(texts))} == {}


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: str(kind.__name__))
def test_english_would_be_found_in_every_kind(kind: Kind) -> None:
    own = of_authors(kind, rivers())
    for path, texts in texts_in("en", kind, rivers()).items():
        assert path in {page.path for page in rivers().standing.values()} or left_over(texts, own), path


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: str(kind.__name__))
def test_a_language_leaves_the_other_as_it_is(kind: Kind) -> None:
    before = {page.path: page.text for page in kind(rivers())}
    arabic = texts_in("ar", kind, rivers())
    assert {page.path: page.text for page in kind(rivers())} == before
    assert texts_in("ar", kind, rivers()) == arabic
