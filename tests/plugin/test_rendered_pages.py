"""Pages from the cache; tests/edits/test_edits.py compares the site with one built without it."""

import shutil
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
