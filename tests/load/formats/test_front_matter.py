"""What the front matter of a briefing may say, what it is answered where it says something else, and where it is carried."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest

from generators import load
from generators.analysis.history.feed_entries import feeds
from generators.build import pipeline
from generators.build.errors import Refused
from generators.exports.feeds import feed_files
from generators.exports.pdf.manuscripts import typesetter_values
from generators.exports.pdf.typeset import printed
from generators.load import bylines
from generators.metadata.citation_formats import bibtex, csl_json, ris
from generators.metadata.csl_items import of_a_briefing
from generators.model import Author, Briefing, Catalog
from generators.model.problems import CellError, report
from generators.pages.briefings import briefings
from generators.pages.head.highwire import citation_tags
from generators.pages.head.json_ld import linked_data
from tests.fixtures.folders import edit
from tests.fixtures.pdf_text import words, written
from tests.fixtures.plain_texts import small_site
from tests.fixtures.river_site import rivers, rivers_copy

FILE = "content/briefings/river-levels.md"
ORCID = "0000-0002-1825-0097"


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    return rivers_copy(tmp_path / "rivers", drawings)


def read(folder: Path, lines: str) -> tuple[Briefing, str]:
    """The briefing with those lines more in its front matter, and what is wrong with them."""
    edit(folder / FILE, "topic: levels\n", f"topic: levels\n{lines}\n")
    catalog, problems = load.load_catalog(folder)
    briefing = catalog.briefings["river-levels"] if catalog else next(iter(rivers().briefings.values()))
    return briefing, report(problems)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("author: Ana Alder", (Author(name="Ana Alder"),)),
        ("authors: [Ana Alder, Bo Birch]", (Author(name="Ana Alder"), Author(name="Bo Birch"))),
        ("authors:\n  - Ana Alder\n  - name: Bo Birch\n    orcid: https://orcid.org/0000-0002-1825-0097\n    affiliation: River Institute",
         (Author(name="Ana Alder"), Author(name="Bo Birch", orcid=ORCID, affiliation="River Institute"))),
        ("author: {name: Ana Alder, orcid: 0000-0002-1694-233X}", (Author(name="Ana Alder", orcid="0000-0002-1694-233X"),)),
    ],
)  # fmt: skip
def test_authors_are_names_or_records(folder: Path, lines: str, authors: tuple[Author, ...]) -> None:
    briefing, problems = read(folder, lines)
    assert problems == ""
    assert briefing.authors == authors


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("author: Ana Alder; Bo Birch", '4:9  author: found "Ana Alder; Bo Birch", expected one name. Write several names under authors'),
        ("author: Ana Alder <ana@vell.example>", "expected a name without an e-mail address. Type Ana Alder."),
        ("author: Ana\nauthors: [Bo]", '4:9  author: found "author and authors", expected one of the two. List all names under authors'),
        ("authors:\n  - {name: Bo, orcid: 0000-0002-1825-0098}", "orcid: found \"0000-0002-1825-0098\", expected an ORCID iD such as 0000-0002-1825-0097. Check the digits: after the first fifteen, the last should be 7."),
        ("authors:\n  - {name: Bo, orcid: 0000000218250097}", "Did you mean 0000-0002-1825-0097?"),
        ("authors:\n  - {nam: Bo}", 'key: found "nam", expected a key of this record. Did you mean name?'),
        ("lang: arabic", '4:7  lang: found "arabic", expected the code of a language, such as en, ar, ckb or ku-Arab. Did you mean ar (Arabic)?'),
        ("lang: ar_IQ", "Did you mean ar-IQ?"),
        ("tags: rivers, floods", "expected one word or two. Write a list: [rivers, floods]"),
        ("tags: [rivers, Rivers]", 'tags: found "Rivers", expected each word once.'),
        ("tags:\n  - name: x", "tags: found"),
        ("tags: ['#flood']", "Did you mean flood?"),
        ("draft: maybe", "draft: found \"maybe\", expected one of yes, no, true, false."),
        ("date: 2021-03-01", 'key: found "date", expected a key of this record. Type published, with a day such as 2018-07-25.'),
        ("description: x", "Type summary."),
        ("slug: x", "The file name is the address"),
        ("image: x.png", "Type card_chart, with the name of a chart."),
        ("keywords: [x]", "Type tags, with a list of words."),
        ("last-modified: x", "Type revisions, with date and change of each."),
    ],
)  # fmt: skip
def test_a_key_or_value_that_is_none_is_answered_with_what_to_type(folder: Path, lines: str, message: str) -> None:
    _, problems = read(folder, lines)
    assert problems.startswith(FILE)
    assert message in problems
    assert len(problems.splitlines()) == 1 + ("{nam:" in lines)  # the key that it lacks


def test_a_day_after_the_edition_is_refused(folder: Path) -> None:
    edit(folder / FILE, "published: 2021-03-01", "published: 2012-03-01")
    pipeline.load_checked(folder)
    edit(folder / FILE, "published: 2012-03-01", "published: 2031-03-01")
    with pytest.raises(Refused) as refused:
        pipeline.load_checked(folder)
    assert f'{FILE}:5:12  published: found "2031-03-01", expected a day on or before the edition, ' in str(
        refused.value
    )


@pytest.mark.parametrize("text", ["0000-0002-1825-009", "0000-0002-1825-00977", "https://example.org/x", "x"])
def test_what_has_not_sixteen_digits_is_no_orcid(text: str) -> None:
    with pytest.raises(CellError, match="an ORCID iD"):
        bylines.orcid(text)


def signed() -> Catalog:
    """The small site with a briefing by two authors, in Arabic, under two tags."""
    (briefing,) = rivers().briefings.values()
    authors = (Author(name="Ana Alder"), Author(name="Bo Birch", orcid=ORCID, affiliation="River Institute"))
    told = replace(briefing, authors=authors, tags=("low water", "Vell"), language="ar", title="مياه النهر")
    return replace(rivers(), briefings=MappingProxyType({briefing.slug: told}))


def test_authors_tags_and_language_are_in_references() -> None:
    (briefing,) = signed().briefings.values()
    item = of_a_briefing(briefing, signed())
    assert item["author"] == [{"literal": "Ana Alder"}, {"literal": "Bo Birch"}]
    assert json.loads(csl_json([item]))[0]["language"] == "ar"
    assert "author = {{Ana Alder} and {Bo Birch}}" in bibtex([item])
    assert "keywords = {low water; Vell}" in bibtex([item])
    assert "AU  - Ana Alder,\r\nAU  - Bo Birch,\r\n" in ris([item])
    assert "LA  - ar\r\nKW  - low water\r\nKW  - Vell\r\n" in ris([item])


def test_authors_tags_and_language_are_in_the_head_of_the_page() -> None:
    page = next(briefings(signed()))
    site = replace(small_site(), pages=MappingProxyType({**small_site().pages, page.path: page}))
    (tags,) = citation_tags(signed(), site, page)
    assert (
        tags.index('content="Ana Alder"') < tags.index('content="Bo Birch"') < tags.index("citation_author_institution")
    )
    assert f'<meta name="citation_author_orcid" content="https://orcid.org/{ORCID}">' in tags
    assert '<meta name="citation_language" content="ar">' in tags
    told = [markup for markup in linked_data(signed(), site, page) if "Report" in markup]
    report = json.loads(unescape(told[0].partition(">")[2].rpartition("<")[0]))
    assert report["author"][1] == {
        "@type": "Person",
        "name": "Bo Birch",
        "identifier": f"https://orcid.org/{ORCID}",
        "affiliation": {"@type": "Organization", "name": "River Institute"},
    }
    assert (report["inLanguage"], report["keywords"]) == ("ar", ["low water", "Vell"])


def test_authors_tags_and_language_are_in_the_feeds() -> None:
    assert feeds(signed())
    files = {file.path: file.content.decode() for file in feed_files(signed())}
    atom = re.sub(r">\s+<", "><", files["feeds/briefings.atom"])
    assert '<entry xml:lang="ar">' in atom
    assert f"<author><name>Bo Birch</name><uri>https://orcid.org/{ORCID}</uri></author>" in atom
    assert '<category term="low water"/>' in atom
    item = next(each for each in json.loads(files["feeds/briefings.json"])["items"] if "authors" in each)
    assert item["authors"] == [{"name": "Ana Alder"}, {"name": "Bo Birch", "url": f"https://orcid.org/{ORCID}"}]
    assert (item["tags"], item["language"]) == (["low water", "Vell"], "ar")


def test_the_page_and_its_pdf_are_in_the_language_and_name_the_authors(tmp_path: Path) -> None:
    page = next(briefings(signed()))
    assert '# مياه النهر {: lang="ar" dir="rtl" #مياه-النهر }' in page.markdown
    assert '<div lang="ar" dir="rtl" markdown="1">' in page.markdown
    assert '<span lang="en" dir="ltr"><button' in page.markdown
    assert page.names == ("low water", "Vell")
    pdf = printed(typesetter_values(written(signed())["briefings/river-levels.pdf"]))
    (tmp_path / "a.pdf").write_bytes(pdf)
    with pikepdf.open(tmp_path / "a.pdf") as whole:
        assert str(whole.Root.Lang) == "ar"
        assert str(whole.docinfo["/Author"]) == "Ana Alder, Bo Birch"
        assert str(whole.docinfo["/Keywords"]) == "low water, Vell"
    assert {"Ana", "Alder", "Birch"} <= {*words(pdf).split()}
