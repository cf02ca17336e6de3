"""The way from page to page, and from anywhere."""

from dataclasses import replace
from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.urls import links
from tests.fixtures.river_site import rivers

PATHS = st.lists(st.from_regex(r"[a-z]{1,3}", fullmatch=True), min_size=1, max_size=3).map("/".join)


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("index.md", "datasets/a.md", "datasets/a.md"),
        ("datasets/a.md", "index.md", "../index.md"),
        ("datasets/a/2020.md", "sources/b.md", "../../sources/b.md"),
        ("datasets/a.md", "datasets/b.md", "b.md"),
    ],
)
def test_the_way_from_page_to_page(page: str, target: str, way: str) -> None:
    assert links.way(page, target) == way
    assert links.html_way(page, f"{target}#row") == way.replace(".md", ".html") + "#row"


@given(PATHS, PATHS)
def test_the_way_leads_to_its_target(page: str, target: str) -> None:
    assert normpath(join(dirname(page), links.way(page, target))) == target


@pytest.mark.parametrize(
    ("address", "whole", "known", "reached"),
    [
        ("https://example.org/r/", *("https://example.org/r/datasets/b.html",) * 3),
        ("", "datasets/b.html", "", "b.html"),
    ],
)
def test_who_reads_elsewhere_gets_the_whole_address_where_it_is_known(
    address: str, whole: str, known: str, reached: str
) -> None:
    config = replace(rivers().config, address=address)
    assert links.absolute(config, "datasets/b.md") == whole
    assert links.published_at(config, "datasets/b.md") == known
    assert links.reached(config, "datasets/a.md", "datasets/b.md") == reached


CONTACTS = {
    "post@vell.example": ("post@vell.example", "mailto:post@vell.example"),
    "first.last+vell@sub.vell.example": (
        "first.last+vell@sub.vell.example",
        "mailto:first.last+vell@sub.vell.example",
    ),
    "a&b?c#d@vell.example": ("a&b?c#d@vell.example", "mailto:a%26b%3Fc%23d@vell.example"),
    "https://vell.example/write.html?to=us#form": ("", "https://vell.example/write.html?to=us#form"),
    "https://social.example/@vell": ("", "https://social.example/@vell"),
    "HTTPS://vell.example/{us}": ("", "HTTPS://vell.example/%7Bus%7D"),
    "Friends of the Vell @ the mill": ("", ""),
    "post@mill": ("", ""),
    "post@vell.example, or at the mill": ("", ""),
    "@vell": ("", ""),
    "javascript:alert(1)@vell.example": ("", ""),
    "At the mill": ("", ""),
}


@pytest.mark.parametrize(("contact", "expected"), CONTACTS.items())
def test_a_contact_is_an_e_mail_address_only_if_it_is_one(contact: str, expected: tuple[str, str]) -> None:
    config = replace(rivers().config, contact=contact)
    mail, address = expected
    assert (links.mail(config), links.contact_address(config)) == expected
    named = {"email": mail} if mail else {"url": address} if address else {}
    assert links.contact_fields(config, "email", "url") == named


TAGS = {
    "post@vell.example": "vell.example",
    "first.last@vell.example": "vell.example",
    "https://vell.example/write.html": "vell.example",
    "At the mill": "invalid",
}


@pytest.mark.parametrize(("contact", "host"), TAGS.items())
def test_a_name_without_an_authority_is_under_the_host_of_the_contact(contact: str, host: str) -> None:
    config = replace(rivers().config, contact=contact, authority="")
    assert links.tag_uri(config, rivers().edition.date, "x") == f"tag:{host},2021-03-01:x"
