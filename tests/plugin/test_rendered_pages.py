"""Pages from the cache: after each edit the site is the same, byte for byte, as one built with an empty cache."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.commands import Run
from tests.fixtures.folders import edit, files
from tests.fixtures.river_site import CACHE, rivers_copy

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    """A copy of the small site with drawings made before, and no pages."""
    root = rivers_copy(tmp_path / "rivers", drawings)
    (root / CACHE).unlink()
    shutil.copytree(drawings, root / CACHE)
    for name in ("html", "pages"):
        shutil.rmtree(root / CACHE / name, ignore_errors=True)
    return root


def override(root: Path) -> None:
    (root / "own").mkdir()
    (root / "own/main.html").write_text('{% extends "base.html" %}{% block styles %}{% endblock %}', "utf-8")
    edit(root / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: own\n")


EDITS: dict[str, Callable[[Path], object]] = {
    "a cell": lambda root: edit(root / "data/levels/gauge-levels.csv", "2020-03,199,", "2020-03,198,"),
    "a sentence": lambda root: edit(root / "content/briefings/river-levels.md", "so its fall is", "so the fall is"),
    "a heading": lambda root: edit(root / "content/briefings/river-levels.md", "## What moved", "## What fell"),
    "a chart": lambda root: edit(root / "content/charts/levels.yml", "title: ", "title: New "),
    "the site's name": lambda root: edit(root / "content/site.yml", "name: ", "name: New "),
    "a link of the footer": lambda root: edit(root / "mkdocs.yml", "title: About", "title: Who we are"),
    "an override of the theme": override,
    "the override renamed": lambda root: (root / "own/main.html").rename(root / "own/other.html"),
    "a new page": lambda root: shutil.copy(root / "content/about.md", root / "content/colophon.md"),
    "a page that vanishes": lambda root: (root / "content/colophon.md").unlink(),
}


def test_after_each_edit_the_site_is_that_of_an_empty_cache(run: Run, folder: Path, tmp_path: Path) -> None:
    build(run, folder, tmp_path / "first")
    for name, change in EDITS.items():
        change(folder)
        cached = build(run, folder, tmp_path / "cached")
        for part in ("html", "pages"):
            (folder / CACHE / part).rename(tmp_path / part)
        clean = build(run, folder, tmp_path / "clean")
        assert [path for path in {*cached, *clean} if cached.get(path) != clean.get(path)] == [], name
        for part in ("html", "pages"):
            shutil.rmtree(folder / CACHE / part)
            (tmp_path / part).rename(folder / CACHE / part)


def build(run: Run, folder: Path, site: Path) -> dict[str, bytes]:
    run("mkdocs", "build", "--strict", "--site-dir", site, cwd=folder)
    return files(site)


def test_pages_come_from_the_cache(run: Run, folder: Path, tmp_path: Path) -> None:
    before = build(run, folder, tmp_path / "site")
    entries = files(folder / CACHE / "html")
    assert len(entries) > 30
    assert build(run, folder, tmp_path / "site") == before
    assert files(folder / CACHE / "html") == entries
    edit(folder / "content/briefings/river-levels.md", "so its fall is", "so the fall is")
    build(run, folder, tmp_path / "site")
    added = len(files(folder / CACHE / "html")) - len(entries)
    assert 1 <= added <= 3


def test_a_warning_is_told_at_each_build(run: Run, folder: Path, tmp_path: Path) -> None:
    """A page with a warning is never kept, also by a build that does not show it."""
    with (folder / "content/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[no such heading](methodology.md#none)\n<a href='../nowhere.md'>lost</a>\n")
    for arguments in (("--quiet",), ("--strict",), ("--strict",)):
        finished = run("mkdocs", "build", *arguments, "--site-dir", tmp_path / "site", cwd=folder, fails=True)
        assert "about.md" in finished.stdout + finished.stderr


def test_another_plugin_sees_every_page(run: Run, folder: Path, tmp_path: Path) -> None:
    before = build(run, folder, tmp_path / "site")
    (folder / "hook.py").write_text("def on_page_content(html, **_): return html + '<p>By a hook.</p>'\n", "utf-8")
    edit(folder / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    pages = {path for path in build(run, folder, tmp_path / "site") if path.endswith(".html")} - {"404.html"}
    site = files(tmp_path / "site")
    shown = {path for path in pages if not path.startswith(("text/", "embed/")) and b"md-content" in site[path]}
    assert shown
    assert all(b"By a hook." in site[path] for path in shown)
    assert not any(b"By a hook." in content for content in before.values())
