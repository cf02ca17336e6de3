"""docs/ tells the truth: the recipes and the tutorial are performed as written, on copies of the two sites, and work."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.build import pipeline
from generators.build.errors import Refused
from tests.fixtures.cached_reading import remembering
from tests.fixtures.folders import CACHE
from tests.fixtures.repository import ROOT

TUTORIAL = ROOT / "docs" / "tutorial" / "first-briefing.md"
STEP = re.compile(
    r"(?P<verb>Append to|Create|[Ii]n) `(?P<path>[^`]+)`(?:, replace\n\n```\w+\n(?P<old>.*?)\n```\n\nwith|:)\n\n```\w+\n(?P<text>.*?)\n```",
    re.DOTALL,
)


def steps(guide: Path) -> tuple[re.Match[str], ...]:
    return tuple(STEP.finditer(guide.read_text(encoding="utf-8")))


RECIPES = {guide.stem: steps(guide) for guide in sorted((ROOT / "docs" / "how-to").glob("*.md")) if steps(guide)}
SHOWN = {
    "add-an-observation": ("docs/datasets/hashimi-kidnap-murder.md", "An example row."),
    "add-a-dataset": ("docs/datasets/example-count.md", "3 to 5"),
    "add-a-source": ("docs/sources/example-2018.md", "An example document"),
    "add-a-place": ("docs/places/example-town.md", "Exampleton"),
    "add-a-correction": ("docs/corrections.md", "An example of what it says."),
    "add-a-grade": ("docs/sources/graded-2018.md", "C: fairly reliable. An example."),
    "add-an-origin": ("docs/disagreements/index.md", "1 figure, 1 origin"),
    "add-a-dispute": ("docs/disagreements/index.md", "1 figure, 1 origin; disputed"),
    "add-a-chart": ("docs/datasets/hashimi-kidnap-murder.md", "Example of a chart"),
    "add-a-briefing": ("docs/briefings/example-briefing.md", "at least 83"),
    "add-footnotes-and-authors": (
        "docs/briefings/example-footnote.md",
        'aria-label="Back to footnote 1 in the text"',
    ),
    "add-a-judgement": ("docs/judgements.md", "that the example is read."),
    "add-a-claim": ("docs/claims.md", "An example of what somebody claimed."),
    "add-an-export": ("docs/data/titles.txt", "Terrorism trials in Iraq"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("data", "content", "generators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def unreleased(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of which a file that is there again is not read again."""
    with remembering():
        yield tmp_path_factory.mktemp("unreleased") / "site"


@pytest.fixture
def early(unreleased: Path) -> Iterator[Path]:
    """In it, the data and content before any release, and before a correction, which names what a release had."""
    for name in ("data", "content", "generators"):
        shutil.copytree(ROOT / name, unreleased / name, ignore=shutil.ignore_patterns("releases"))
    (unreleased / "data/corrections.yml").write_text("[]\n", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", unreleased)
    yield unreleased
    shutil.rmtree(unreleased)


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


def written(site: Path) -> Path:
    """The Markdown of the site, made by its own generators if it has any."""
    command: list[str | Path] = [sys.executable, "-m", "generators.cli", "write", "--root", site, site / "out"]
    cwd = site if (site / "generators").exists() else ROOT
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return site / "out"


def test_every_recipe_is_known_here() -> None:
    assert set(RECIPES) == set(SHOWN)


def test_every_example_that_names_a_file_is_performed() -> None:
    """A block of CSV, YAML, Markdown or Python without a step before it would be tested by nobody."""
    for guide in (*sorted((ROOT / "docs" / "how-to").glob("*.md")), TUTORIAL):
        blocks = len(re.findall(r"^```\w+$", guide.read_text(encoding="utf-8"), re.MULTILINE))
        assert blocks == sum(2 if step["old"] else 1 for step in steps(guide)), guide.name


@pytest.mark.slow
@pytest.mark.parametrize("name", SHOWN)
def test_a_recipe_needs_no_other(name: str, early: Path) -> None:
    for step in RECIPES[name]:
        perform(step, early)
    pipeline.load_checked(early)


@pytest.mark.slow
def test_what_every_recipe_adds_is_shown(copy: Path) -> None:
    """All of them one after another, by the generators as the recipes leave them."""
    for name in SHOWN:
        for step in RECIPES[name]:
            perform(step, copy)
    if (ROOT / CACHE).exists():
        shutil.copytree(ROOT / CACHE, copy / CACHE)
    out = written(copy)
    texts = {name: (out / path).read_text(encoding="utf-8") for name, (path, _) in SHOWN.items()}
    assert [name for name, (_, text) in SHOWN.items() if text not in texts[name]] == []
    assert not (out / "docs/briefings/example-draft.md").exists()


@pytest.mark.slow
def test_the_tutorial_leads_to_a_briefing(tmp_path: Path) -> None:
    site = Path(shutil.copytree(ROOT / "tests" / "sites" / "rivers", tmp_path / "vell"))
    table, sidecar, *others = steps(TUTORIAL)
    perform(table, site)
    for step in (sidecar, *others):
        perform(step, site)
        pipeline.load_checked(site)
    briefing = (written(site) / "docs/briefings/low-water.md").read_text(encoding="utf-8")
    assert "at least 11" in briefing


def test_the_mistake_of_the_tutorial_is_answered(tmp_path: Path) -> None:
    site = Path(shutil.copytree(ROOT / "tests" / "sites" / "rivers", tmp_path / "vell"))
    for step in steps(TUTORIAL)[:2]:
        perform(step, site)
    table = site / "data/levels/low-water-days.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",7,", ",7l,"), encoding="utf-8")
    with pytest.raises(Refused, match=r'low-water-days\.csv:3:19  value: found "7l", expected .* Did you mean 71\?'):
        pipeline.load_checked(site)
