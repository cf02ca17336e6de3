"""The small site through ProperDocs: with our plugin, and from the folder that needs none."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Run, pages
from tests.rivers import ROOT

pytestmark = pytest.mark.slow
PROPERDOCS = ("properdocs", "build", "--strict", "--config-file", "mkdocs.yml")


@pytest.fixture(scope="module")
def rivers(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small site, built by MkDocs."""
    folder = Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("engines") / "rivers"))
    run("mkdocs", "build", "--strict", cwd=folder)
    return folder


def test_properdocs_runs_the_plugin(run: Run, rivers: Path, tmp_path: Path) -> None:
    run(*PROPERDOCS, "--site-dir", tmp_path / "site", cwd=rivers)
    assert pages(tmp_path / "site") == pages(rivers / "site")


def test_properdocs_builds_the_written_folder(run: Run, rivers: Path, tmp_path: Path) -> None:
    run("briefings", "write", tmp_path / "out", cwd=rivers)
    run(*PROPERDOCS, cwd=tmp_path / "out")
    run("briefings", "seal", tmp_path / "out" / "site")
    assert pages(rivers / "site") - pages(tmp_path / "out" / "site") == set()
    assert "<svg" in (tmp_path / "out" / "site" / "index.html").read_text(encoding="utf-8")
