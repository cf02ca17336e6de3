"""Markdown that people write means the same on a page, in plain Markdown, in the text-only edition and in a PDF."""

import re
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest
from PIL import Image

from generators.exports.pdf.manuscripts import typesetter_values
from generators.exports.pdf.typeset import printed, refusing
from generators.exports.plaintext.html_writer import markup_of
from generators.exports.plaintext.noted_pages import NotedPage
from generators.exports.text_forms import text_page, twin
from generators.model import Page
from generators.model.problems import CellError
from generators.pages.briefings import briefings
from generators.text.markdown.extensions import html
from generators.text.markdown.page_tree import page_tree
from tests.fixtures.pdf_text import words, written
from tests.fixtures.river_site import rivers, text


@dataclass(frozen=True)
class Case:
    """What an author types, and a part of what a reader finds in each form."""

    typed: str
    page: str
    twin: str
    text: str
    paper: str


CASES = {
    "a letter": Case("If x<y then.", "If x&lt;y then.", "If x&lt;y then.", "If x&lt;y then.", "If x<y then."),
    "two of them": Case("a < b, b > c", "a &lt; b, b &gt; c", "a &lt; b, b > c", "a &lt; b, b &gt; c", "a < b, b > c"),
    "a level more": Case("### Third\n\n#### Fourth", "Fourth</h4>", "#### Fourth", "<h4>Fourth</h4>", "Third Fourth"),
    "code with a language": Case(
        "```python\nprint('<x>')\n    more\n```",
        '<pre><code class="language-python">print(\'&lt;x&gt;\')\n    more',
        "```python\nprint('<x>')\n    more\n```",
        "<pre><code>print('&lt;x&gt;')\n    more\n</code></pre>",
        "print('<x>') more",
    ),
    "indented code": Case("    a  b", "<pre><code>a  b", "```\na  b\n```", "<pre><code>a  b\n</code></pre>", "a b"),
    "code in a line": Case("Say ``a`b`` <b>x</b>.", "<code>a`b</code> <b>x</b>", "``a`b`` **x**", "<code>a`b</code> <b>x</b>", "Say a`b x."),
    "a list right below": Case("Text:\n- one\n- two", "<li>one</li>", "Text:\n\n- one\n- two", "<li>one</li>\n<li>two</li>", "• one • two"),
    "a list in a list": Case(
        "- one\n    - inner\n- two", "<ul>\n<li>inner</li>", "- one\n    - inner\n- two", "one<ul>\n<li>inner</li>\n</ul>", "• one • inner • two"
    ),
    "numbers from five": Case("5. five\n6. six", '<ol start="5">', "5. five\n6. six", '<ol start="5">\n<li>five</li>', "5. five 6. six"),
    "a number and a parenthesis": Case("1) one\n2) two", "<li>one</li>", "1. one\n2. two", "<li>one</li>\n<li>two</li>", "1. one 2. two"),
    "a quote with a list": Case(
        "> said\n>\n> - this", "<blockquote>\n<p>said</p>", "> said\n>\n> - this", "<blockquote><p>said</p><ul>", "said • this"
    ),
    "a definition": Case("Term\n: what it is", "<dt>Term</dt>\n<dd>what it is</dd>", "**Term:** what it is", "<dl>\n<dt>Term</dt>\n<dd>what it is</dd>\n</dl>", "Term: what it is"),
    "a table with a bar": Case(
        "Seen:\n| a | b |\n|---|---|\n| c \\| d | `e|f` |",
        "<td>c | d</td>",
        "| c \\| d | `e\\|f` |",
        "<td>c | d</td>\n<td><code>e|f</code></td>",
        "a b c | d e|f",
    ),
    "a broken line": Case("one  \ntwo\\\nthree<br>four", "one<br />\ntwo<br />\nthree<br>four", "one  \ntwo  \nthree  \nfour", "one<br>\ntwo<br>\nthree<br>four", "one two three four"),
    "raised and lowered": Case("10<sup>6</sup> H<sub>2</sub>O <sup>a b</sup>", "10<sup>6</sup>", "10⁶ H₂O ^(a b)", "10<sup>6</sup> H<sub>2</sub>O", "106 H2O a b"),
    "an abbreviation": Case('<abbr title="International Gauge">IG</abbr>', "<abbr title", "IG (International Gauge)", '<abbr title="International Gauge">IG</abbr>', "IG (International Gauge)"),
    "struck out": Case("<del>old</del> <ins>new</ins>", "<del>old</del>", "~~old~~ new", "<del>old</del> <ins>new</ins>", "old new"),
    "references": Case("a&nbsp;b &lt;i&gt; &amp;lt; &copy;", "&lt;i&gt; &amp;lt;", "&lt;i> &amp;lt; ©", "&lt;i&gt; &amp;lt; ©", "<i> &lt; ©"),
    "an address": Case("<https://vell.example/a_b_c>", '<a href="https://vell.example/a_b_c">', "[https://vell.example/a\\_b\\_c](https://vell.example/a_b_c)", '<a href="https://vell.example/a_b_c">https://vell.example/a_b_c</a>', "https://vell.example/a_b_c"),
    "a bare address": Case("https://vell.example/x_y", "https://vell.example/x_y", "https://vell.example/x\\_y", "https://vell.example/x_y", "https://vell.example/x_y"),
    "a rule": Case("above\n\n---\n\nbelow", "<hr />", "above\n\n---\n\nbelow", "<hr>", "above below"),
    "signs": Case("2 \\* 3 \\_a\\_ \\[b\\] \\# c", "2 * 3 _a_ [b] # c", "2 \\* 3 \\_a\\_ \\[b\\] # c", "2 * 3 _a_ [b] # c", "2 * 3 _a_ [b] # c"),
    "a line that begins like a list": Case("2018\\. It rose.", "2018. It rose.", "2018\\. It rose.", "2018. It rose.", "2018. It rose."),
    "details": Case("<details>\n<summary>More</summary>\n\n**bold** text\n\n</details>", "<summary>More</summary>\n<p><strong>bold</strong>", "**More**\n\n**bold** text", "<p><strong>More</strong></p>", "More bold text"),
    "a word from right to left": Case('<span lang="ar" dir="rtl">نهر</span>', 'lang="ar"', "نهر", '<span lang="ar" dir="rtl">نهر</span>', "نهر"),
    "emphasis": Case("*a* **b** ***c*** _d_", "<em>a</em> <strong>b</strong>", "*a* **b**", "<em>a</em> <strong>b</strong>", "a b c d"),
    "a footnote": Case(
        "A claim[^why] here.\n\n[^why]: Because **so**, at {{ place(\"RV-A\") }}.",
        'href="#fn-why" role="doc-noteref" aria-label="Footnote 1">1</a>',
        "A claim[^1] here.",
        'A claim <a data-mark="2"></a> here.',
        "A claim[fn 1] here.",
    ),
}  # fmt: skip


