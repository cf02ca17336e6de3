"""The small site under `mkdocs serve`: an edit is shown, and so is every mistake, until it is corrected."""

import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from socket import socket

import pytest

from generators.cli import main
from tests.fixtures.folders import CACHE
from tests.fixtures.river_site import RIVERS

LEVELS = "data/levels/gauge-levels.csv"
PAGE = "datasets/gauge-levels.html"
PATIENCE, AT_ONCE = 90, 10
"""Seconds: for a build on a busy machine, and for an answer while there is no build."""
HOOK = """
from pathlib import Path

class Panic(BaseException): pass

def on_env(env, **other):
    exec(Path("trouble.txt").read_text(), {"Panic": Panic})
"""
TROUBLES = {
    "an exception": "raise RuntimeError('This < is a bug.')",
    "an exit": "raise SystemExit('Nothing more.')",
    "a panic": "raise Panic('The typesetter panicked.')",
    "a loop": "def loop(): loop()\nloop()",
}
WORDS = {
    "an exception": "RuntimeError: This < is a bug.",
    "an exit": "Nothing more.",
    "a panic": "Panic: The typesetter panicked.",
    "a loop": "RecursionError",
}

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small site, with a hook that raises what `trouble.txt` says."""
    copy = Path(shutil.copytree(RIVERS, tmp_path / "rivers", ignore=shutil.ignore_patterns(CACHE)))
    (copy / "hook.py").write_text(HOOK, encoding="utf-8")
    (copy / "trouble.txt").write_text("", encoding="utf-8")
    with (copy / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [hook.py]\n")
    return copy


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The theme's own notice is not what is tested."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def port() -> int:
    """A port that is free."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def serve(folder: Path, port: int, drawings: Path) -> Iterator[Callable[[], str]]:
    """Starts the server; its address."""
    (folder / CACHE).symlink_to(drawings)
    servers: list[subprocess.Popen[bytes]] = []

    def started() -> str:
        command = [sys.executable, "-m", "generators.cli", "serve", "--port", str(port), "--root", str(folder)]
        with (folder.parent / "terminal.txt").open("wb") as log:
            servers.append(subprocess.Popen(command, cwd=RIVERS.parents[2], stdout=log, stderr=log))
        return f"http://127.0.0.1:{port}/"

    yield started
    for server in servers:
        server.terminate()
        server.wait()


def answer(address: str) -> tuple[int, str]:
    """The status and the text of a page, without its markup."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            return page.status, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, unescape(re.sub(r"<[^>]+>", "", error.read().decode()))
    except OSError:
        return 0, ""


def waited(address: str, status: int, words: str) -> bool:
    """True as soon as the page has that status and these words; False if it never does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        code, text = answer(address)
        if code == status and words in unescape(text):
            return True
        time.sleep(0.2)
    return False


def save(folder: Path, value: str) -> None:
    """Give the first figure another value."""
    text = (folder / LEVELS).read_text(encoding="utf-8")
    (folder / LEVELS).write_text(re.sub(r"2020-01,[^,]*,", f"2020-01,{value},", text, count=1), encoding="utf-8")


def test_an_edit_and_every_kind_of_mistake_is_shown_and_corrected(folder: Path, serve: Callable[[], str]) -> None:
    save(folder, "2l3")
    address = serve() + PAGE
    mistake = f'{LEVELS}:2:20  value: found "2l3", expected'
    assert waited(address, 500, mistake), "at the start"
    start = time.monotonic()
    assert answer(address.replace(PAGE, "assets/css/site.css"))[0] == 500
    assert time.monotonic() - start < AT_ONCE
    save(folder, "213")
    assert waited(address, 200, ">213 ")
    save(folder, "2l4")
    assert waited(address, 200, mistake.replace("2l3", "2l4"))
    assert ">213 " in answer(address)[1], "the last good page stays"
    for number, (name, code) in enumerate(TROUBLES.items(), start=220):
        (folder / "trouble.txt").write_text(code, encoding="utf-8")
        save(folder, str(number))
        assert waited(address, 200, WORDS[name]), name
        (folder / "trouble.txt").write_text("", encoding="utf-8")
        save(folder, f"{number + 100}")
        assert waited(address, 200, f">{number + 100} "), name
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"<<<<<<< ours\n{settings}", encoding="utf-8")
    assert waited(address, 200, "mkdocs.yml")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert waited(address, 200, ">323 ")
    terminal = (folder.parent / "terminal.txt").read_text(encoding="utf-8")
    assert mistake in terminal
    assert all(words in terminal for words in WORDS.values())


