"""The published folder is replaced whole or not at all, only if it is ours, and what was there can be restored."""

import os
import shutil
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generators.build import publish, site_folders
from generators.build.errors import Refused
from generators.build.finalize import finish
from generators.build.verify import verified
from generators.cli import main
from tests.fixtures.folders import files
from tests.fixtures.published_site import small_site

MEMORY = Path("/dev/shm")  # noqa: S108 - another file system, on Linux


def words_in(path: Path) -> str:
    return (path / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a site, a newer one, and folders of somebody else."""
    monkeypatch.chdir(tmp_path)
    small_site(tmp_path / "site", "old")
    small_site(tmp_path / "next", "new")
    small_site(tmp_path / "site/v/0.1.0", f"{site_folders.KEPT_NOTICE}0.1.0")
    for name in ("home", "web", "downloads"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "diary.txt").write_text("Years of work.", encoding="utf-8")
    (tmp_path / "web/index.html").write_text("Somebody's page.", encoding="utf-8")
    (tmp_path / "downloads/index.html").write_text("Somebody's page.", encoding="utf-8")
    (tmp_path / "downloads/SHA256SUMS").write_text(f"{'0' * 64}  diary.txt\n", encoding="utf-8")
    (tmp_path / "a file").write_text("Some text.", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("site")
    return tmp_path


REFUSED = {
    "onto itself": (("publish", "site", "site"), "site and site are the same folder."),
    "onto itself, a slash": (("publish", "site/", "./site"), "site and site are the same folder."),
    "onto itself, the long way": (("publish", "site", "next/../site"), "site and next/../site are the same folder."),
    "onto itself, a link": (("publish", "link", "site"), "link and site are the same folder."),
    "onto itself, the link second": (("publish", "site", "link"), "site and link are the same folder."),
    "a kept edition": (("publish", "site/v/0.1.0", "site"), "site/v/0.1.0 is an archived edition"),
    "a kept edition, by a link": (("publish", "link/v/0.1.0", "site"), "link/v/0.1.0 is an archived edition"),
    "onto a kept edition": (("publish", "next", "site/v/0.1.0"), "site/v/0.1.0 is an archived edition, which never"),
    "the store of kept editions": (("publish", "site/v", "site"), "site/v is not a built site"),
    "the old one within the new": (("publish", "next", "next/site"), "next/site is inside next, which would replace"),
    "nothing": (("publish", "nowhere", "site"), "nowhere is not a built site"),
    "an empty folder": (("publish", "empty", "site"), "empty is not a built site"),
    "a file": (("publish", "a file", "site"), "a file is not a built site"),
    "somebody's pages": (("publish", "web", "site"), "web is not a built site"),
    "over a folder": (("publish", "next", "home"), "home was not created by this command"),
    "over somebody's pages": (("publish", "next", "web"), "web was not created by this command"),
    "over somebody's downloads": (("publish", "next", "downloads"), "downloads was not created by this command"),
    "over a file": (("publish", "next", "a file"), "a file was not created by this command"),
    "over the folder around": (("publish", "next", "."), "next is inside ., which it would replace"),
    "where no folder is": (("publish", "next", "nowhere/site"), "nowhere is not a folder. Create it first"),
    "clean: a folder": (("clean", "home"), "home was not created by this command"),
    "clean: somebody's pages": (("clean", "web"), "web was not created by this command"),
    "clean: somebody's downloads": (("clean", "downloads"), "downloads was not created by this command"),
    "clean: a file": (("clean", "a file"), "a file was not created by this command"),
    "clean: the folder around": (("clean", "."), "was not created by this command"),
    "clean: a kept edition": (("clean", "site/v/0.1.0"), "site/v/0.1.0 is an archived edition, which never"),
    "restore: nothing before": (("restore", "site"), "There is no earlier site to restore:"),
    "restore: nowhere": (("restore", "nowhere"), "There is no earlier site to restore:"),
}


@pytest.mark.parametrize(("command", "words"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_folder_is_refused_in_a_line_and_nothing_is_touched(
    here: Path, command: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(here)
    assert main(command) == 1
    told = capsys.readouterr()
    assert words in told.err
    assert (told.err.count("\n"), told.out) == (1, "")
    assert files(here) == before


def test_a_new_site_within_the_old_one_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.move(here / "next", here / "site/next")
    before = files(here)
    assert main(["publish", "site/next", "site"]) == 1
    assert "site/next is inside site, which it would replace" in capsys.readouterr().err
    assert files(here) == before


def test_a_site_that_is_not_whole_is_not_published(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "next/data/index.json").write_bytes(b"")
    assert main(["publish", "next", "site"]) == 1
    assert capsys.readouterr().err == (
        "next is incomplete: 1 file missing or different from its SHA256SUMS, first data/index.json. "
        "Build it again: make site.\n"
    )
    assert words_in(here / "site") == "old"


@pytest.mark.parametrize("old", ["site", "site/", "link", "empty", "not there yet"])
def test_a_new_site_takes_the_old_one_s_place(here: Path, old: str) -> None:
    publish.publish_folder(Path("next"), Path(old))
    assert words_in(here / old) == "new"
    assert (here / "link").is_symlink()


def test_the_site_before_is_kept_and_restored_and_the_restoring_undone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = files(here / "site")
    assert main(["publish", "next", "site"]) == 0
    assert capsys.readouterr().out.startswith(
        f"Built site/index.html\nThe previous site stays in {here / '.site.before'} until the next publish; "
        "to return to it: briefings restore site\n"
    )
    new = files(here / "site")
    assert main(["restore", "site"]) == 0
    assert files(here / "site") == old
    assert main(["restore", "site"]) == 0
    assert files(here / "site") == new


def test_a_site_that_was_deleted_by_hand_is_restored(here: Path) -> None:
    publish.publish_folder(Path("next"), Path("site"))
    shutil.rmtree(here / "site")
    publish.restore_folder(Path("site"))
    assert words_in(here / "site") == "old"


def test_what_people_put_into_the_folder_is_carried_over(here: Path) -> None:
    for name in (".nojekyll", "notes/own.txt", ".git/HEAD"):
        (here / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "site" / name).write_text(name, encoding="utf-8")
    (here / "site/latest").symlink_to("v/0.1.0")
    before = files(here / "site")
    publish.publish_folder(Path("next"), Path("site"))
    after = files(here / "site")
    assert {path for path in before if before[path] != after.get(path)} == {"index.html", "SHA256SUMS"}
    assert os.readlink(here / "site/latest") == "v/0.1.0"


def test_a_page_that_a_build_made_and_the_next_does_not_is_gone(here: Path) -> None:
    (here / "site/gone.html").write_text("A page.", encoding="utf-8")
    finish(here / "site")
    publish.publish_folder(Path("next"), Path("site"))
    assert not (here / "site/gone.html").exists()
    assert (here / ".site.before/gone.html").is_file()


def test_what_a_stopped_build_left_is_replaced_and_not_carried_over(here: Path) -> None:
    site_folders.begin(here / "empty")
    (here / "empty/half.html").write_text("Half a p", encoding="utf-8")
    (here / "empty/.htaccess").write_text("Somebody's.", encoding="utf-8")
    publish.publish_folder(Path("next"), Path("empty"))
    assert sorted(path.name for path in (here / "empty").iterdir()) == [".htaccess", "SHA256SUMS", "data", "index.html"]


def test_another_file_system_gets_a_copy(here: Path) -> None:
    """What lies on another one cannot be moved in a step."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as memory:
        elsewhere = small_site(Path(memory) / "next", "from elsewhere")
        if elsewhere.stat().st_dev == here.stat().st_dev:
            pytest.skip("There is one file system here.")
        publish.publish_folder(elsewhere, Path("site"))
    assert words_in(here / "site") == "from elsewhere"
    assert words_in(here / ".site.before") == "old"
    assert "all match" in verified(here / "site")
    assert not (here / ".site.next").exists()


def in_three_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders in one step."""
    monkeypatch.setattr(sys, "platform", "other")


def test_a_system_that_cannot_exchange_folders_moves_them(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_three_steps(monkeypatch)
    publish.publish_folder(Path("next"), Path("site"))
    assert (words_in(here / "site"), words_in(here / ".site.before")) == ("new", "old")
    assert sorted(path.name for path in here.iterdir() if path.name[0] == ".") == [".site.before"]


@pytest.mark.parametrize("steps", [1, 2])
def test_a_kill_between_the_moves_is_completed_by_the_next_run(here: Path, steps: int) -> None:
    moves = [("site", ".site.between"), ("next", "site")]
    for source, target in moves[:steps]:
        (here / source).rename(here / target)
    publish.publish_folder(small_site(here / "later", "later"), Path("site"))
    assert words_in(here / "site") == "later"
    assert words_in(here / ".site.before") == ("old" if steps == 1 else "new")


def test_a_folder_of_somebody_else_with_the_name_of_the_site_before_stays(here: Path) -> None:
    (here / "home").rename(here / ".site.before")
    with pytest.raises(Refused, match="was not created by this command"):
        publish.publish_folder(Path("next"), Path("site"))
    assert words_in(here / "site") == "old"
    assert (here / ".site.before/diary.txt").is_file()


def test_clean_removes_what_builds_made_and_leaves_the_rest(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish.publish_folder(Path("next"), Path("site"))
    (here / "site/CNAME").write_text("vell.example", encoding="utf-8")
    kept = files(here / "site/v")
    assert main(["clean", "site"]) == 0
    assert capsys.readouterr().out == "site: left CNAME, v, which no build created.\n"
    assert files(here / "site/v") == kept
    assert sorted(path.name for path in (here / "site").iterdir()) == ["CNAME", "SHA256SUMS", "v"]
    assert not (here / ".site.before").exists()
    publish.publish_folder(small_site(here / "later", "later"), Path("site"))
    assert (here / "site/CNAME").is_file()
    assert files(here / "site/v") == kept


def test_clean_leaves_nothing_of_a_site_without_kept_editions(here: Path) -> None:
    assert publish.clean_folder(Path("next")) == "next is clean."
    assert not (here / "next").exists()
    assert publish.clean_folder(Path("next")) == "next is clean."


def test_clean_leaves_a_page_that_was_edited_by_hand(here: Path) -> None:
    (here / "next/index.html").write_text("Mine.", encoding="utf-8")
    publish.clean_folder(Path("next"))
    assert words_in(here / "next") == "Mine."


@pytest.mark.parametrize("path", ["../a file", "/x", "data/../../a file"])
def test_a_list_that_leads_out_of_the_folder_is_not_ours(here: Path, path: str) -> None:
    digest = sha256((here / "a file").read_bytes()).hexdigest()
    with (here / "next/SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{digest}  {path}\n")
    with pytest.raises(Refused, match="was not created by this command"):
        publish.clean_folder(Path("next"))
    assert (here / "a file").is_file()


def test_clean_does_not_follow_a_link_out_of_the_folder(here: Path) -> None:
    shutil.move(here / "next/data", here / "elsewhere")
    (here / "next/data").symlink_to(here / "elsewhere")
    publish.clean_folder(Path("next"))
    assert (here / "elsewhere/index.json").is_file()


STORES: dict[str, Callable[[Path], object]] = {
    "a site": lambda folder: small_site(folder, "words"),
    "kept editions alone": lambda folder: small_site(folder / "v/0.1.0", "words"),
    "a stopped build": site_folders.begin,
}


@pytest.mark.parametrize("make", STORES.values(), ids=STORES)
def test_what_is_ours(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "folder")
    assert site_folders.is_site(tmp_path / "folder")


def test_a_build_does_not_empty_a_folder_of_somebody_else(here: Path) -> None:
    for name in ("home", "web", "downloads"):
        with pytest.raises(Refused, match=f"{name} was not created by this command"):
            site_folders.refuse_kept(here / name)
    site_folders.refuse_kept(here / "next")
    site_folders.refuse_kept(here / "nowhere")


@pytest.mark.parametrize("folder", ["/", "~"])
def test_the_root_and_a_home_are_nobody_s_site(folder: str) -> None:
    """Asked of what refuses, never of a command: one that failed to refuse would empty them."""
    with pytest.raises(Refused, match="was not created by this command"):
        site_folders.refuse_foreign(Path(folder).expanduser(), site_folders.is_site)
