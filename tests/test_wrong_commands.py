"""Every command tried wrongly: one line that says what is wrong and what to type, exit code 1, and no file touched."""

import shutil
from pathlib import Path

import pytest

from generators.cli import main
from tests.fixtures.folders import CACHE, files
from tests.fixtures.published_site import small_site
from tests.fixtures.river_site import RIVERS

NO_SITE = "There is no mkdocs.yml in "
FOREIGN = "was not created by this command and stays unchanged. Name another folder."
WRONG = {
    "": "briefings: the following arguments are required: COMMAND. See briefings --help.",
    "chek": "briefings: found 'chek', expected a command. Did you mean check? See briefings --help.",
    "--verbose": "briefings: the following arguments are required: COMMAND.",
    "check --fix": "briefings: unrecognized arguments: --fix.",
    "check content": "briefings: unrecognized arguments: content.",
    "check --root": "briefings check: argument --root: expected one argument.",
    "check --root elsewhere": NO_SITE,
    "check --root nowhere": NO_SITE,
    "check --root mkdocs.yml": NO_SITE,
    "check --root=": "briefings check: argument --root: found '', expected a full path.",
    "coverage --root elsewhere": NO_SITE,
    "epoch --root elsewhere": NO_SITE,
    "release --root elsewhere": NO_SITE,
    "release 1.0.0": "briefings: unrecognized arguments: 1.0.0.",
    "serve --root elsewhere": NO_SITE,
    "serve --port": "briefings serve: argument --port: expected one argument.",
    "serve --port 80000": "briefings serve: argument --port: found '80000', expected a whole number from 1 to 65535, such as 8001.",
    "serve site": "briefings: unrecognized arguments: site.",
    "keep": "briefings keep: the following arguments are required: FOLDER.",
    "keep site --root elsewhere": NO_SITE,
    "keep nowhere": "1.0.0 is not released. Run briefings release first",
    "write": "briefings write: the following arguments are required: FOLDER.",
    "write .": FOREIGN,
    "write elsewhere": FOREIGN,
    "write site": FOREIGN,
    "write mkdocs.yml": FOREIGN,
    "write data/out": "data/out is inside data, a source folder of the site. Name another folder.",
    "write content": "content is inside content, a source folder of the site. Name another folder.",
    "write out --root elsewhere": NO_SITE,
    "seal": "briefings seal: the following arguments are required: FOLDER.",
    "seal nowhere": "nowhere was not built from a folder written by `briefings write`.",
    "seal site": "site was not built from a folder written by `briefings write`.",
    "seal mkdocs.yml": "mkdocs.yml was not built from a folder written by `briefings write`.",
    "publish": "briefings publish: the following arguments are required: NEW, OLD.",
    "publish site": "briefings publish: the following arguments are required: OLD.",
    "publish site site": "site and site are the same folder.",
    "publish site .": "site is inside ., which it would replace.",
    "publish site elsewhere": FOREIGN,
    "publish content site": "content is not a built site",
    "publish site ~/htdocs": "briefings publish: argument OLD: found '~/htdocs', expected a full path.",
    "restore": "briefings restore: the following arguments are required: FOLDER.",
    "restore site": "There is no earlier site to restore:",
    "clean": "briefings clean: the following arguments are required: FOLDER.",
    "clean .": FOREIGN,
    "clean content": FOREIGN,
    "clean data": FOREIGN,
    "clean elsewhere": FOREIGN,
    "clean mkdocs.yml": FOREIGN,
    "verify": "briefings verify: the following arguments are required: COPY.",
    "verify nowhere": "nowhere is neither a folder nor a file. Name a folder, ZIP or file of the site.",
    "verify elsewhere": "elsewhere contains no SHA256SUMS",
    "verify site --list nowhere": "nowhere: No such file or directory.",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the small site, with a built site and a folder of somebody else in it."""
    folder = Path(shutil.copytree(RIVERS, tmp_path / "rivers", ignore=shutil.ignore_patterns(CACHE)))
    small_site(folder / "site", "<body>A site.</body>")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere/index.html").write_text("Somebody's page.", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("command", WRONG)
def test_a_command_tried_wrongly_is_answered_in_a_line(
    here: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(here)
    try:
        code = main(command.split())
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    told = capsys.readouterr()
    assert WRONG[command] in told.err
    assert (code, told.err.count("\n"), told.out) == (1, 1, "")
    assert files(here) == before
