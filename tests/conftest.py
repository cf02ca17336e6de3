"""What the tests share: the repository, the real site built once, a server on loopback, a real browser.

The site is built through the public commands, as a maintainer builds it. Nothing of ours is mocked.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generators import processes
from generators.build.finalize import finish
from generators.charts.data.chart_data import chart_data
from generators.charts.render.draw import draw
from tests.fixtures import commands
from tests.fixtures.browser_launch import FLAGS, Launch, chromium
from tests.fixtures.chart_catalog import CHARTS, gauges
from tests.fixtures.commands import Run
from tests.fixtures.folders import CACHE, copied
from tests.fixtures.font_config import environment
from tests.fixtures.http_server import serving
from tests.fixtures.published_site import PUBLISHED
from tests.fixtures.repository import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser


settings.register_profile("no-clock", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("no-clock")

PATIENCE = 60_000
"""Milliseconds that a test waits for what should be there at once: on a machine with others to serve, a page may take its time."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """As many workers as cores: with more, a browser waits so long for a core that fonts and scripts come too late."""
    return os.cpu_count() or 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files in the order in which workers take them, file by file.

    One builds the site for the first test that needs it; meanwhile the others take slow files that do without it, tools first.
    The other files that need it follow, then the rest: many short ones, which keep all workers busy to the last.
    """
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    built = [file for file in files if any("built" in getattr(item, "fixturenames", ()) for item in files[file])]
    slow = [file for file in files if any(item.get_closest_marker("slow") for item in files[file])]
    tools = [file for file in files if file.name == "test_tools.py"]
    order = dict.fromkeys((*built[:1], *tools, *(file for file in slow if file not in built), *built, *files))
    items[:] = [item for file in order for item in files[file]]


@pytest.fixture(scope="session", autouse=True)
def _one_core() -> Iterator[None]:
    """There are as many workers as cores, so each does its own work: to fork one costs more than the small site does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "cores", lambda: 1)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def run(root: Path) -> Run:
    """Runs a command of the project's own environment as `make` does; prints nothing, fails loudly.

    One with variables of its own has an interpreter of its own; see `tests/fixtures/commands.py`.
    """

    def command(*arguments: str | Path, cwd: Path = root, fails: bool = False, **variables: str) -> commands.Done:
        own = Path(sys.executable).with_name(str(arguments[0]))
        program = own if own.exists() else shutil.which(str(arguments[0])) or arguments[0]
        full = [str(part) for part in (program, *arguments[1:])]
        is_forked = commands.is_forked(arguments[0]) and not variables
        done = commands.forked(full, cwd) if is_forked else commands.started(full, cwd, **variables)
        said = f"{' '.join(map(str, arguments))}\n{done.stdout}\n{done.stderr}"
        assert (done.returncode != 0) == fails, said
        return done

    return command


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def drawings(shared: Path) -> Path:
    """A cache that all workers share, empty at the start: what a test has drawn, no other draws again."""
    (shared / "drawings").mkdir(exist_ok=True)
    return shared / "drawings"


@pytest.fixture(scope="session")
def drawn_line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the example of a line chart and nothing else."""
    cache = tmp_path_factory.mktemp("line")
    draw(chart_data(CHARTS["line"], gauges()), cache)
    return cache


@pytest.fixture
def line_cache(drawn_line: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may damage."""
    return Path(shutil.copytree(drawn_line, tmp_path / "line"))


@pytest.fixture(scope="session")
def built(root: Path, run: Run, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once for all workers: in another folder, by the generators there, with nothing in the cache.

    What was made for it is kept where `make site` keeps it, for whatever makes the site after that.
    """
    own = tmp_path_factory.getbasetemp()
    site = shared / "built"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            elsewhere = copied(root, own / "elsewhere")
            run("python", "-m", "mkdocs", "build", "--strict", "--site-dir", own / "next", cwd=elsewhere)
            shutil.copytree(elsewhere / CACHE, root / CACHE, dirs_exist_ok=True)
            shutil.rmtree(elsewhere)
            (own / "next").rename(site)
    return site


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[str]:
    """The address of the built site under the strictest policy that it promises to work under."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def launch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launch]:
    """Starts a Chromium of this machine that finds one family of fonts, so that each machine shows what others do.

    Without a Chromium the test is skipped, and under CI it fails.
    """
    path = chromium()
    if not path:
        told = "No Chromium on this machine: install one, or set CHROMIUM to its path."
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - the other tests do not need it

    expect.set_options(timeout=PATIENCE)
    folder = tmp_path_factory.mktemp("fonts")
    with sync_playwright() as playwright:
        yield lambda family: playwright.chromium.launch(
            executable_path=path, args=list(FLAGS), env=environment(family, folder)
        )


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator["Browser"]:
    """A Chromium that finds DejaVu alone."""
    started = launch("DejaVu")
    yield started
    started.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site as it was published."""
    for path, text in PUBLISHED.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, encoding="utf-8")
    finish(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def offering(folder: Path) -> Path:
    """The same with the page that offers the ZIP and the list that says how old it is."""
    (folder / "downloads.html").write_text('<a>All</a><span data-late="archive:offline.zip"></span>', encoding="utf-8")
    (folder / "data" / "index.json").write_text('{"edition": "2021-03-01"}', encoding="utf-8")
    finish(folder)
    return folder
