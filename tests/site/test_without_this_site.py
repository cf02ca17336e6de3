"""Another organisation removes data/, content/ and tests/site/, and keeps a green suite."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.fixtures.commands import Run
from tests.fixtures.folders import copied
from tests.fixtures.repository import ROOT

pytestmark = pytest.mark.slow
REACHES = re.compile(r"\b(?:SLOW_)?OWN\b|\breal\(|\b(?:ROOT|root) / \"[dc]")
"""What a test has in it that could reach the data of this checkout."""


def test_the_generator_is_tested_without_the_data_of_this_site(run: Run, tmp_path: Path) -> None:
    """All modules are imported; of the tests those run that could reach the data, and are not slow, and those of PDFs."""
    bare = copied(ROOT, tmp_path / "bare")
    for name in ("data", "content", "tests/site"):
        shutil.rmtree(bare / name)
    (bare / ".venv").symlink_to(sys.prefix)
    alone = {"PYTHONPATH": str(bare)}
    reaching = [
        path.relative_to(bare)
        for path in sorted((bare / "tests").rglob("test_*.py"))
        if REACHES.search(path.read_text(encoding="utf-8"))
    ]
    assert len(reaching) > 10
    run("python", "-m", "pytest", "-q", "--collect-only", "tests", "generators", cwd=bare, **alone)
    run("python", "-m", "pytest", "-q", "-m", "not slow", *reaching, cwd=bare, **alone)
    run("python", "-m", "pytest", "-q", "tests/exports/pdf", cwd=bare, **alone)
