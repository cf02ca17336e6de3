"""The built site, followed link by link from its front page: no dead link, no dead anchor, no page that nothing leads to."""

from pathlib import Path

import pytest

from tests.fixtures.links import crawled

GOOD = '<a href="b.html#there">b</a><img src="c.png"><a href="https://a.example/x">out</a><!-- <a href="gone.html"> -->'
FAULTS = {
    "a page that is not there": (GOOD + '<a href="gone.html">x</a>', "index.html: gone.html is not there"),
    "a picture that is not there": (GOOD + "<img alt='' src=gone.png>", "index.html: gone.png is not there"),
    "an anchor that is not there": (GOOD + '<a class="x" href="b.html#gone">x</a>', "index.html: b.html has no #gone"),
    "a page that nothing leads to": (GOOD.replace("b.html#there", "#top"), "b.html: nothing leads there"),
}


def small(folder: Path, html: str) -> Path:
    (folder / "index.html").write_text(f'<p id="top">{html}', encoding="utf-8")
    (folder / "b.html").write_text('<p id="there">', encoding="utf-8")
    (folder / "c.png").write_bytes(b"")
    return folder


def test_a_whole_site_has_nothing_wrong(tmp_path: Path) -> None:
    assert crawled(small(tmp_path, GOOD)) == []


@pytest.mark.parametrize(("html", "told"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found(tmp_path: Path, html: str, told: str) -> None:
    assert crawled(small(tmp_path, html)) == [told]
