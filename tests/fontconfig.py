"""Machines with other fonts, for a browser: a configuration that shows it one family of those that are installed."""

import os
from pathlib import Path
from typing import Literal

import pytest

Family = Literal["DejaVu", "Liberation"]
_FILES = {"DejaVu": "DejaVuSans.ttf", "Liberation": "LiberationSans-Regular.ttf"}
_ROOTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/.local/share/fonts", "~/.fonts")


def environment(family: Family, folder: Path) -> dict[str, str | float | bool]:
    """Return the environment in which a browser finds that family alone; the test is skipped without it, and under CI it fails."""
    found = next((path for root in _ROOTS for path in sorted(Path(root).expanduser().rglob(_FILES[family]))), None)
    if found is None:
        reason = f"No {family} fonts on this machine: install Debian's fonts-dejavu-core and fonts-liberation."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    file = folder / f"{family}.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{found.parent}</dir><cachedir>{folder / 'fontconfig'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(file)}