def test_a_page_is_fresh_before_the_site_is(folder: Path, serve: Callable[[], str]) -> None:
    """Without a hook pages are made one by one; the site that follows has the same page."""
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("hooks: [hook.py]", ""), "utf-8")
    address = serve()
    assert waited(address + PAGE, 200, ">212 ")
    terminal = folder.parent / "terminal.txt"
    edits: tuple[tuple[Callable[[], None], str, str], ...] = (
        (lambda: save(folder, "213"), PAGE, ">213 "),
        (
            lambda: rewrite(folder / "content/about.md", "\n\n", "\n\nA new sentence.\n\n"),
            "about.html",
            "A new sentence.",
        ),
        (lambda: rewrite(folder / "content/charts/levels.yml", "title: ", "title: New "), "charts/levels.html", "New "),
    )
    for change, page, words in edits:
        builds = terminal.read_text("utf-8").count("Documentation built")
        change()
        assert waited(address + page, 200, words)
        fresh = without_script(answer(address + page)[1])
        assert built_again(terminal, builds)
        assert without_script(answer(address + page)[1]) == fresh, page
    save(folder, "2l4")
    assert waited(address + PAGE, 200, 'found "2l4"')
    assert ">213 " in answer(address + PAGE)[1], "the last good page stays"
    save(folder, "214")
    assert waited(address + PAGE, 200, ">214 ")
    assert "build-failure" not in answer(address + PAGE)[1]


def test_reading_a_file_is_no_save(folder: Path, serve: Callable[[], str]) -> None:
    address = serve()
    assert waited(address + PAGE, 200, ">212 ")
    terminal = folder.parent / "terminal.txt"
    time.sleep(1)
    builds = terminal.read_text("utf-8").count("Documentation built")
    (folder / LEVELS).read_bytes()
    time.sleep(1)
    assert terminal.read_text("utf-8").count("Building documentation") == builds


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def without_script(html: str) -> str:
    """The body of a page without sizes of files, which only a build of the site makes; its head has their digests."""
    html = re.sub(r"<span>\d+ kB</span>", "", html)
    return re.sub(r'<script src="/livereload.js[^>]*></script>', "", html.partition("<body")[2])


def built_again(terminal: Path, builds: int) -> bool:
    """True as soon as another build has ended."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if terminal.read_text("utf-8").count("Reloading browsers") >= builds:
            return True
        time.sleep(0.2)
    return False


def test_a_port_that_is_taken_is_said_before_anything_is_built(folder: Path, port: int) -> None:
    with socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        command = [sys.executable, "-m", "generators.cli", "serve", "--port", str(port), "--root", str(folder)]
        done = subprocess.run(
            command, cwd=RIVERS.parents[2], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    told = [line for line in (done.stdout + done.stderr).splitlines() if line]
    assert done.returncode == 1
    assert [line for line in told if "INFO" not in line] == [
        f"127.0.0.1:{port} cannot be served: Address already in use. Try: make serve PORT={port + 1}"
    ]
    assert not (folder / ".cache").exists()


@pytest.mark.parametrize("text", ["", "80o1", "-1", "0", "65536", "8000.5", "²", "8001 8002"])
def test_a_port_that_is_none_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", f"--port={text}", "--root", str(RIVERS)])
    assert (
        f"argument --port: found {text!r}, expected a whole number from 1 to 65535, such as 8001"
        in capsys.readouterr().err
    )
