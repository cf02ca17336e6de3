"""A site is up to date only if nothing that it is made from has changed, and nothing in it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.build.inputs import inputs_digest, is_current, remember
from tests.fixtures.folders import edit
from tests.fixtures.published_site import small_site
from tests.fixtures.river_site import CACHE, RIVERS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RIVERS, tmp_path / "rivers", ignore=shutil.ignore_patterns(CACHE)))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a cell": lambda root: edit(root / "data/levels/gauge-levels.csv", ",212,", ",213,"),
    "a text": lambda root: edit(root / "content/about.md", "e", "o"),
    "a setting": lambda root: edit(root / "mkdocs.yml", "anchors: warn", "anchors: info"),
    "a new file": lambda root: (root / "content/new.md").touch(),
    "a file renamed": lambda root: (root / "content/about.md").rename(root / "content/us.md"),
    "a file removed": lambda root: (root / "data/events.csv").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_has_another_digest(root: Path, change: Callable[[Path], object]) -> None:
    before = inputs_digest(root, "")
    assert inputs_digest(root, "") == before != ""
    change(root)
    assert inputs_digest(root, "") != before


def test_the_address_and_what_the_settings_name_count(root: Path) -> None:
    before = inputs_digest(root, "")
    assert inputs_digest(root, "https://vell.example/") != before
    edit(root / "mkdocs.yml", "  - briefings\n", "  - briefings: {templates: own/templates}\n")
    (root / "own/templates/pages").mkdir(parents=True)
    named = inputs_digest(root, "")
    (root / "own/templates/pages/home.md").touch()
    assert inputs_digest(root, "") != named


@pytest.mark.parametrize(
    "line",
    [
        "copyright: !ENV OWNER",
        "INHERIT: base.yml",
        "hooks: [./hook.py]",
        "extra_css: [../common/site.css]",
        f"extra: {{themes: {sys.prefix}}}",
        "extra: {icons: !!python/name:mine.icons ''}",
        "extra: {folder: ..}",
        "copyright: 'not closed",
    ],
)
def test_nothing_is_known_of_a_site_that_is_made_from_elsewhere(root: Path, line: str) -> None:
    edit(root / "mkdocs.yml", "docs_dir:", f"{line}\ndocs_dir:")
    assert inputs_digest(root, "") == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - briefings\n", "  - briefings\n  - tags\n"),
        ("  - briefings\n", "  - search: {lang: en}\n  - rss: {x: y}\n  - briefings\n"),
        ("  - briefings\n", "  briefings: {}\n  rss: {}\n"),
        ("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"),
        ("  - attr_list\n", "  - attr_list\n  - another.extension: {folder: other}\n"),
    ],
)
def test_nothing_is_known_of_a_site_with_other_code(root: Path, old: str, new: str) -> None:
    edit(root / "mkdocs.yml", old, new)
    assert inputs_digest(root, "") == ""


@pytest.mark.parametrize("name", ["own", "./own", ".own", "'our theme'"])
def test_a_folder_named_from_here_counts(root: Path, name: str) -> None:
    edit(root / "mkdocs.yml", "  name: material", f"  custom_dir: {name}\n  name: material")
    folder = root / name.strip("'")
    folder.mkdir()
    before = inputs_digest(root, "")
    (folder / "main.html").touch()
    assert inputs_digest(root, "") != before != ""


def test_a_folder_that_is_made_does_not_count(root: Path) -> None:
    edit(root / "mkdocs.yml", "  - briefings\n", "  - briefings: {cache: kept/charts}\n")
    before = inputs_digest(root, "")
    (root / "kept/charts").mkdir(parents=True)
    (root / "kept/charts/entry").touch()
    assert inputs_digest(root, "") == before != ""


def test_a_site_is_current_until_it_or_its_inputs_change(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    small_site(site, "A site.")
    assert not is_current(site, cache, "a")
    remember(site, cache, "a")
    assert is_current(site, cache, "a")
    assert not is_current(site, cache, "b")
    assert not is_current(site, cache, "")
    page = site / "index.html"
    text = page.read_text("utf-8")
    page.write_text(f"{text} ", "utf-8")
    assert not is_current(site, cache, "a")
    page.write_text(text, "utf-8")
    assert is_current(site, cache, "a")
    page.unlink()
    assert not is_current(site, cache, "a")


def test_an_unknown_digest_is_never_current(tmp_path: Path) -> None:
    small_site(tmp_path / "site", "A site.")
    remember(tmp_path / "site", tmp_path / "cache", "")
    assert not is_current(tmp_path / "site", tmp_path / "cache", "")
