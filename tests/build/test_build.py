"""The site as a whole, through the public commands: same input, same bytes; light pages; safe edits."""

import sys
from pathlib import Path

import pytest

from tests.fixtures.commands import Run
from tests.fixtures.folders import copied

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the repository that a test may break."""
    folder = copied(root, tmp_path / "copy")
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


BROKEN = {
    "a letter in a number": ("data/events.csv", "2003-04,", "2oo3-04,", "data/events.csv:2"),
    "an unknown source": ("data/events.csv", "guardian-2010-07-15", "guardian-nowhere", "guardian-nowhere"),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_edit_is_named_and_leaves_the_last_good_site(
    copy: Path, run: Run, file: str, old: str, new: str, told: str
) -> None:
    good = copy / "site"
    good.mkdir()
    (good / "index.html").write_text("the last good site")
    _edit(copy / file, old, new)
    done = run("make", "site", cwd=copy, fails=True)
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert [path.name for path in good.iterdir()] == ["index.html"]


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
