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


SOME = """
import sys
from pathlib import Path
import pytest

class Some:
    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        root, reaching = Path.cwd(), set(sys.argv[1:])
        paths = [(item, item.path.relative_to(root).as_posix()) for item in items]
        items[:] = [
            item for item, path in paths
            if path.startswith("tests/exports/pdf/") or (path in reaching and not item.get_closest_marker("slow"))
        ]

sys.exit(pytest.main(["-q", "tests", "generators"], plugins=[Some()]))
"""
"""Imports everything, and of the tests runs those that could reach the data, and are not slow, and those of PDFs."""


def test_the_generator_is_tested_without_the_data_of_this_site(run: Run, tmp_path: Path) -> None:
    bare = copied(ROOT, tmp_path / "bare")
    for name in ("data", "content", "tests/site"):
        shutil.rmtree(bare / name)
    (bare / ".venv").symlink_to(sys.prefix)
    reaching = [
        path.relative_to(bare)
        for path in sorted((bare / "tests").rglob("test_*.py"))
        if REACHES.search(path.read_text(encoding="utf-8"))
    ]
    assert len(reaching) > 10
    run("python", "-c", SOME, *reaching, cwd=bare, PYTHONPATH=str(bare))
