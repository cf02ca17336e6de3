"""The name of an edition that is not kept beside the site is words, wherever the site goes."""

import re
from pathlib import Path

import pytest

from generators.build.verify import verified
from tests.fixtures.commands import Run
from tests.fixtures.published_site import small_site
from tests.fixtures.river_site import rivers_copy


@pytest.mark.slow
def test_an_edition_that_is_released_and_not_kept_is_no_link_anywhere(run: Run, tmp_path: Path, drawings: Path) -> None:
    """As MkDocs builds the site, as it is written for other engines, and as it is published beside another kept edition."""
    folder = rivers_copy(tmp_path / "rivers", drawings)
    run("briefings", "release", "--root", folder)
    run("mkdocs", "build", "--strict", "--site-dir", tmp_path / "next", cwd=folder)
    run("briefings", "write", tmp_path / "written", cwd=folder)
    other = tmp_path / "published" / "v" / "0.9.0"
    other.mkdir(parents=True)
    small_site(tmp_path / "published", "A page.")
    small_site(other, "A page.")
    run("briefings", "publish", tmp_path / "next", tmp_path / "published")
    texts = [
        path.read_text(encoding="utf-8")
        for top in ("written", "published")
        for path in (tmp_path / top).rglob("*")
        if path.suffix in {".html", ".md", ".txt"}
    ]
    assert any("v/1.0.0/" in text for text in texts)
    assert [text for text in texts if re.search(r"""(?:href=["']|\]\()[^"')]*v/1\.0\.0/""", text)] == []
    assert "all match" in verified(tmp_path / "published")
