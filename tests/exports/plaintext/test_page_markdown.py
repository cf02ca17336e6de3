"""Plain Markdown and plain HTML of every page: no number without who said it, links that lead somewhere; python-markdown judges."""

import re
from dataclasses import replace
from posixpath import dirname, join, normpath

import markdown
import pytest

from generators.exports.pdf.manuscripts import addresses
from generators.exports.plaintext.html_writer import markup_of
from generators.exports.text_forms import all_forms, text_forms, text_page, twin
from generators.metadata.terms import NEVER
from generators.text.markdown.page_tree import page_tree
from generators.text.wording import amount
from generators.urls.paths import AFTERWARDS
from tests.fixtures.plain_texts import Made, every_site, small_site
from tests.fixtures.river_site import rivers
from tests.fixtures.twins import LINK, TAG, texts

PAGES = ("briefings/a.md", "sources/s.md")


def one(markup: str, path: str = "briefings/a.md") -> str:
    return twin(page_tree(markup), path, PAGES)


CARD = (
    '<button type="button" popovertarget="card-1">{}</button><span popover="auto" id="card-1" role="note">'
    '<span><strong>at least 91 persons</strong>Killed, A, 2018</span><span>Counts: all.<span data-skip="plain"> Not counted: none.</span></span>'
    '<span>Said by X. Source: <a class="cite" href="../sources/s.html">S, 2018</a>.</span><span>Other figures: Y 86 (killed).</span><span><span data-skip="plain">Cite: x</span></span></span>'
)
CASES = {
    "a card in the sentence": (
        f"It was {CARD.format('at least 91')} in all.",
        "It was at least 91 (at least 91 persons: Killed, A, 2018. Counts: all. Said by X. Source: [S, 2018](../sources/s.md.txt). "
        "Other figures: Y 86 (killed).) in all.",
    ),
    "a bare number gets its qualifier back": (
        CARD.format("91"),
        "91 (at least 91 persons: Killed, A, 2018. Counts: all. Said by X. Source: [S, 2018](../sources/s.md.txt). "
        "Other figures: Y 86 (killed).)",
    ),
    "a term": (
        '<button type="button" popovertarget="c">floor</button><span popover="auto" id="c">'
        '<strong>Floor</strong> A count. <span data-skip="plain"><a href="../glossary.html#floor">Glossary</a></span></span> x',
        "floor (A count.) x",
    ),
    "a grade after a citation": (
        '(<a class="cite" href="../sources/s.html">S, para 5</a><span data-skip="search">; grade</span> '
        '<a class="grade" href="../grades.html">C</a>)',
        "([S, para 5](../sources/s.md.txt); grade [C](../../grades.html))",
    ),
    "judgements have their numbers": (
        '<ol>\n<li id="judgement-a"><p>One.</p><ul><li>x</li></ul></li>\n<li id="judgement-b"><p>Two.</p></li>\n</ol>',
        "1. One.\n\n    - x\n\n2. Two.",
    ),
    "a table": (
        '<div class="table-scroll"><table class="data"><caption>T</caption><thead><tr><th scope="col">A</th><th>B</th>'
        '</tr></thead><tbody>\n<tr><td>1</td><td class="num">a&#124;b</td></tr>\n<tr><td></td><td>2</td></tr>\n</tbody>'
        "</table></div>",
        "**T**\n\n| A | B |\n| --- | --- |\n| 1 | a\\|b |\n| | 2 |",
    ),
    "signs of data": ("a&#95;b &lt;i&gt; &amp; &#42;", "a\\_b &lt;i> & \\*"),
    "code": ("<code>said&#95;by</code>", "`said_by`"),
    "a heading's address": ("## A {#a.b}\n\nText", "## A\n\nText"),
    "a file": ('<a href="../data/a.csv" download>CSV</a>', "[CSV](../../data/a.csv)"),
    "the page itself": ('<a href="#x">x</a>', "[x](a.md.txt)"),
    "another host": ('<a href="https://a.example/b.html">x</a>', "[x](https://a.example/b.html)"),
    "a Markdown link": ("[x](../sources/s.md#y)", "[x](../sources/s.md.txt)"),
    "what is for the screen": ('<div data-skip="plain"><img alt="x"></div><svg data-skip="plain"><line/></svg>a', "a"),
    "a chart's title": ('<figure><p data-part="title">A chart</p></figure>', "**A chart**"),
    "a chart's controls": (
        '<div data-skip="plain pdf"><button type="button" class="chart-explore" hidden>Explore<span>: T</span></button>'
        '<p class="chart-status" role="status"></p></div>a',
        "a",
    ),
    "code to copy": (
        '<dl><dt>A</dt><dd>b</dd><dt>BibTeX</dt>\n<dd><pre data-skip="plain">@x</pre></dd></dl>',
        "**A:** b",
    ),
    "what is for paper": ('a<p data-skip="plain search">Cite as: x</p>', "a"),
    "an author's indent": ("- a\n    - b", "- a\n    - b"),
}