@cache
def page() -> Page:
    """A briefing with all of them, each after a paragraph with its number."""
    typed = "\n\n".join(f"At mark{number}.\n\n{case.typed}" for number, case in enumerate(CASES.values()))
    (briefing,) = rivers().briefings.values()
    body = text(f'## First\n\n{typed}\n\nAt mark{len(CASES)}. {{{{ value("gauge-levels/low-days", "2020-06") }}}}')
    catalog = replace(rivers(), briefings=MappingProxyType({briefing.slug: replace(briefing, body=body)}))
    return next(briefings(catalog))


def part(whole: str, name: str) -> str:
    """What stands in a form between the paragraph with the number of a case and the next."""
    number = list(CASES).index(name)
    return whole.partition(f"At mark{number}.")[2].partition(f"At mark{number + 1}.")[0]


def noted() -> NotedPage:
    return text_page(page_tree(page().markdown), page().path, {page().path})


@cache
def forms() -> tuple[str, str, str, str]:
    pages = MappingProxyType({page().path: page()})
    (briefing,) = rivers().briefings.values()
    made = written(replace(rivers(), briefings=MappingProxyType({briefing.slug: briefing})))[
        "briefings/river-levels.pdf"
    ]
    paper = words(printed(typesetter_values(replace(made, markdown=page().markdown))))
    root = page_tree(page().markdown)
    text = "\n".join(markup_of(block.element) for block in noted().blocks)
    return html(page().markdown), twin(root, page().path, pages), text, paper


@pytest.mark.parametrize("name", CASES)
def test_what_an_author_types_is_the_same_in_every_form(name: str) -> None:
    case = CASES[name]
    for whole, wanted in zip(forms(), (case.page, case.twin, case.text, case.paper), strict=True):
        assert wanted in part(whole, name).replace("\xa0", " ").replace("\ufffe", "")


def test_the_language_of_code_is_on_no_paper() -> None:
    assert "python" not in forms()[3]


def test_a_footnote_leads_there_and_back_and_its_text_is_in_every_form() -> None:
    whole, plain, _, paper = forms()
    note = re.search(r'<li id="fn-why">\s*<p>(.*?)</p>', whole, re.DOTALL)
    assert note
    assert "Because <strong>so</strong>" in note[1]
    assert re.search(
        r'<a class="footnote-back" href="#fnref-why" role="doc-backlink" aria-label="Back to [^"]+">', note[1]
    )
    assert '<sup id="fnref-why">' in whole
    assert "## Footnotes\n\n[^1]: Because **so**, at [Alder Bridge](" in plain
    assert any(told.startswith("<strong>Footnote 1</strong>: Because <strong>so</strong>") for told in noted().notes)
    assert "[fn 1] Because so, at Alder Bridge." in paper


def test_a_picture_is_on_paper_with_its_words(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#1d4f86").save(tmp_path / "gauge.png")
    (briefing,) = rivers().briefings.values()
    made = written(replace(rivers(), briefings=MappingProxyType({briefing.slug: briefing})))[
        "briefings/river-levels.pdf"
    ]
    shown = typesetter_values(replace(made, markdown="Above ![A gauge](../gauge.png) below."))
    assert [node["kind"] for node in shown["content"]] == ["paragraph", "picture", "paragraph"]  # type: ignore[attr-defined]
    with pikepdf.open(BytesIO(printed(shown, tmp_path))) as pdf:
        assert len(list(pdf.pages[0].get_images())) == 1
        assert b"A gauge" in b"".join(
            bytes(each.get("/Alt", b"")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)
        )


def test_a_file_that_is_no_picture_is_answered_with_the_block(tmp_path: Path) -> None:
    (tmp_path / "gauge.png").write_bytes(b"no picture")
    (briefing,) = rivers().briefings.values()
    made = written(replace(rivers(), briefings=MappingProxyType({briefing.slug: briefing})))[
        "briefings/river-levels.pdf"
    ]
    shown = typesetter_values(replace(made, markdown="Above.\n\n![A broken gauge](../gauge.png)"))
    with pytest.raises(CellError) as refused:
        refusing(shown, tmp_path)
    assert refused.value.advice.startswith("Look at the block “A broken gauge”. The typesetter reports: ")
