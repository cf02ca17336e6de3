"""A briefing on paper: what a page's HTML becomes, and a PDF that an outside reader finds tagged, named and legible."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import typst

from generators.build import assemble
from generators.exports.pdf.blocks import content
from generators.exports.pdf.inline import Node, Setting
from generators.exports.pdf.link_labels import pages
from generators.exports.pdf.manuscripts import Manuscript, typesetter_values
from generators.exports.pdf.typeset import pdf_key, printed, typeset
from generators.model.problems import report
from generators.text.markdown.page_tree import page_tree, tree_for
from tests.fixtures.pdf_documents import documents, every
from tests.fixtures.pdf_tags import faults
from tests.fixtures.pdf_text import SVG, boxes, copied, each_page, glued, marked, words, written
from tests.fixtures.plain_drawings import draw
from tests.fixtures.real_site import OWN
from tests.fixtures.river_site import rivers, text

pytestmark = pytest.mark.slow

INNER = Setting(page="a/b.md", address="https://example.org/", marks=frozenset({"source-s", "note-1", "here"}))
OFFLINE = replace(INNER, address="")
CASES = [
    ("<p>One<br>two</p>", ["One", {"kind": "break"}, "two"]),
    ('<p><a href="../sources/s.html">S</a></p>', [{"kind": "reference", "to": "source-s", "body": ["S"]}]),
    ('<p><a href="#here">x</a></p>', [{"kind": "reference", "to": "here", "body": ["x"]}]),
    ('<p><a href="#gone">x</a></p>', ["x"]),
    (
        '<p><a href="../c/d.md#e">x</a></p>',
        [{"kind": "link", "to": "https://example.org/c/d.html#e", "body": ["x"], "style": ""}],
    ),
    (
        '<p><button data-note="1">at least 3</button><span popover="auto" data-skip="pdf search">no</span> left</p>',
        ["at least 3", {"kind": "mark", "to": "note-1", "body": ["[1]"]}, " left"],
    ),
    ('<p><button data-note="9">3</button></p>', ["3"]),
    ('<p>yes<span class="screen-only">no</span></p>', ["yes"]),
    ('<p><span data-skip="plain pdf">no</span>#import "x" $a$ \\</p>', ['#import "x" $a$ \\']),
    (
        '<p><span lang="ar" dir="auto">\u0627\u0628</span></p>',
        [{"kind": "foreign", "language": "ar", "body": ["\u0627\u0628"]}],
    ),
]


def nodes(html: str, setting: Setting) -> list[Node]:
    return content(tree_for(page_tree(html), "pdf"), setting)


def test_of_what_can_be_taken_along_with_a_chart_paper_has_the_address() -> None:
    taken = '<a href="x.csv">CSV</a><a class="permalink" href="../charts/x.html">Link<span class="print-only" data-part="address">charts/x.html</span></a>'
    (paragraph,) = nodes(f'<div data-part="links">{taken}<details>Embed</details></div>', INNER)
    assert isinstance(paragraph, dict)
    address = {"kind": "link", "to": "https://example.org/charts/x.html", "body": ["charts/x.html"], "style": "address"}
    assert paragraph["body"] == [address]


@pytest.mark.parametrize(("html", "body"), CASES)
def test_a_line_of_a_page_becomes_texts_and_nodes(html: str, body: list[object]) -> None:
    (paragraph,) = nodes(html, INNER)
    assert isinstance(paragraph, dict)
    assert paragraph["body"] == body


CELLS = "<thead><tr><th>Period</th><th>Figure</th><th>Said by</th></tr></thead><tr><td>2020</td><td>at least 3</td><td>A <i>B</i></td></tr>"


@pytest.mark.parametrize(
    ("more", "told"), [(0, "D. A B, 2020: at least 3."), (40, "D. Its 41 rows are in the table on the chart's page.")]
)
def test_a_chart_s_words_end_with_each_of_its_rows_or_say_where_they_are(more: int, told: str) -> None:
    rows = CELLS + more * "<tr><td>1</td><td>2</td><td>3</td></tr>"
    data = f'<details data-part="rows"><p>D.</p><table>{rows}</table></details>'
    (node,) = nodes(f'<figure data-part="chart"><div><img src="x.svg"></div>{data}</figure>', INNER)
    assert isinstance(node, dict)
    assert node["alt"] == told


def test_without_an_address_a_link_to_another_page_is_its_text() -> None:
    (paragraph,) = nodes('<p><a href="../c/d.html">x</a></p>', OFFLINE)
    assert isinstance(paragraph, dict)
    assert paragraph["body"] == ["x"]


@pytest.mark.parametrize("path", sorted(every()))
def test_every_document_is_tagged_named_in_a_language_and_can_be_copied(path: str) -> None:
    assert faults(documents()[path]) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"alt": ""}, "PDF/UA-1 error: missing alt text"), ({"level": 6}, "PDF/UA-1 error")],
)
def test_the_typesetter_refuses_what_its_standard_forbids(wrong: dict[str, Any], told: str) -> None:
    given = typesetter_values(every()["briefings/river-levels.pdf"])
    broken: Any = json.loads(json.dumps(given))
    for node in broken["content"]:
        node.update({name: value for name, value in wrong.items() if name in node})
    broken["content"] = [
        {**node, "alt": None} if wrong.get("alt") == "" and node["kind"] == "figure" else node
        for node in broken["content"]
    ]
    with pytest.raises(typst.TypstError) as refused:
        printed(broken)
    assert told in str(refused.value)


def test_each_number_has_a_note_with_its_speaker_and_row_and_each_source_its_address() -> None:
    whole = words(documents()["briefings/river-levels.pdf"])
    assert "Notes" in whole
    assert "Said by" in whole.partition("Notes")[2]


@pytest.mark.parametrize("path", sorted(every()))
def test_no_figure_is_copied_with_the_number_of_its_note_as_a_digit(path: str) -> None:
    marks = marked(every()[path].markdown)
    assert marks
    for program, whole in copied(documents()[path]):
        there = [(figure, note) for figure, note in marks if every()[path].form == "full" or f"[{note}]" in whole]
        assert there, program
        assert glued(there, whole) == [], program


def test_the_brief_is_one_page_and_a_longer_one_is_a_problem() -> None:
    lengths = [pages(pdf) for path, pdf in documents().items() if path.endswith("-brief.pdf")]
    assert lengths == [1] * sum(len(site().briefings) for site in (*OWN, rivers))
    (briefing,) = rivers().briefings.values()
    long = replace(briefing, body=text("## Bottom line\n\n" + "A sentence that goes on. " * 900))
    catalog = replace(rivers(), briefings=MappingProxyType({briefing.slug: long}))
    made, _ = assemble.assemble(catalog, draw)
    _, problems = assemble.with_documents(
        made,
        catalog,
        assemble.documents_of(made, catalog),
        lambda each: printed(typesetter_values(replace(each, drawings=_plain(each)))),
    )
    assert 'one-page brief: found "' in report(problems)


@pytest.mark.parametrize("path", sorted(path for path in every() if path.endswith("-brief.pdf")))
def test_the_brief_says_of_which_day_and_edition_it_is_how_to_cite_it_and_what_a_letter_means(path: str) -> None:
    manuscript, told = every()[path], words(documents()[path])
    top, _, rest = told.partition(manuscript.title)
    assert manuscript.edition["dated"] in top
    assert f"Edition {manuscript.edition['foot'].split()[1]}" in top
    assert rest.count("Cite as: ") == 1
    sources = rest.rpartition("Sources ")[2].partition("Cite as: ")[0]
    assert re.search(r"ead in full\. Grade [A-F] \([a-z ]+\)\.", sources)
    assert not re.search(r"ead in full\. Grade [A-F](?! \([a-z])", sources)


WIDE = (
    SVG.replace("0 0 284 200", "0 0 680 440")
    .replace("Drawn words", "\u00ab")
    .replace("</svg>", '<text x="680" y="20" text-anchor="end">\u00bb</text></svg>')
)


@pytest.mark.parametrize("path", sorted(path for path in every() if path.endswith("-brief.pdf")))
def test_the_chart_of_a_brief_takes_more_than_half_of_the_width(path: str) -> None:
    manuscript = every()[path]
    pdf = printed(typesetter_values(replace(manuscript, drawings=dict.fromkeys(manuscript.drawings, WIDE))))
    assert pages(pdf) == 1
    edges = {sign: left for sign, left, _ in boxes(pdf) if sign in "\u00ab\u00bb"}
    assert edges["\u00bb"] - edges["\u00ab"] > 174 / 25.4 * 72 / 2


@pytest.mark.parametrize("heading", ["## The only section\n\n", ""])
def test_a_brief_of_a_single_section_has_each_note_once(heading: str) -> None:
    (briefing,) = rivers().briefings.values()
    told = f'{heading}In January {{{{ value("gauge-levels/level", "2020-01", place="RV-A") }}}} were read.'
    catalog = replace(rivers(), briefings=MappingProxyType({briefing.slug: replace(briefing, body=text(told))}))
    whole = words(printed(typesetter_values(written(catalog)["briefings/river-levels-brief.pdf"])))
    assert whole.count("In January ") == 1
    assert whole.count("Said by ") == 1


def test_a_brief_has_the_first_list_of_judgements_alone() -> None:
    (briefing,) = rivers().briefings.values()
    (first,) = rivers().judgements.values()
    older = replace(first, id="older", statement="It is very likely that an older one stood here.")
    lists = (f'<ol class="judgements">\n{{{{ judgement("{each.id}") }}}}\n</ol>' for each in (first, older))
    body = text("## Bottom line\n\nIt rained.\n\n{}\n\n## Replaced\n\n{}".format(*lists))
    catalog = replace(
        rivers(),
        briefings=MappingProxyType({briefing.slug: replace(briefing, body=body)}),
        judgements=MappingProxyType({first.id: first, older.id: older}),
    )
    brief = words(printed(typesetter_values(written(catalog)["briefings/river-levels-brief.pdf"])))
    assert brief.count("Key judgements") == 1
    assert "an older one stood here" not in brief
    assert "an older one stood here" in words(
        printed(typesetter_values(written(catalog)["briefings/river-levels.pdf"]))
    )


@pytest.mark.parametrize("path", sorted(path for path in every() if not path.endswith("-brief.pdf")))
def test_no_page_ends_with_what_leads_to_the_next_one(path: str) -> None:
    ends = [re.sub(r"\s*Edition [\d.]+ of .*", "", text, flags=re.DOTALL) for text in each_page(documents()[path])[:-1]]
    assert [end[-60:] for end in ends if end.endswith(":")] == []


def test_a_high_chart_is_smaller_in_a_brief_rather_than_on_a_second_page() -> None:
    manuscript = every()["briefings/river-levels-brief.pdf"]
    high = SVG.replace("0 0 284 200", "0 0 284 1400")
    assert (
        pages(printed(typesetter_values(replace(manuscript, drawings=dict.fromkeys(manuscript.drawings, high))))) == 1
    )


def _plain(each: Manuscript) -> dict[str, str]:
    return dict.fromkeys(each.drawings, SVG)


def test_text_cannot_run_as_code_and_keeps_its_signs() -> None:
    given = typesetter_values(every()["briefings/river-levels.pdf"])
    nasty = '#panic("x") $a_b$ *c* [d] <e> @f \\ // g'
    pdf = printed({**given, "content": [{"kind": "paragraph", "style": "", "language": "", "body": [nasty]}]})
    assert nasty in words(pdf)


def test_a_chart_s_words_can_be_selected() -> None:
    assert "Drawn words" in words(documents()["briefings/river-levels.pdf"])


def test_the_same_manuscript_gives_the_same_bytes_and_comes_from_the_cache(tmp_path: Path) -> None:
    manuscript = every()["briefings/river-levels-brief.pdf"]
    first = typeset(manuscript, tmp_path)
    assert first == documents()[manuscript.path]
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-9])
    assert typeset(manuscript, tmp_path) == first
    assert pdf_key(manuscript) != pdf_key(replace(manuscript, title="Another"))


def test_a_document_from_the_cache_starts_no_typesetter(tmp_path: Path) -> None:
    manuscript = every()["briefings/river-levels-brief.pdf"]
    typeset(manuscript, tmp_path)
    code = (
        "import sys; from pathlib import Path; from generators.exports.pdf.manuscripts import Manuscript; "
        f"from generators.exports.pdf.typeset import typeset; typeset({manuscript!r}, Path(sys.argv[1])); "
        "print(sorted({'typst', 'fontTools', 'brotli'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
