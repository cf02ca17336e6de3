"""A link that leads nowhere is answered at its column with what was meant, in any form that Markdown has for links."""

from dataclasses import replace

import pytest

from generators.model.site import Templates
from tests.fixtures.assembled_site import problems_of
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import rivers, text

ADVICE = "If a template in theirs/ left it out, copy it from the original."
PAGE = "expected the address of a page or file of this site."


def told(markdown: str) -> list[str]:
    """What is wrong with the links of a briefing with that text from its tenth line on."""
    (briefing,) = rivers().briefings.values()
    catalog = replace(rivers(), briefings={briefing.slug: replace(briefing, body=text(markdown, 10))})
    problems = problems_of(catalog, ("assets/gauge.png",))
    return [str(problem).removeprefix("content/briefings/example.md:") for problem in problems]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("See [x](nope.md).", f'10:9  link: found "nope.md", {PAGE}'),
        ("![x](nope.png)", f'10:6  picture: found "nope.png", {PAGE} Place the file in content/assets/ and type ../assets/nope.png.'),
        ("![x](../assets/gage.png)", f'10:6  picture: found "../assets/gage.png", {PAGE} Did you mean ../assets/gauge.png?'),
        ("![x](gauge.png)", f'10:6  picture: found "gauge.png", {PAGE} Did you mean ../assets/gauge.png?'),
        ("[x](../methodolgy.md)", f'10:5  link: found "../methodolgy.md", {PAGE} Did you mean ../methodology.md?'),
        ("[x](methodology.md)", f'10:5  link: found "methodology.md", {PAGE} Did you mean ../methodology.md?'),
        ("[x](../datasets)", f'10:5  link: found "../datasets", {PAGE} Did you mean ../datasets/index.md?'),
        ("[x](river-levels)", f'10:5  link: found "river-levels", {PAGE} Did you mean river-levels.md?'),
        ("[x](/about.md)", '10:5  link: found "/about.md", expected an address relative to this page. Did you mean ../about.md?'),
        ('<a href="../about.htm">x</a>', f'10:10  link: found "../about.htm", {PAGE} Did you mean ../about.md?'),
        ("[x][y]\n\n[y]: ../abuot.md", f'12:6  link: found "../abuot.md", {PAGE} Did you mean ../about.md?'),
        ("[x](www.vell.org/a)", '10:5  link: found "www.vell.org/a", expected a full address. Type https://www.vell.org/a'),
        ("[x](#water)", '10:5  link: found "#water", expected the id of a heading or a row on briefings/river-levels.md. The id of a heading'),
        ("## The water\n\n[x](#the-watr)", '12:5  link: found "#the-watr", expected the id of a heading or a row on briefings/river-levels.md. Did you mean #the-water?'),
        ("[x](../datasets/gauge-levels.md#level.rv-a.2020-13)", '10:5  link: found "../datasets/gauge-levels.md#level.rv-a.2020-13", expected the id'),
    ],
)  # fmt: skip
def test_a_link_into_nothing_is_answered_at_its_column(typed: str, message: str) -> None:
    (problem,) = told(typed)
    assert problem.startswith(message)


def test_links_that_lead_somewhere_and_code_are_left_alone() -> None:
    assert not told(
        "## The water {#here}\n\n[a](#here) [b](#top) [c](../about.md) [d](../places/rv-a.html) [e](river-levels.pdf) "
        "[f](../datasets/gauge-levels.md#level.rv-a.2020-01) [g](https://vell.example/nope.md) [G](HTTPS://vell.example/x) [s](git+ssh://vell.example/x) [h](mailto:a@vell.example) "
        "![i](../assets/gauge.png) `[j](nope.md)` \\[k\\](nope.md)"
    )


def test_a_heading_in_another_script_has_its_words_as_an_address() -> None:
    assert not told("## مياه النهر\n\n[a](#مياه-النهر)")


def test_a_link_in_a_template_of_the_site_is_named_by_its_page() -> None:
    template = (ROOT / "generators/templates/pages/glossary.md").read_text("utf-8")
    texts = {"pages/glossary.md": f'{template}\n\n<a href="nope.html">a</a> [b](about.md#nope)\n'}
    found = problems_of(replace(rivers(), templates=Templates(folder="theirs", texts=texts)))
    assert [str(problem) for problem in found] == [
        f'glossary.md:1:1  link: found "about.md#nope", expected an id on that page. {ADVICE}',
        f'glossary.md:1:1  link: found "nope.md", {PAGE} {ADVICE}',
    ]
