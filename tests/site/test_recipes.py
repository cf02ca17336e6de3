"""CONTRIBUTING.md tells the truth: each recipe is performed as written, on a copy of this site, and works."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generators.build import pipeline
from tests.fixtures.folders import CACHE
from tests.fixtures.repository import ROOT

STEP = re.compile(
    r"(?P<verb>Append to|Create|[Ii]n) `(?P<path>[^`]+)`(?:, replace\n\n```\w+\n(?P<old>.*?)\n```\n\nwith|:)\n\n```\w+\n(?P<text>.*?)\n```",
    re.DOTALL,
)
RECIPES = {
    title: tuple(STEP.finditer(body))
    for title, body in re.findall(
        r"^## (Add .*?)\n(.*?)(?=^## (?:Add|Files))",
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
}
SHOWN = {
    "Add an observation": ("docs/datasets/hashimi-kidnap-murder.md", "An example row."),
    "Add a dataset": ("docs/datasets/example-count.md", "3 to 5"),
    "Add a source, a place, a correction": ("docs/corrections.md", "An example of what it says."),
    "Add a grade": ("docs/sources/graded-2018.md", "C: fairly reliable. An example."),
    "Add an origin, a dispute": ("docs/disagreements/index.md", "1 figure, 1 origin; contested"),
    "Add a chart": ("docs/datasets/hashimi-kidnap-murder.md", "Example of a chart"),
    "Add a briefing": ("docs/briefings/example-briefing.md", "at least 83"),
    "Add a footnote, an author, a language": (
        "docs/briefings/example-footnote.md",
        'aria-label="Back to footnote 1 in the text"',
    ),
    "Add a judgement, a claim": ("docs/claims.md", "An example of what somebody claimed."),
    "Add a chart kind, a page kind, an export, a check": ("docs/data/titles.txt", "Terrorism trials in Iraq"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("data", "content", "generators"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def perform(step: re.Match[str], folder: Path) -> None:
    path = folder / step["path"]
    if step["old"]:
        before = path.read_text(encoding="utf-8")
        assert step["old"] in before, f"{step['path']} has no line {step['old']}"
        path.write_text(before.replace(step["old"], step["text"]), encoding="utf-8")
    elif step["verb"] == "Create":
        assert not path.exists(), f"{step['path']} exists already"
        path.write_text(step["text"] + "\n", encoding="utf-8")
    else:
        before = path.read_text(encoding="utf-8").replace("[]\n", "")
        path.write_text(before + step["text"] + "\n", encoding="utf-8")


def test_every_recipe_is_known_here() -> None:
    assert set(RECIPES) == set(SHOWN)
    assert all(RECIPES.values())


@pytest.mark.slow
@pytest.mark.parametrize("title", SHOWN)
def test_a_recipe_needs_no_other(title: str, copy: Path) -> None:
    for step in RECIPES[title]:
        perform(step, copy)
    pipeline.read(copy)


@pytest.mark.slow
def test_what_every_recipe_adds_is_shown(copy: Path) -> None:
    """All of them one after another, by the generators as the recipes leave them."""
    for title in SHOWN:
        for step in RECIPES[title]:
            perform(step, copy)
    if (ROOT / CACHE).exists():
        shutil.copytree(ROOT / CACHE, copy / CACHE)
    command = [sys.executable, "-m", "generators.cli", "write", "out"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {title: (copy / "out" / path).read_text(encoding="utf-8") for title, (path, _) in SHOWN.items()}
    assert [title for title, (_, text) in SHOWN.items() if text not in written[title]] == []
    assert not (copy / "out/docs/briefings/example-draft.md").exists()
