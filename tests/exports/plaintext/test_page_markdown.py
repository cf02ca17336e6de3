"""Plain Markdown and plain HTML of every page: no number without who said it, links that lead somewhere; python-markdown judges."""

import re
from dataclasses import replace
from posixpath import dirname, join, normpath
from types import MappingProxyType

import markdown
import pytest

from generators.components.citations import CITED
from generators.exports.pdf.manuscripts import addresses
from generators.exports.plaintext.files import plain_editions
from generators.exports.plaintext.markdown_to_html import html_blocks
from generators.exports.plaintext.page_markdown import generated_notes, generated_twin
from generators.metadata.terms import NEVER
from generators.model import Page
from generators.text.wording import amount
from generators.urls.paths import AFTERWARDS
from tests.fixtures.plain_texts import Made, every_site, small_site
from tests.fixtures.river_site import rivers
from tests.fixtures.twins import LINK, TAG, texts, words


def one(markup: str, path: str = "briefings/a.md") -> str:
    pages = {name: Page(path=name, title="", markdown="") for name in ("briefings/a.md", "sources/s.md")}
    return generated_twin(Page(path=path, title="", markdown=markup), MappingProxyType(pages))


CARD = (
    '<button type="button" class="opening value" popovertarget="card-1">{}</button><span popover="auto" class="card-note" '
    'id="card-1" role="note"><span><strong>at least 91 persons</strong>Killed, A, 2018</span><span>Counts: all. Not counted: none.</span>'
    '<span>Said by X. Source: <a class="cite" href="../sources/s.html">S, 2018</a>.</span><span>Other figures: Y 86 (killed).</span><span>Cite: x</span></span>'
)
CASES = {
    "a card in the sentence": (
        f"It was {CARD.format('at least 91')} in all.",
        "It was at least 91 (Killed, A, 2018. Counts: all. Said by X. Source: [S, 2018](../sources/s.md.txt). "
        "Other figures: Y 86 (killed).) in all.",
    ),
    "a bare number gets its qualifier back": (
        CARD.format("91"),
        "91 (at least 91 persons: Killed, A, 2018. Counts: all. Said by X. Source: [S, 2018](../sources/s.md.txt). "
        "Other figures: Y 86 (killed).)",
    ),
    "a term": (
        '<button type="button" class="opening term" popovertarget="c">floor</button><span popover="auto" id="c">'
        '<strong>Floor</strong> A count. <a href="../glossary.html#floor">Glossary</a></span> x',
        "floor (A count.) x",
    ),
    "a grade after a citation": (
        '(<a class="cite" href="../sources/s.html">S, para 5</a><span class="print-only">; grade</span> '
        '<a class="grade" href="../grades.html">C</a>)',
        "([S, para 5](../sources/s.md.txt); grade [C](../../grades.html))",
    ),
    "judgements have their numbers": (
        '<ol class="judgements">\n<li id="judgement-a"><p>One.</p><ul><li>x</li></ul></li>\n'
        '<li id="judgement-b"><p>Two.</p></li>\n</ol>',
        "1. One.\n\n- x\n\n2. Two.",
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
    "what is for the screen": ('<div class="chart-body"><img alt="x"></div><svg><line/></svg>a', "a"),
    "a chart's title": ('<figure><p class="chart-title">A chart</p></figure>', "**A chart**"),
    "a chart's controls": (
        '<div class="chart-live"><button type="button" class="chart-explore" hidden>Explore<span>: T</span></button>'
        '<p class="chart-status" role="status"></p></div>a',
        "a",
    ),
    "code to copy": ("<dl><dt>A</dt><dd>b</dd><dt>BibTeX</dt>\n<dd><pre>@x</pre></dd></dl>", "**A:** b"),
    "what is for paper": (f'a<p class="{CITED}" data-x>Cite as: x</p>', "a"),
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
    listed = {each.path: each.content for each in plain_editions(catalog, small_site().pages)}["llms.txt"].decode()
    line = listed.partition(f"markdown/datasets/{name}.md.txt): ")[2].partition("\n")[0]
    assert line == f"{' '.join(summary.split())} {whose}"


PLAIN = {
    "a paragraph": "One **two** *three* `a_b*c` four\nfive",
    "signs": r"a\_b &lt;i> & \* \[x\] a_b_c \| <",
    "a heading": "### A *b* (c)",
    "a list": "- a\n- b\n  goes on\n- [c](https://a.example/x_y?a=1&b=2)",
    "numbers": "1. a\n2. b",
    "a table": "| A | B |\n| --- | --- |\n| 1 | a\\|b |\n| | [x](https://a.example/) |",
    "bold with a link": "**[a](https://a.example/)** b",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_the_small_reader_reads_as_the_large_one(text: str) -> None:
    assert words("\n".join(html_blocks(text))) == words(markdown.markdown(text, extensions=["tables"]))


NOTED = {
    "a number": (
        f"It was {CARD.format('91')} in all.",
        "It was 91 [^1] in all.\n",
        "**at least 91 persons**: Killed, A, 2018. Counts: all. Said by",
    ),
    "a term": (
        '<button type="button" class="opening term" popovertarget="c">floor</button><span popover="auto" id="c">'
        '<strong>Floor</strong> A count. <a href="../glossary.html#floor">Glossary</a></span> x',
        "floor [^1] x\n",
        "**Floor**: A count.",
    ),
    "one note for two": (
        CARD.format("91") + " " + CARD.format("at least 91"),
        "91 [^1] at least 91 [^1]\n",
        "**at least 91",
    ),
}


@pytest.mark.parametrize(("markup", "text", "note"), NOTED.values(), ids=NOTED)
def test_what_a_card_opens_to_becomes_a_note(markup: str, text: str, note: str) -> None:
    pages = {name: Page(path=name, title="", markdown=markup) for name in ("briefings/a.md", "sources/s.md")}
    found = generated_notes(pages["briefings/a.md"], pages)
    assert found.text == text
    (only,) = found.notes
    assert only.startswith(note)
