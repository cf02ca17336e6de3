"""The published folder is replaced whole, or not at all."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from generators import press
from tests.conftest import mode_of
from tests.rivers import ROOT as RIVERS
from tests.rivers import rivers


def folder(path: Path, words: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(words, encoding="utf-8")
    return path


def words_in(path: Path) -> str:
    return (path / "index.html").read_text(encoding="utf-8")


def test_a_new_site_takes_the_old_one_s_place(tmp_path: Path) -> None:
    old, new = folder(tmp_path / "site", "old"), folder(tmp_path / "build" / "next", "new")
    press.publish(new, old)
    assert words_in(old) == "new"
    assert not new.exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    press.publish(folder(tmp_path / "next", "new"), tmp_path / "site")
    assert words_in(tmp_path / "site") == "new"


def test_a_kill_between_the_two_moves_is_mended_by_the_next_run(tmp_path: Path) -> None:
    folder(tmp_path / ".site.before", "old")
    press.publish(folder(tmp_path / "next", "new"), tmp_path / "site")
    assert words_in(tmp_path / "site") == "new"


def test_a_missing_new_site_leaves_the_old_one(tmp_path: Path) -> None:
    old = folder(tmp_path / "site", "old")
    with pytest.raises(press.Refused):
        press.publish(tmp_path / "none", old)
    assert words_in(old) == "old"


@pytest.fixture(params=[0o022, 0o027, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """The umask of the process while the test runs."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def private(path: Path) -> Path:
    """A built site in a folder that only its owner may open, as `mktemp -d` makes it."""
    folder(path, "new").chmod(0o700)
    return path


def test_the_first_site_has_the_mode_that_the_umask_leaves(umask: int, tmp_path: Path) -> None:
    press.publish(private(tmp_path / "next"), tmp_path / "site")
    assert mode_of(tmp_path / "site") == 0o777 & ~umask
    assert mode_of(tmp_path / "site" / "index.html") == 0o666 & ~umask


@pytest.mark.parametrize("mode", [0o700, 0o750, 0o755, 0o2775], ids=oct)
@pytest.mark.parametrize("system", [sys.platform, "one that cannot exchange folders"])
def test_a_new_site_has_the_mode_of_the_old_one(
    umask: int, mode: int, system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = folder(tmp_path / "site", "old")
    old.chmod(mode)
    monkeypatch.setattr(sys, "platform", system)
    press.publish(private(tmp_path / "next"), old)
    assert words_in(old) == "new"
    assert oct(mode_of(old)) == oct(mode)


CONTACTS = {
    "post@vell.example": '<p><a href="mailto:post@vell.example">post@vell.example</a></p>',
    "https://vell.example/w?a=1&b": '<p><a href="https://vell.example/w?a=1&amp;b">https://vell.example/w?a=1&amp;b</a></p>',
    "The mill @ Vell <1>": "<p>The mill @ Vell &lt;1&gt;</p>",
}


@pytest.mark.parametrize(("contact", "shown"), CONTACTS.items())
def test_the_foot_of_a_page_links_a_contact_that_is_an_address(contact: str, shown: str) -> None:
    theme = Environment(loader=FileSystemLoader(press.THEME), autoescape=False)  # noqa: S701 - as MkDocs reads it
    theme.filters["url"] = str
    catalog = replace(rivers(), edition=replace(rivers().edition, contact=contact))
    foot = theme.get_template("partials/footer.html").render(
        config={"site_name": "x", "extra": press.frame(catalog)}, lang=SimpleNamespace(t=str)
    )
    assert shown in foot
    assert foot.count("<a ") == shown.count("<a ")


def test_the_environment_says_where_the_site_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    assert press.read(RIVERS).edition.address == "https://vell.example/"
    monkeypatch.setenv(press.ADDRESS, "https://preview.example/vell/")
    assert press.read(RIVERS).edition.address == "https://preview.example/vell/"


def test_an_address_in_the_environment_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(press.ADDRESS, "https://preview.example/vell")
    with pytest.raises(press.Refused) as refused:
        press.read(RIVERS)
    assert str(refused.value) == (
        "SITE_URL in the environment: found 'https://preview.example/vell', expected an address that begins with "
        "https:// or http:// and ends with a slash. Did you mean https://preview.example/vell/?"
    )


@pytest.mark.parametrize("scheme", ["https://", ""])
def test_a_password_in_the_environment_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv(press.ADDRESS, f"{scheme}user:pw@preview.example/")
    with pytest.raises(press.Refused) as refused:
        press.read(RIVERS)
    assert str(refused.value) == (
        f"SITE_URL in the environment: found '{scheme}…@preview.example/', expected an address that begins with https:// or "
        "http:// and ends with a slash. Leave name and password out: the address stands on every page."
    )
