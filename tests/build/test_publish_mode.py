"""A published folder can be served: it keeps the mode that it had, or follows the umask."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.build import publish
from tests.fixtures.folders import mode_of
from tests.fixtures.published_site import small_site


@pytest.fixture(params=[0o022, 0o027, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """The umask of the process while the test runs."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_the_first_site_has_the_mode_that_the_umask_leaves(umask: int, tmp_path: Path) -> None:
    small_site(tmp_path / "next", "new").chmod(0o700)
    publish.publish_folder(tmp_path / "next", tmp_path / "site")
    assert mode_of(tmp_path / "site") == 0o777 & ~umask
    assert mode_of(tmp_path / "site" / "index.html") == 0o666 & ~umask


@pytest.mark.parametrize("mode", [0o700, 0o750, 0o755, 0o2775], ids=oct)
@pytest.mark.parametrize("system", [sys.platform, "one that cannot exchange folders"])
def test_a_new_site_has_the_mode_of_the_old_one(
    umask: int, mode: int, system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_site(tmp_path / "site", "old").chmod(mode)
    small_site(tmp_path / "next", "new").chmod(0o700)
    monkeypatch.setattr(sys, "platform", system)
    publish.publish_folder(tmp_path / "next", tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"
    assert oct(mode_of(tmp_path / "site")) == oct(mode)
