"""Where a build is published, as the environment says it, and what the foot of every page says."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from generators.build import pipeline
from generators.build.errors import Refused
from generators.build.static_files import THEME
from tests.fixtures.river_site import RIVERS, rivers

CONTACTS = {
    "post@vell.example": '<p><a href="mailto:post@vell.example">post@vell.example</a></p>',
    "https://vell.example/w?a=1&b": '<p><a href="https://vell.example/w?a=1&amp;b">https://vell.example/w?a=1&amp;b</a></p>',
    "The mill @ Vell <1>": "<p>The mill @ Vell &lt;1&gt;</p>",
}


@pytest.mark.parametrize(("contact", "shown"), CONTACTS.items())
def test_the_foot_of_a_page_links_a_contact_that_is_an_address(contact: str, shown: str) -> None:
    theme = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # noqa: S701 - as MkDocs reads it
    theme.filters["url"] = str
    catalog = replace(rivers(), config=replace(rivers().config, contact=contact))
    foot = theme.get_template("partials/footer.html").render(
        config={"site_name": "x", "extra": pipeline.frame(catalog)}, lang=SimpleNamespace(t=str)
    )
    assert shown in foot
    assert foot.count("<a ") == shown.count("<a ")


def test_the_environment_says_where_the_site_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pipeline.load_checked(RIVERS).config.address == "https://vell.example/"
    monkeypatch.setenv(pipeline.ADDRESS, "https://preview.example/vell/")
    assert pipeline.load_checked(RIVERS).config.address == "https://preview.example/vell/"


def test_an_address_in_the_environment_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pipeline.ADDRESS, "https://preview.example/vell")
    with pytest.raises(Refused) as refused:
        pipeline.load_checked(RIVERS)
    assert str(refused.value) == (
        "SITE_URL in the environment: found 'https://preview.example/vell', expected an address that begins with "
        "https:// or http:// and ends with a slash. Did you mean https://preview.example/vell/?"
    )


@pytest.mark.parametrize("scheme", ["https://", ""])
def test_a_password_in_the_environment_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv(pipeline.ADDRESS, f"{scheme}user:pw@preview.example/")
    with pytest.raises(Refused) as refused:
        pipeline.load_checked(RIVERS)
    assert str(refused.value) == (
        f"SITE_URL in the environment: found '{scheme}…@preview.example/', expected an address that begins with https:// or "
        "http:// and ends with a slash. Remove the name and password: the address is printed on every page."
    )
