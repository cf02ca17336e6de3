"""The small site through other engines: ProperDocs with our plugin, and each from the folder that needs none."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generators.cli import main
from tests.fixtures.commands import Run
from tests.fixtures.folders import edit, files, mode_of, pages
from tests.fixtures.river_site import rivers_copy

pytestmark = pytest.mark.slow
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LISTED = ("sitemap.xml", "sitemap.xml.gz")
"""Lists of pages, whose order is the engine's."""
PACKED = ("offline.zip", "offline.sha256", "SHA256SUMS", "downloads.html")
"""What holds these lists, or says how large it is."""
PROPERDOCS = ("properdocs", "build", "--strict", "--config-file", "mkdocs.yml")


@pytest.fixture(scope="module")
def rivers(run: Run, tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """A copy of the small site, built by MkDocs."""
    folder = rivers_copy(tmp_path_factory.mktemp("engines") / "rivers", drawings)
    run("mkdocs", "build", "--strict", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def written(run: Run, rivers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a folder that any engine can build."""
    folder = tmp_path_factory.mktemp("written") / "out"
    run("briefings", "write", folder, cwd=rivers)
    return folder


def test_the_written_folder_holds_what_the_plugin_hands_over(
    run: Run, rivers: Path, written: Path, tmp_path: Path
) -> None:
    """MkDocs without our plugin makes the same files of the written folder, once they are sealed; sealing twice changes nothing."""
    site = Path(shutil.copytree(written, tmp_path / "out")) / "site"
    run("mkdocs", "build", "--strict", cwd=site.parent)
    run("briefings", "seal", site)
    ours, theirs = files(rivers / "site"), files(site)
    assert ours.keys() == theirs.keys()
    assert {path for path in ours if ours[path] != theirs[path]} - {*LISTED, *PACKED} == set()
    run("briefings", "seal", site)
    assert files(site) == theirs


@pytest.fixture(params=[0o022, 0o027, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """The permissions that this process takes from whatever it creates."""
    before = os.umask(request.param)
    yield int(request.param)
    os.umask(before)


def test_a_web_server_can_read_what_the_umask_lets_it(rivers: Path, tmp_path: Path, umask: int) -> None:
    """The steps of `make site`, then those of another engine; a folder for the build is as closed as `mktemp -d` makes it."""
    (tmp_path / "next").mkdir(mode=0o700)
    build(load_config(str(rivers / "mkdocs.yml"), site_dir=str(tmp_path / "next"), strict=True))
    assert main(["publish", str(tmp_path / "next"), str(tmp_path / "site")]) == 0
    assert main(["write", "--root", str(rivers), str(tmp_path / "out")]) == 0
    build(load_config(str(tmp_path / "out" / "mkdocs.yml"), strict=True))
    assert main(["seal", str(tmp_path / "out" / "site")]) == 0
    for top in (tmp_path / "site", tmp_path / "out"):
        every = (top, *top.rglob("*"))
        found = {(path.is_dir(), oct(mode_of(path))) for path in every}
        assert found == {(True, oct(0o777 & ~umask)), (False, oct(0o666 & ~umask))}


def test_a_site_that_still_lists_the_engine_s_search_is_the_same(
    run: Run, rivers: Path, tmp_path: Path, drawings: Path
) -> None:
    folder = rivers_copy(tmp_path / "rivers", drawings)
    edit(folder / "mkdocs.yml", "  - briefings\n", "  - search: {lang: en}\n  - briefings\n")
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.stderr.count("The search plugin in mkdocs.yml is not needed") == 1
    assert files(folder / "site") == files(rivers / "site")


def test_properdocs_runs_the_plugin(run: Run, rivers: Path, tmp_path: Path) -> None:
    run(*PROPERDOCS, "--site-dir", tmp_path / "site", cwd=rivers)
    assert pages(tmp_path / "site") == pages(rivers / "site")


@pytest.mark.parametrize("command", [PROPERDOCS, ("zensical", "build")], ids=["properdocs", "zensical"])
def test_another_engine_builds_the_written_folder(
    command: tuple[str, ...], run: Run, rivers: Path, written: Path, tmp_path: Path
) -> None:
    built = Path(shutil.copytree(written, tmp_path / "out")) / "site"
    run(*command, cwd=tmp_path / "out")
    run("briefings", "seal", built)
    assert pages(rivers / "site") - pages(built) == set()
    assert "<svg" in (built / "index.html").read_text(encoding="utf-8")
    assert days(built) == days(rivers / "site")
    assert titles(built) == titles(rivers / "site")
    assert not list(built.rglob("search_index.json"))


def titles(site: Path) -> set[tuple[str, str]]:
    """The address and title of each page that search finds."""
    parts = (path.read_text("utf-8") for path in site.glob("search/*/texts-*.js"))
    texts = (text for part in parts for text in json.loads(part.partition(",")[2].rstrip(")\n")))
    return {(path, title) for path, title, *_ in texts}


def days(site: Path) -> dict[str | None, str | None]:
    """The day of each address in the sitemap."""
    listed = etree.parse(site / "sitemap.xml").getroot()
    return {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in listed}
