"""A full disk, a kill, two commands at once: the last good site is whole, and no file of the data is touched."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE

import pytest

from generators.build import publish, release, site_folders
from generators.build.verify import verified
from generators.cli import main
from tests.fixtures.folders import files
from tests.fixtures.published_site import small_site
from tests.fixtures.river_site import RIVERS, rivers_copy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="There are no such limits and signals.")
PAGES = 60
OVER_AND_OVER = """
import os, shutil, sys
from pathlib import Path
from generators.build import publish
for line in sys.stdin:
    name, rounds = line.split()
    if child := os.fork():
        print(child, flush=True)
        print(code := os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    for number in range(int(rounds)):
        new = shutil.copytree(sys.argv[1], Path(sys.argv[2], name), dirs_exist_ok=True)
        publish.publish_folder(Path(new), Path(sys.argv[3]))
    os._exit(0)
sys.exit(code)
"""
"""Publishes so many copies under each name that it is told, each time in a process of its own that has our modules already."""
WITH_A_LIMIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from generators.cli import main
sys.exit(main(sys.argv[2:]))
"""


def some_site(folder: Path, words: str) -> Path:
    """A site of so many files that a kill can fall between two of them."""
    (folder / "pages").mkdir(parents=True)
    for number in range(PAGES):
        (folder / "pages" / f"{number}.html").write_text(words * 2_000, encoding="utf-8")
    return small_site(folder, words)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a published site, which holds a kept edition, and a newer site."""
    some_site(tmp_path / "new", "new")
    some_site(tmp_path / "site", "old")
    some_site(tmp_path / "site/v/0.1.0", "kept")
    return tmp_path


def over_and_over(here: Path) -> subprocess.Popen[str]:
    """A process that publishes copies of the new site, as it is told."""
    command = [sys.executable, "-c", OVER_AND_OVER, *map(str, (here / "new", here, here / "site"))]
    return subprocess.Popen(command, cwd=RIVERS.parents[2], stdin=PIPE, stdout=PIPE, text=True)


def tell(process: subprocess.Popen[str], name: str, rounds: int) -> int:
    """Let it publish so many copies under that name; the number of the process that does."""
    assert process.stdin
    assert process.stdout
    print(name, rounds, file=process.stdin, flush=True)
    return int(process.stdout.readline())


def is_whole(here: Path) -> bool:
    """True if the published site and the edition in it are as their lists say."""
    site_folders.refuse_missing(here / "site")
    return "all match" in verified(here / "site/v/0.1.0")


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_a_whole_site(here: Path) -> None:
    moments = random.Random(7)  # noqa: S311 - the same moments at every run
    with over_and_over(here) as process:
        assert process.stdout
        for number in range(30):
            child = tell(process, f"next.{number}", 1_000)
            while not (here / f"next.{number}").exists():
                time.sleep(0.01)
            time.sleep(moments.uniform(0, 0.15))
            os.kill(child, signal.SIGKILL)
            assert int(process.stdout.readline()) == -signal.SIGKILL
            assert is_whole(here), number
    publish.publish_folder(here / "new", here / "site")
    assert is_whole(here)


@pytest.mark.slow
def test_two_that_publish_at_once_leave_a_whole_site_at_every_moment(here: Path) -> None:
    with over_and_over(here) as one, over_and_over(here) as two:
        for process, name in ((one, "one"), (two, "two")):
            tell(process, name, 12)
            assert process.stdin
            process.stdin.close()
        while any(process.poll() is None for process in (one, two)):
            assert (here / "site/index.html").is_file()
        assert [process.wait() for process in (one, two)] == [0, 0]
    assert is_whole(here)
    assert sorted(path.name for path in here.iterdir()) == [".site.before", "new", "site"]


def limited(size: int, *arguments: str | Path) -> str:
    """What the command says where no file can grow above that size, as on a full disk; it must fail in a line."""
    command = [sys.executable, "-c", WITH_A_LIMIT, str(size), *arguments]
    done = subprocess.run(command, cwd=RIVERS.parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_a_full_disk_leaves_the_site_that_was_there(here: Path) -> None:
    before = files(here / "site")
    (here / "site/own.bin").write_bytes(bytes(100_000))
    told = limited(50_000, "publish", here / "new", here / "site")
    assert told == f"{here}/site/own.bin: File too large.\n"
    assert files(here / "site") == before | {"own.bin": bytes(100_000)}
    publish.publish_folder(here / "new", here / "site")
    assert is_whole(here)


@pytest.fixture
def rivers(tmp_path: Path, drawings: Path) -> Path:
    """A copy of the small site."""
    return rivers_copy(tmp_path / "rivers", drawings)


def sources(folder: Path) -> dict[str, bytes]:
    """Every file of the site's folder but the cache."""
    return {path: content for path, content in files(folder).items() if not path.startswith(".cache/")}


def test_a_full_disk_leaves_no_half_release(rivers: Path) -> None:
    before = sources(rivers)
    assert "File too large" in limited(1_500, "release", "--root", rivers)
    assert sources(rivers) == before


@pytest.mark.slow
def test_a_full_disk_leaves_no_half_folder_of_markdown(rivers: Path, tmp_path: Path) -> None:
    before = sources(rivers)
    assert "File too large" in limited(20_000, "write", tmp_path / "out", "--root", rivers)
    assert sources(rivers) == before
    assert [path.name for path in tmp_path.iterdir()] == ["rivers"]


def test_a_full_disk_leaves_no_half_edition(rivers: Path, tmp_path: Path) -> None:
    assert main(["release", "--root", str(rivers)]) == 0
    site = tmp_path / "site"
    site.mkdir()
    (site / "large.bin").write_bytes(bytes(100_000))
    small_site(site, "<body>Edition 1.0.0 of 1 March 2021. Friends of the Vell.</body>")
    before = files(site)
    assert "File too large" in limited(50_000, "keep", site, "--root", rivers)
    assert files(site) == before


@pytest.mark.slow
def test_a_build_that_cannot_write_says_so_in_a_line(rivers: Path, tmp_path: Path) -> None:
    """The engine itself writes the site: what the system refuses it is no fault of the program."""
    limit = "import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000)); runpy.run_module('mkdocs')"
    command = [sys.executable, "-c", limit.replace("'mkdocs'", "'mkdocs', run_name='__main__'"), "build", "-q"]
    done = subprocess.run([*command, "-d", tmp_path / "out"], cwd=rivers, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout.strip().endswith(": File too large.")
    assert done.stdout.strip().count("\n") == 0


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_an_edition_kept_or_not(rivers: Path, tmp_path: Path) -> None:
    assert main(["release", "--root", str(rivers)]) == 0
    site = some_site(tmp_path / "site", "<body>Edition 1.0.0 of 1 March 2021. Friends of the Vell.</body>")
    before = files(site)
    moments = random.Random(7)  # noqa: S311 - the same moments at every run
    command = [sys.executable, "-m", "generators.cli", "keep", str(site), "--root", str(rivers)]
    for number in range(12):
        shutil.rmtree(tmp_path / ".site.next", ignore_errors=True)
        with subprocess.Popen(command, cwd=RIVERS.parents[2], stdout=subprocess.DEVNULL) as process:
            while not (tmp_path / ".site.next").exists() and process.poll() is None:
                time.sleep(0.001)
            time.sleep(moments.uniform(0, 0.2))
            process.kill()
        if (site / "v").exists():
            break
        assert files(site) == before, number
    if not (site / "v").exists():
        subprocess.run(command, cwd=RIVERS.parents[2], check=True, stdout=subprocess.DEVNULL)
    site_folders.refuse_missing(site)
    assert "all match" in verified(site / "v/1.0.0")


def test_an_edition_that_cannot_be_linked_is_not_kept(
    rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    assert main(["release", "--root", str(rivers)]) == 0
    site = small_site(tmp_path / "site", "<body>Edition 1.0.0 of 1 March 2021. Friends of the Vell.</body>")
    before = files(site)
    monkeypatch.setattr(release, "link_kept", stop)
    assert main(["keep", str(site), "--root", str(rivers)]) == 130
    assert files(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rivers", "site"]
