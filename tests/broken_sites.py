"""A small site about an invented river, and the folders that change some of its files.

A case is an overlay: its files replace those of the site, and an empty `<path>.absent` removes one.
`python -m tests.broken_sites` writes the messages of all of them anew.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.build import pipeline
from generators.build.errors import Refused
from tests.rivers import ROOT

TESTS = Path(__file__).parent
EXPECTED = "expected.txt"
_ABSENT = ".absent"


def problems_of(root: Path) -> str:
    """Everything that is wrong with a site, as a maintainer reads it; empty if nothing is."""
    try:
        pipeline.made(root, root / pipeline.CACHE)
    except Refused as refused:
        return str(refused)
    return ""


def cases(shelf: str) -> tuple[Path, ...]:
    """The folders of tests/invalid or tests/accepted, sorted."""
    return tuple(sorted(folder for folder in (TESTS / shelf).iterdir() if folder.is_dir()))


def overlaid(case: Path, target: Path) -> Path:
    """The river site with the case's changes, in a new folder."""
    shutil.copytree(ROOT, target)
    for file in sorted(file for file in case.rglob("*") if file.is_file() and file.name != EXPECTED):
        inside = target / file.relative_to(case)
        if file.suffix == _ABSENT:
            inside.with_suffix("").unlink()
        else:
            inside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, inside)
    return target


def write_expected() -> None:
    """Write what every broken site says now to its expected.txt, to be read before it is committed."""
    for case in cases("invalid"):
        with TemporaryDirectory() as folder:
            told = problems_of(overlaid(case, Path(folder) / "site"))
        if told:
            (case / EXPECTED).write_text(f"{told}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_expected()
