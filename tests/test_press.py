"""The published folder is replaced whole, or not at all."""

from pathlib import Path

import pytest

from generators import press
from tests.rivers import ROOT as RIVERS


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
