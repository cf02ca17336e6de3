"""The command: every mistake at once, exit code 1, and nothing half-written."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generators.cli import main
from generators.components.late_values import DRAWING, late
from tests.fixtures import commands
from tests.fixtures.invalid_sites import overlaid
from tests.fixtures.repository import TESTS
from tests.fixtures.river_site import rivers_copy

INVALID = TESTS / "invalid"


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    return rivers_copy(tmp_path / "rivers", drawings)


def test_check_says_what_it_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("31 figures, ")


def test_check_prints_every_mistake_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = INVALID / "several-problems"
    root = overlaid(case, tmp_path / "site")
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr().err == (case / "expected.txt").read_text(encoding="utf-8")


def test_a_refused_write_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    root = overlaid(INVALID / "wrong-type", tmp_path / "site")
    out = tmp_path / "out"
    out.mkdir()
    (out / "kept.txt").write_text("the last good one", encoding="utf-8")
    assert main(["write", str(out), "--root", str(root)]) == 1
    assert [path.name for path in out.iterdir()] == ["kept.txt"]


def test_write_makes_a_folder_that_needs_nothing_of_ours(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["write", str(out), "--root", str(folder)]) == 0
    settings = (out / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- briefings" not in settings
    assert (out / "theme" / "main.html").is_file()
    assert "212" in (out / "docs" / "datasets" / "gauge-levels.md").read_text(encoding="utf-8")


def test_write_does_not_sweep_away_a_folder_that_is_not_its_own(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert main(["write", str(home), "--root", str(folder)]) == 1
    assert (home / "thesis.txt").is_file()


def test_seal_finishes_what_another_engine_built(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    main(["write", str(out), "--root", str(folder)])
    page = out / "site" / "briefings" / "x.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<head></head>{late(DRAWING, 'figures/levels.wide.svg')}", encoding="utf-8")
    assert main(["seal", str(out / "site")]) == 0
    assert "<svg" in page.read_text(encoding="utf-8")


def test_epoch_is_the_edition_s_midnight(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["epoch", "--root", str(folder)]) == 0
    assert capsys.readouterr().out == "1614556800\n"


def test_seal_refuses_what_was_not_written_by_us(tmp_path: Path) -> None:
    assert main(["seal", str(tmp_path / "nowhere")]) == 1


@pytest.mark.slow
@pytest.mark.skipif(not commands.is_forked("briefings"), reason="this machine forks no command")
@pytest.mark.parametrize("arguments", [["check"], ["chekc"], ["write", "/dev/null/out"]], ids=" ".join)
def test_a_command_forked_from_another_process_does_the_same(folder: Path, arguments: Sequence[str]) -> None:
    """Most tests run commands so: what they exit with and print is that of an interpreter of their own."""
    command = [str(Path(sys.executable).with_name("briefings")), *arguments]
    ways = [run(command, folder) for run in (commands.forked, commands.started)]
    forked, started = ((done.returncode, done.stdout, done.stderr) for done in ways)
    assert forked == started
    assert forked[0] == (arguments != ["check"])
    assert any(forked[1:])
