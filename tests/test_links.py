"""The built site, followed link by link from its front page: no dead link, no dead anchor, no page that nothing leads to."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

ADDRESS = re.compile(r"""<[a-z][^<>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
MARK = re.compile(r"""<[a-z][^<>]*?\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
COMMENT = re.compile(r"<!--.*?-->|<textarea.*?</textarea>", re.DOTALL)
APART = ("404.html", "embed/")
"""Pages that others show: the server for a missing one, another site in a frame."""
GONE = re.compile(r"<title>[^<]*: no longer here( - [^<]*)?</title>")
"""The title of a notice at an address that an earlier edition had: who comes there has kept the address."""
Links = Mapping[str, set[tuple[str, str]]]


def crawled(folder: Path, apart: tuple[str, ...] = APART) -> list[str]:
    """What is wrong with the links of the folder's HTML files, one line each."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    texts = {path: COMMENT.sub("", (folder / path).read_text("utf-8")) for path in files if path.endswith(".html")}
    marks = {path: {unescape("".join(found)) for found in MARK.findall(html)} for path, html in texts.items()}
    links = {path: _links(path, html) for path, html in texts.items()}
    wrong = []
    for path, own in sorted(links.items()):
        for target, fragment in sorted(own):
            if target not in files:
                wrong.append(f"{path}: {target} is not there")
            elif fragment and fragment not in marks.get(target, {fragment}):
                wrong.append(f"{path}: {target} has no #{fragment}")
    reached = _reached(links)
    alone = {path for path, html in texts.items() if path not in reached and not GONE.search(html)}
    return wrong + [f"{path}: nothing leads there" for path in sorted(alone) if not path.startswith(apart)]


def _links(page: str, html: str) -> set[tuple[str, str]]:
    """Each address of this site on the page: file and fragment. What begins with a slash is taken from the site's root."""
    found = set()
    for address in {unescape("".join(parts)) for parts in ADDRESS.findall(html)}:
        split = urlsplit(address)
        if not split.scheme and not split.netloc:
            path = unquote(split.path)
            target = normpath(path.lstrip("/") if path.startswith("/") else join(dirname(page), path)) if path else page
            found.add((target, unquote(split.fragment)))
    return found


def _reached(links: Links) -> set[str]:
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        new = {target for target, _ in links.get(ahead.pop(), ())} - reached
        reached |= new
        ahead += new
    return reached


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


@pytest.mark.slow
def test_every_link_of_the_built_site_leads_somewhere(built: Path) -> None:
    assert crawled(built) == []
