"""Whoever holds a copy can tell whether it is what was published: every changed, missing and added file is named."""

from pathlib import Path

import pytest

from generators.build import checksums
from generators.cli import main


@pytest.mark.slow
def test_the_built_site_is_what_its_list_says(built: Path) -> None:
    assert main(["verify", str(built)]) == 0
    listed = checksums.parse_checksums((built / "SHA256SUMS").read_text(encoding="utf-8")) or {}
    assert {"index.html", "search/index.js", "sitemap.xml", "data/all.zip"} <= set(listed)
