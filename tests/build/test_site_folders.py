"""Folders that the commands may and may not touch."""

from pathlib import Path

import pytest

from generators.build import site_folders
from generators.build.errors import Refused


def test_an_engine_is_not_let_into_a_folder_with_kept_editions(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    with pytest.raises(Refused, match="contains archived editions"):
        site_folders.refuse_kept(tmp_path)
    site_folders.refuse_kept(tmp_path / "elsewhere")
