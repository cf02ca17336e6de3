"""A draft is served and checked, and nothing of it is published."""

import shutil
from pathlib import Path

import pytest

from generators.build import pipeline
from generators.build.errors import Refused
from generators.model import Site
from tests.fixtures.commands import Run
from tests.fixtures.folders import edit, files
from tests.fixtures.river_site import rivers_copy

DRAFT = "content/briefings/a-draft.md"


@pytest.fixture
def folder(tmp_path: Path, drawings: Path) -> Path:
    """The small site with a second briefing, a draft."""
    whole = rivers_copy(tmp_path / "rivers", drawings)
    shutil.copy(whole / "content/briefings/river-levels.md", whole / DRAFT)
    edit(whole / DRAFT, "title: What the gauges of the Vell recorded in 2020", "title: Secret for now\ndraft: true")
    return whole


def everything(site: Site) -> str:
    """All that the site publishes, but what is packed."""
    pages = [f"{path} {page.text}" for path, page in site.pages.items()]
    assets = [f"{path} {asset.content.decode('utf-8', 'replace')}" for path, asset in site.assets.items()]
    return "\n".join((*pages, *assets, *site.heads.values()))


@pytest.mark.slow
def test_a_published_site_has_no_word_of_it(folder: Path) -> None:
    _, site = pipeline.made(folder, folder / ".cache" / "charts")
    whole = everything(site)
    assert "river-levels" in whole
    assert "Secret for now" not in whole
    assert "a-draft" not in whole


@pytest.mark.slow
def test_serving_shows_it_with_a_notice(folder: Path) -> None:
    _, site = pipeline.made(folder, folder / ".cache" / "charts", drafts=True)
    page = site.pages["briefings/a-draft.md"].markdown
    assert '<p class="notice"><strong>Draft.</strong> This briefing is not on the published site' in page
    assert "Draft.</span>" in site.pages["briefings/index.md"].markdown


@pytest.mark.slow
def test_neither_a_build_nor_the_portable_folder_has_its_file(folder: Path, run: Run) -> None:
    done = run("briefings", "check", cwd=folder)
    assert done.stdout.strip().endswith("no problem found. 1 draft left out.")
    run("briefings", "write", "out", cwd=folder)
    run("mkdocs", "build", "--strict", "--site-dir", folder / "built", cwd=folder)
    for made in (folder / "out", folder / "built"):
        assert [path for path in files(made) if "a-draft" in path] == []
        assert [path for path, content in files(made).items() if b"Secret for now" in content] == []


@pytest.mark.slow
def test_a_link_to_it_is_refused_with_its_line(folder: Path) -> None:
    edit(folder / "content/about.md", "They own no gauge.", "They own no [gauge](briefings/a-draft.md).")
    pipeline.made(folder, folder / ".cache" / "charts", drafts=True)
    with pytest.raises(Refused) as refused:
        pipeline.made(folder, folder / ".cache" / "charts")
    assert str(refused.value) == (
        'content/about.md:6:73  link: found "briefings/a-draft.md", expected a published page. '
        "It is a draft: publish it, or remove the link."
    )


def test_a_mistake_in_it_does_not_stop_what_is_published(folder: Path) -> None:
    edit(folder / DRAFT, "## What moved", "#### What moved")
    pipeline.load_checked(folder)
    with pytest.raises(Refused, match="heading: found"):
        pipeline.load_checked(folder, drafts=True)


@pytest.mark.parametrize("name", [".a-draft.md", ".draft.md"])
def test_a_hidden_text_is_answered(folder: Path, name: str) -> None:
    (folder / DRAFT).rename(folder / "content/briefings" / name)
    with pytest.raises(Refused) as refused:
        pipeline.load_checked(folder)
    assert str(refused.value).startswith(
        f'content/briefings/{name}:1:1  file name: found "{name}", expected a name without a leading dot. '
        "Rename it without the dot; write draft: true in a briefing that is not to be published."
    )