@pytest.mark.parametrize(("markup", "plain"), CASES.values(), ids=CASES)
def test_markup_becomes_plain(markup: str, plain: str) -> None:
    assert one(markup) == f"{plain}\n"


@every_site
def test_every_page_has_a_twin_without_html(site: Made) -> None:
    _, made = site()
    found = texts(made)
    assert set(found) == {f"markdown/{path}.txt" for path in made.pages}
    assert {path: TAG.search(text) for path, text in found.items() if re.search(r"(?<!\\)<[a-z/]", text)} == {}
    assert [path for path, text in found.items() if NEVER not in text] == []


@every_site
def test_no_link_of_a_twin_leads_nowhere(site: Made) -> None:
    catalog, made = site()
    known = {*made.assets, *(path.removesuffix(".md") + ".html" for path in made.pages), *AFTERWARDS}
    known |= {*addresses(catalog)}
    for path, text in texts(made).items():
        links = {link.partition("#")[0] for link in LINK.findall(text) if not re.match("[a-z]+:", link)}
        assert {link for link in links if normpath(join(dirname(path), link)) not in known} == set(), path


def test_a_table_keeps_each_row_with_its_figure() -> None:
    dataset = rivers().datasets["flood-peaks"]
    rows = [
        line
        for line in texts(small_site())["markdown/datasets/flood-peaks.md.txt"].splitlines()
        if line.startswith("| ")
    ]
    for observation in dataset.observations:
        assert any(amount(observation) in row and observation.source.publisher in row for row in rows)


def test_python_markdown_reads_every_table() -> None:
    for path, page in small_site().pages.items():
        html = markdown.markdown(texts(small_site())[f"markdown/{path}.txt"], extensions=["tables"])
        assert html.count("<tr>") == page.markdown.count("<tr"), path


SUMMARIES = (
    "A count in 2014. June stood at 1,934 on 4 July 2014.",
    "Levels of 13 October 2019, and from May to July 2018.",
    "It rose by 40%.\nNobody knows why.",
    "There were 2018,5 of them, or 2018.5.",
)


@pytest.mark.parametrize("summary", SUMMARIES)
@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("gauge-levels", "Recorded by Vell River Board."),
        ("flood-peaks", "Separate statements, each with its speaker."),
    ],
)
def test_a_dataset_is_listed_with_every_sentence_of_its_summary(summary: str, name: str, whose: str) -> None:
    dataset = replace(rivers().datasets[name], summary=summary)
    catalog = replace(rivers(), datasets={name: dataset})
    listed = {
        each.path: each.content
        for each in text_forms(catalog, small_site().pages, all_forms(catalog, small_site().pages))
    }["llms.txt"].decode()
    line = listed.partition(f"markdown/datasets/{name}.md.txt): ")[2].partition("\n")[0]
    assert line == f"{' '.join(summary.split())} {whose}"


NOTED = {
    "a number": (
        f"It was {CARD.format('91')} in all.",
        'It was 91 <a data-mark="1"></a> in all.',
        "<strong>at least 91 persons</strong>: Killed, A, 2018. Counts: all. Said by",
    ),
    "a term": (
        '<button type="button" popovertarget="c">floor</button><span popover="auto" id="c">'
        '<strong>Floor</strong> A count. <span data-skip="plain"><a href="../glossary.html#floor">Glossary</a></span></span> x',
        'floor <a data-mark="1"></a> x',
        "<strong>Floor</strong>: A count.",
    ),
    "one note for two": (
        CARD.format("91") + " " + CARD.format("at least 91"),
        '91 <a data-mark="1"></a> at least 91 <a data-mark="1"></a>',
        "<strong>at least 91",
    ),
}


@pytest.mark.parametrize(("markup", "text", "note"), NOTED.values(), ids=NOTED)
def test_what_a_card_opens_to_becomes_a_note(markup: str, text: str, note: str) -> None:
    page = text_page(page_tree(markup), "briefings/a.md", PAGES)
    assert [markup_of(block.element) for block in page.blocks] == [f"<p>{text}</p>"]
    (only,) = page.notes
    assert only.startswith(note)
