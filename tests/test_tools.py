"""Formatting, lint, types and import contracts, as tests: they share the cores with the others, and one summary says everything."""

import shutil
from pathlib import Path

import pytest

from tests.fixtures.commands import Run
from tests.fixtures.folders import files

TOOLS = {
    "types": ("mypy", "--no-error-summary"),
    "format": ("ruff", "format", "--diff", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "imports": ("lint-imports", "--no-cache"),
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_tool_has_nothing_to_say(command: tuple[str, ...], run: Run) -> None:
    run(*command)


@pytest.mark.slow
def test_a_clone_that_asks_for_windows_line_ends_has_the_same_bytes(run: Run, root: Path, tmp_path: Path) -> None:
    if not (root / ".git").exists() or not shutil.which("git"):
        pytest.skip("This copy of the repository has no history, or the machine no git.")
    for name in ("false", "true"):
        run("git", "-c", f"core.autocrlf={name}", "clone", "--quiet", root, tmp_path / name)
        shutil.rmtree(tmp_path / name / ".git")
    assert files(tmp_path / "true") == files(tmp_path / "false")
