"""A mkdocs.yml that would break the site is set right, or refused with its line."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
import yaml

from generators.cli import main
from generators.load.mkdocs_config import SETTINGS
from tests.fixtures.commands import Run
from tests.fixtures.folders import edit, files, pages
from tests.fixtures.river_site import rivers_copy

BARE = """site_name: Another name
docs_dir: docs
theme: material
plugins: [search, briefings]
extra: {footer: [{title: Nowhere, url: nowhere.html}, {title: About, url: about.html}]}
"""
"""What `mkdocs new` and a reader of its documentation would write."""


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    """A copy of the small site."""
    return rivers_copy(tmp_path / "rivers", drawings)


REFUSED = {
    "conflict marks": (
        "site_name:",
        "<<<<<<< ours\nsite_name:",
        "<<<<<<<",
        'text: found "<<<<<<<", expected no merge conflict marker. Keep one of the two versions and delete the markers.',
    ),
    "a tab": ("  name: material", "\tname: material", "\tname", 'YAML: found "name: material", expected spaces.'),
    "a key twice": (
        "docs_dir:",
        "site_name: B\ndocs_dir:",
        "site_name: B",
        'key: found "site_name", expected each key once.',
    ),
    "another theme": ("material", "readthedocs", "readthedocs", 'theme: found "readthedocs", expected material.'),
    "a plugin that loads from another host": (
        "  - briefings",
        "  - offline\n  - briefings",
        "offline",
        'plugins: found "offline", expected another plugin. Its pages load a script from another host.',
    ),
    "a plugin that fetches": (
        "  - briefings",
        "  - briefings\n  - material/privacy: {assets: true}",
        "material/privacy",
        'plugins: found "material/privacy", expected another plugin. It downloads files during the build.',
    ),
    "a script of another host": (
        "docs_dir:",
        "extra_javascript: [https://cdn.example/x.js]\ndocs_dir:",
        "https://cdn",
        'extra_javascript: found "https://cdn.example/x.js", expected a file of this site.',
    ),
    "a style of another host": (
        "docs_dir:",
        "extra_css: [//cdn.example/x.css]\ndocs_dir:",
        "//cdn",
        'extra_css: found "//cdn.example/x.css", expected a file of this site.',
    ),
    "a footer without an address": (
        "{title: About, url: about.html}",
        "{title: About}",
        "{title: About}",
        "footer url: found nothing, expected a title and a url.",
    ),
}


def place(folder: Path, text: str) -> str:
    """Where that text stands in the settings, as a message names it."""
    before = (folder / "mkdocs.yml").read_text(encoding="utf-8").partition(text)[0]
    return f"mkdocs.yml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize(("old", "new", "at", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_set_right_is_refused_with_its_line(
    folder: Path, old: str, new: str, at: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder / "mkdocs.yml", old, new)
    assert main(["epoch", "--root", str(folder)]) == 1
    found = capsys.readouterr().err
    assert found.startswith(f"{place(folder, at)}  {told}")
    assert found.count("\n") == 2
    assert found.endswith("are checked once these are fixed.\n")


EXPECTED = "expected the address of a page of this site, relative to its front page."


def add_to_footer(folder: Path, *addresses: str) -> None:
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.writelines(f"    - {{title: A, url: {address}}}\n" for address in addresses)


@pytest.mark.parametrize("url", ["abuot.html", "about.md", "about/", "/about.html"])
def test_a_slip_in_an_address_of_the_footer_is_refused_with_the_page_that_was_meant(
    folder: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add_to_footer(folder, url)
    assert main(["check", "--root", str(folder)]) == 1
    told = capsys.readouterr().err
    assert told == f'{place(folder, f"{url}}}")}  footer url: found "{url}", {EXPECTED} Did you mean about.html?\n'


def test_an_address_in_the_footer_of_a_page_that_there_is_not_is_left_out_and_named_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_to_footer(folder, "nowhere.html", "https://vell.example/", "mailto:desk@vell.example", "data/index.json")
    assert main(["check", "--root", str(folder)]) == 0
    told, last = capsys.readouterr().out.splitlines()
    assert (
        told == f'{place(folder, "nowhere.html")}  footer url: found "nowhere.html", {EXPECTED} The link is left out.'
    )
    assert last.endswith("no problem found.")


@pytest.mark.slow
def test_a_part_of_a_page_in_the_footer_that_is_not_there_is_refused(folder: Path, run: Run) -> None:
    edit(folder / "mkdocs.yml", "url: about.html", "url: about.html#nowhere")
    told = run("mkdocs", "build", "--strict", "--site-dir", folder / "out", cwd=folder, fails=True).stdout
    words = 'footer url: found "about.html#nowhere", expected the address of a part of about.html.'
    assert f"{place(folder, 'about.html#')}  {words}" in told
    assert not (folder / "out/SHA256SUMS").exists()


def dead_links(site: Path) -> list[str]:
    """Every link of a page to a file that is not there."""
    links = (
        (page, unescape(address).partition("#")[0])
        for page in pages(site)
        if page != "404.html"
        for address in re.findall(r'\b(?:href|src)="([^"]+)"', (site / page).read_text(encoding="utf-8"))
    )
    inside = {
        (page, normpath(join(dirname(page), link))) for page, link in links if link and not re.match(r"[a-z]+:|/", link)
    }
    return sorted(f"{page}: {path}" for page, path in inside if not (site / path).exists())


def holds(site: Path) -> None:
    """The site as a reader needs it, whatever the settings were."""
    assert dead_links(site) == []
    html = (site / "datasets/gauge-levels.html").read_text(encoding="utf-8")
    assert "Levels of the Vell</title>" in html
    assert "Another name" not in html
    assert "{#" not in html
    assert "fonts.g" not in html
    assert ">About</a>" in html
    assert ' style="' not in html


@pytest.mark.slow
def test_bare_settings_are_set_right_and_said(folder: Path, run: Run) -> None:
    (folder / "mkdocs.yml").write_text(BARE, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Of another folder", encoding="utf-8")
    told = run("mkdocs", "build", "--strict", "--site-dir", folder / "out", cwd=folder).stderr
    for key in ("use_directory_urls", "site_name", "docs_dir", "theme: font", "markdown_extensions", "validation"):
        assert f"INFO    -  briefings: mkdocs.yml: {key}" in told
    assert f'INFO    -  briefings: {place(folder, "nowhere.html")}  footer url: found "nowhere.html"' in told
    holds(folder / "out")


@pytest.mark.slow
def test_bare_settings_are_set_right_in_the_folder_for_other_engines(folder: Path, tmp_path: Path) -> None:
    (folder / "mkdocs.yml").write_text(BARE, encoding="utf-8")
    assert main(["write", str(tmp_path / "out"), "--root", str(folder)]) == 0
    settings = yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert (settings["site_name"], settings["use_directory_urls"]) == ("Levels of the Vell", False)
    assert settings["theme"] == {"name": "material", "font": False, "custom_dir": "theme"}
    for extension in ("attr_list", "md_in_html", {"tables": {"use_align_attribute": True}}, "toc"):
        assert extension in settings["markdown_extensions"]
    assert settings["extra"]["footer"] == [{"title": "About", "url": "about.html"}]


def test_a_tag_that_only_the_engine_reads_is_refused_in_the_folder_for_other_engines(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder / "mkdocs.yml", "extra:\n", "extra:\n  secret: !ENV SECRET\n")
    assert main(["write", str(tmp_path / "out"), "--root", str(folder)]) == 1
    assert capsys.readouterr().err.startswith(f"{place(folder, '!ENV')}  a tag that only MkDocs reads")


@pytest.mark.slow
def test_a_dead_link_stops_a_strict_build_whatever_the_settings(folder: Path, run: Run) -> None:
    edit(folder / "mkdocs.yml", "anchors: warn", "links: {not_found: ignore, anchors: ignore}")
    with (folder / "content/methodology.md").open("a", encoding="utf-8") as page:
        page.write("\n[There](#nowhere)\n")
    told = run("mkdocs", "build", "--strict", "--site-dir", folder / "out", cwd=folder, fails=True)
    assert 'link: found "#nowhere"' in told.stdout + told.stderr


BESIDE: dict[str, Callable[[dict[str, bytes]], bool]] = {
    "tags": lambda site: b"md-tag" in site["places/rv-a.html"],
    "meta": lambda site: b"212" in site["datasets/gauge-levels.html"],
}


@pytest.mark.slow
@pytest.mark.parametrize("plugin", BESIDE)
@pytest.mark.parametrize("order", ["  - {}\n  - briefings", "  - briefings\n  - {}"], ids=["before ours", "after ours"])
def test_another_plugin_beside_ours(folder: Path, run: Run, plugin: str, order: str) -> None:
    edit(folder / "mkdocs.yml", "  - briefings", order.format(plugin))
    run("mkdocs", "build", "--strict", "--site-dir", folder / "out", cwd=folder)
    holds(folder / "out")
    assert BESIDE[plugin](files(folder / "out"))


def test_a_folder_without_settings_is_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 1
    told = f"There is no {SETTINGS} in {tmp_path}. Run the command in the folder of a site, or name that folder with --root.\n"
    assert capsys.readouterr().err == told
