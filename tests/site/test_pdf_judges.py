"""The published PDFs before outside judges: veraPDF's rules of PDF/UA-1, and a list of ours on what pikepdf finds."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.fixtures.pdf_tags import faults, found, tags
from tests.fixtures.repository import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def brief(built: Path) -> Path:
    """The shortest of the PDFs."""
    return min((built / "briefings").glob("*.pdf"), key=lambda path: path.stat().st_size)


def verapdf(*files: Path) -> list[str]:
    """The rules that the files break, a line each."""
    command = [sys.executable, "-m", "tests.fixtures.verapdf", *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_every_published_pdf_keeps_all_rules(built: Path) -> None:
    published = sorted((built / "briefings").glob("*.pdf"))
    assert len(published) >= 2
    assert {path.name: faults(path.read_bytes()) for path in published} == {path.name: [] for path in published}
    assert verapdf(*published) == []


def _untag(opened: pikepdf.Pdf) -> None:
    del opened.Root.StructTreeRoot


def _strip_words(opened: pikepdf.Pdf) -> None:
    for tag in tags(opened.Root.StructTreeRoot):
        if tag.get("/S") == "/Figure":
            del tag.Alt


def _strip_faces(opened: pikepdf.Pdf) -> None:
    for each in opened.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font" and "/ToUnicode" in each:
            del each.ToUnicode


def _unembed(opened: pikepdf.Pdf) -> None:
    for each in opened.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            for file in {"/FontFile2", "/FontFile3"} & set(each.keys()):
                del each[file]


def _without(name: str) -> Any:
    return lambda opened: opened.Root.__delitem__(name)


FAULTS = [
    (_untag, "no /H1", "7.1-3 "),
    (_strip_words, "figure without words", "7.3-1 "),
    (_strip_faces, "cannot be copied", "7.21.7-1 "),
    (_unembed, "is not embedded", "7.21.4.1-1 "),
    (_without("/Lang"), "no language", "7.2-34 "),
    (_without("/MarkInfo"), "not tagged", "6.2-1 "),
    (_without("/ViewerPreferences"), "no title", "7.1-10 "),
    (_without("/Metadata"), "", "7.1-8 "),
    (_without("/Outlines"), "no bookmarks", ""),
]
"""What is broken, and what each judge says of it: neither sees everything."""


def test_planted_faults_are_found(brief: Path, tmp_path: Path) -> None:
    for place, (plant, told, _) in enumerate(FAULTS):
        with pikepdf.open(brief) as opened:
            plant(opened)
            assert any(told in each for each in found(opened)) == bool(told)
            opened.save(tmp_path / f"{place}.pdf")
    broken = verapdf(*tmp_path.glob("*.pdf"))
    for place, (_, _, rule) in enumerate(FAULTS):
        own = [line for line in broken if line.startswith(f"{place}.pdf ")]
        assert any(line.startswith(f"{place}.pdf {rule}") for line in own) == bool(rule)
