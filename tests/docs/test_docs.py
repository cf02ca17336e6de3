"""The documents for maintainers: links and anchors lead somewhere, every page is in the index, and the maps stay short."""

import json
import re
from pathlib import Path
from pkgutil import resolve_name

import pytest
import yaml

from tests.docs.screenshot import MOST, PICTURE
from tests.fixtures.repository import ROOT

DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = (*sorted(ROOT.glob("*.md")), *DOCS)
FORMS = [path for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`]*`", re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    wrong = []
    for link in _LINK.findall(text):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if "://" not in link and not (target.exists() and (not anchor or anchor in anchors(target))):
            wrong.append(link)
    assert wrong == []


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    missing = [page for page in DOCS if f"]({page.relative_to(ROOT / 'docs').as_posix()})" not in index]
    assert missing == [ROOT / "docs" / "README.md"]


@pytest.mark.parametrize(("name", "most"), [("ARCHITECTURE.md", 120), ("CONTRIBUTING.md", 120), ("README.md", 60)])
def test_what_everybody_reads_is_short(name: str, most: int) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= most


@pytest.mark.parametrize("page", sorted((ROOT / "docs/explanation/decisions").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_has_one_form(page: Path) -> None:
    title, *rest = re.findall(r"^(?:#+ .*|Date: .*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert re.match(rf"# {int(page.stem[:4])}\. [A-Z]", title)
    assert re.fullmatch(r"Date: \d{4}-\d\d-\d\d", rest[0])
    assert rest[1:] == ["## Context", "## Decision", "## Consequences"]


def test_the_changelog_has_known_headings_and_a_line_for_each_change() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert all(re.match(r"\d+\.\d+\.\d+ \(edition of \d+ \w+ \d{4}\)$", version) for version in versions[1:])
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= {"Added", "Changed", "Fixed", "Removed"}
    entries = text.partition("## Unreleased")[2].splitlines()
    assert [line for line in entries if line and not line.startswith(("- ", "#"))] == []


def test_the_picture_of_the_site_is_small() -> None:
    assert f"]({PICTURE})" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / PICTURE).stat().st_size < MOST


def test_the_forms_can_be_read() -> None:
    for form in FORMS:
        fields = yaml.safe_load(form.read_text(encoding="utf-8"))
        assert {"name", "description", "title", "body"} == set(fields), form.name
        assert all(field["type"] == "markdown" or field["id"] for field in fields["body"]), form.name
    assert yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["version"] == 2
    assert json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))["image"]


WALKS = re.findall(r"`([a-z_]+(?:\.\w+)+)`", (ROOT / "docs/explanation/one-number.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in WALKS if not name.endswith(("csv", "yml", "zip"))])
def test_a_function_of_the_walks_exists(name: str) -> None:
    assert resolve_name(f"generators.{name}")


def test_the_walks_name_functions() -> None:
    assert len(WALKS) > 20
