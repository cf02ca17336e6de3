"""A program that has a file without its address finds its way: every address of the site in it is whole."""

import json
import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from generators.pages.head import heads
from tests.fixtures.plain_texts import small_site
from tests.fixtures.river_site import rivers

ROOT = "https://vell.example/"
BY_RULE = {
    "data/index.json": {"page", "path"},
    "data/ro-crate-metadata.json": {"@id", "name"},
    "data/catalogue.jsonld": {"dct:title"},
    "data/index.schema.json": {"const"},
    "data/openapi.json": {"const", "$ref"},
}
"""Keys whose values are relative because the format wants them so, or because they are names: each of these files says the root too."""
PACKAGES = {"path"}
"""The same of Data Packages, whose `id` is whole."""


def strings(told: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in the JSON with the key that it is under."""
    if isinstance(told, dict):
        for name, value in told.items():
            yield from strings(value, name)
    elif isinstance(told, list):
        for value in told:
            yield from strings(value, key)
    elif isinstance(told, str):
        yield key, told


def known() -> set[str]:
    """The path of every page and file."""
    return {*small_site().assets, *(path.removesuffix(".md") + ".html" for path in small_site().pages)}


def relative(told: Any, path: str) -> set[tuple[str, str]]:
    """What in the JSON is the way to a page or file of the site, but not its whole address."""
    files, folder = known(), dirname(path)
    ways = ((key, text, text.partition("#")[0]) for key, text in strings(told))
    return {(key, text) for key, text, way in ways if text[:1] == "#" or {way, normpath(join(folder, way))} & files}


def test_each_file_names_the_site_s_pages_and_files_by_their_whole_addresses() -> None:
    paths = sorted(path for path in small_site().assets if path.endswith((".json", ".jsonld")))
    assert len(paths) > 20
    for path in paths:
        content = small_site().assets[path].content.decode()
        allowed = PACKAGES if path.endswith("datapackage.json") else BY_RULE.get(path, set())
        assert {(key, text) for key, text in relative(json.loads(content), path) if key not in allowed} == set(), path
        assert not allowed or path.endswith("schema.json") or ROOT in content, path


def test_a_page_s_head_tells_programs_whole_addresses() -> None:
    found = 0
    for path, head in heads(rivers(), small_site()).items():
        for told in re.findall(r'<script type="application/ld\+json">(.*?)</script>', head):
            assert relative(json.loads(told), path) == set(), path
            found += 1
    assert found > len(rivers().datasets)


def test_feeds_and_references_lead_to_whole_addresses() -> None:
    for path, asset in small_site().assets.items():
        text = asset.content.decode() if path.startswith(("feeds/", "cite/")) else ""
        links = re.findall(r"^ *url = \{(.*)\},$|^UR  - (.*?)\r?$", text, re.MULTILINE)
        if path.endswith(".atom"):
            links = [(each, "") for each in etree.fromstring(asset.content).xpath("//@href")]
        assert [link for link in map("".join, links) if not link.startswith("https://")] == [], path


def test_a_way_that_is_not_whole_is_seen() -> None:
    for text in ("#x", "gauge-levels.csv", "../downloads.html", "downloads.html#a", "data/gauge-levels.csv"):
        assert relative({"url": [text]}, "data/catalogue.jsonld") == {("url", text)}
    assert relative({"url": f"{ROOT}downloads.html", "name": "A name. #1"}, "data/catalogue.jsonld") == set()
