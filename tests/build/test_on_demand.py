"""What a browser gets only when a reader opens it: the page has a link to it, and nothing else is lost."""

import pytest

from generators.build.on_demand import with_linked_rows

ROWS = (
    '<details class="chart-data" data-part="rows" data-elsewhere="../charts/level.html#chart-level-data">'
    "<summary>Description and data</summary>\n<p>A line.</p><table><tr><td>3</td></tr></table>\n</details>"
)
LINK = '<p class="chart-data"><a href="../charts/level.html#chart-level-data">Description and data</a></p>'


def test_rows_that_another_page_has_become_a_link_to_them() -> None:
    other = "<details><summary>Embed</summary><p>Copy this.</p></details>"
    html = f"<figure>{other}{ROWS}</figure><p>Between.</p><figure>{ROWS.replace('level', 'flow')}</figure>"
    linked = with_linked_rows(html)
    assert linked == (f"<figure>{other}{LINK}</figure><p>Between.</p><figure>{LINK.replace('level', 'flow')}</figure>")
    assert with_linked_rows(linked) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<details class="chart-data" data-part="rows" id="chart-level-data" open><summary>Description and data</summary></details>',
        "<details><summary>Evidence</summary></details>",
    ],
)
def test_rows_of_this_page_stay(html: str) -> None:
    assert with_linked_rows(html) == html
