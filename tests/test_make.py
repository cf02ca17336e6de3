"""What is typed after `make`: no name reaches the shell as anything else, and no folder of somebody else is emptied."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.fixtures.commands import Run
from tests.fixtures.folders import files
from tests.fixtures.published_site import small_site

pytestmark = pytest.mark.slow

ODD = (
    "a b",
    "it's",
    'a "b"',
    "-rf",
    "*",
    "$HOME",
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "$(shell touch pwned)",
    "#x",
    "a\\b",
)
"""Names that a shell, or make, would take for something else."""


@pytest.fixture
def here(tmp_path: Path, root: Path) -> Path:
    """A folder with our Makefile, an environment, a site and folders of somebody else."""
    shutil.copy(root / "Makefile", tmp_path)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    small_site(tmp_path / "site", "A site.")
    for name in ("a", "b", "home", "v"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text("Years of work.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["home", "v", ".", "", "Makefile", "site/.."])
def test_clean_refuses_a_folder_that_no_build_made(here: Path, run: Run, name: str) -> None:
    before = files(here)
    for arguments, variables in ((("make", "clean", f"LAST={name}"), {}), (("make", "clean"), {"LAST": name})):
        told = run(*arguments, cwd=here, fails=True, **variables).stderr
        assert "Name another folder" in told or "expected a full path" in told
    assert files(here) == before
    assert (here / ".venv").exists()


@pytest.mark.parametrize("name", ODD)
def test_clean_removes_the_site_of_that_very_name(here: Path, run: Run, name: str) -> None:
    before = files(here)
    small_site(here / name, "A site.")
    run("make", "clean", f"LAST={name}", cwd=here)
    assert files(here) == before
    assert not (here / name).exists()


def test_clean_removes_what_can_be_made_again(here: Path, run: Run) -> None:
    small_site(here / "site/v/1.0.0", "An edition.")
    (here / ".build/next.x").mkdir(parents=True)
    (here / ".build/published/docs/v").mkdir(parents=True)
    kept = files(here / "site/v")
    assert run("make", "clean", cwd=here).stdout == "site: left v, which no build created.\n"
    assert files(here / "site/v") == kept
    assert {path.name for path in here.iterdir()} == {".build", "Makefile", "a", "b", "home", "site", "v"}
    assert [path.name for path in (here / ".build").iterdir()] == ["published"]


def test_clean_works_where_nothing_is_installed(here: Path, run: Run) -> None:
    (here / ".venv").unlink()
    assert "stays as it is" in run("make", "clean", cwd=here).stdout
    assert (here / "site/index.html").is_file()
