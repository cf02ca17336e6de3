"""A share of the edits, the programs that compare two builds, and what they must find."""

import json
import re
import shutil
import sys
import zlib
from pathlib import Path
from random import Random

import pytest

from generators.cache import store, stored
from tests.edits.builds import Result
from tests.edits.registry import TEXTS, Edit, next_edit
from tests.edits.trials import Pair, texts_of
from tests.edits.whole_files import WHOLE_FILES, Files
from tests.fixtures.commands import Run
from tests.fixtures.folders import CACHE
from tests.fixtures.river_site import RIVERS, rivers_copy

NUMBER, SEED = "5", "6"
SITE = Result("", {"index.html": "1", "about.html": "2"})


def edits(seed: str, number: int) -> list[Edit]:
    """The edits of that seed, each made, none refused."""
    random, texts = Random(seed), texts_of(RIVERS)  # noqa: S311 - the same edits each time
    earlier, made = list[Files](), list[Edit]()
    for _ in range(number):
        edit = next_edit(random, texts, earlier)
        made.append(edit)
        earlier.append(texts)
        texts = {path: text for path, text in {**texts, **edit.changes}.items() if text is not None}
    return made


@pytest.mark.slow
def test_after_each_edit_the_site_is_that_of_a_clean_build(run: Run) -> None:
    told = run("python", "-m", "tests.edits", NUMBER, SEED).stdout
    assert told.startswith(f"{NUMBER} edits of ")
    assert told.endswith(" refused by both: no difference\n")


def test_a_seed_gives_the_same_edits() -> None:
    assert edits("1", 30) == edits("1", 30) != edits("2", 30)


def test_every_kind_of_edit_happens() -> None:
    kinds = {edit.kind.rpartition(".")[2] for seed in range(12) for edit in edits(str(seed), 40)}
    listed = {change.__name__ for _, change in TEXTS} | {change.__name__ for change in WHOLE_FILES}
    assert kinds == listed | {"undone"}


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        (SITE, []),
        (Result("", {"index.html": "1", "about.html": "3"}), ["about.html"]),
        (Result("", {"index.html": "1"}), ["about.html"]),
        (Result("WARNING", SITE.digests), ["\n--- with the cache\nWARNING\n--- without\n"]),
    ],
)
def test_a_difference_is_found(kept: Result, found: list[str], tmp_path: Path) -> None:
    shutil.copy(RIVERS / "mkdocs.yml", tmp_path)
    assert [*Pair(tmp_path, tmp_path).differences(kept, SITE)] == found


def test_another_site_of_the_same_inputs_is_found(tmp_path: Path) -> None:
    shutil.copy(RIVERS / "mkdocs.yml", tmp_path)
    pair, other = Pair(tmp_path, tmp_path), Result("", {**SITE.digests, "about.html": "3"})
    assert [*pair.differences(SITE, SITE)] == []
    assert [*pair.differences(other, other)] == ["about.html, although the digest of inputs is the same"]
    (tmp_path / "mkdocs.yml").write_text("site_name: Another\n", encoding="utf-8")
    assert [*pair.differences(other, other)] == []


@pytest.mark.slow
def test_make_compare_finds_an_entry_that_is_valid_and_wrong(
    tmp_path: Path, drawings: Path, root: Path, run: Run
) -> None:
    site = rivers_copy(tmp_path / "site", drawings)
    (site / CACHE).unlink()
    shutil.copytree(drawings, site / CACHE)
    shutil.rmtree(site / CACHE / "html", ignore_errors=True)
    run("mkdocs", "build", "--strict", "--site-dir", tmp_path / "first", cwd=site)
    (entry,) = (path for path in (site / CACHE / "html").iterdir() if "own no gauge" in html_of(path))
    values = json.loads(zlib.decompress(stored(entry)))
    values["html"] = values["html"].replace("own no gauge", "own a gauge")
    store(entry, zlib.compress(json.dumps(values).encode()))
    assert "own a gauge" in html_of(entry)
    for path in ("Makefile", "tests"):
        (site / path).symlink_to(root / path)
    (site / ".venv").symlink_to(sys.prefix)
    recipe = run("make", "--dry-run", "compare", cwd=site).stdout.splitlines()[-1]
    told = run("bash", "-c", recipe, cwd=site, fails=True).stdout
    different = re.findall("(.*) is another file with the cache", told)
    assert different == ["SHA256SUMS", "about.html", "offline.sha256", "offline.zip"]


def html_of(entry: Path) -> str:
    html: str = json.loads(zlib.decompress(stored(entry)))["html"]
    return html
