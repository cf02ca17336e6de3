"""Where a build is published, as the environment says it."""

import pytest

from generators import press
from tests.rivers import ROOT as RIVERS


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
