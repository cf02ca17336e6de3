"""Whoever holds a copy can tell whether it is what was published: every changed, missing and added file is named."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from generators.build import checksums
from generators.build.finalize import finish
from generators.cli import main
from tests.fixtures.published_site import PUBLISHED


def packed(folder: Path, top: str = "", compression: int = ZIP_STORED) -> Path:
    """The folder as a ZIP, as it is or below one folder."""
    path = folder.with_name("copy.zip")
    with ZipFile(path, "w", compression) as archive:
        for file in _paths(folder):
            archive.write(file, top + file.relative_to(folder).as_posix())
    return path


def _paths(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_true_copy_is_one_as_a_folder_and_as_a_zip(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for held in (folder, packed(folder), packed(folder, "some name/")):
        assert main(["verify", str(held)]) == 0
        assert capsys.readouterr().out.startswith("3 files: all match")


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum on this machine")
def test_the_system_s_own_tool_reads_the_list_and_sees_a_fault(folder: Path) -> None:
    judge = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(judge, cwd=folder, check=False).returncode == 0
    (folder / "index.html").write_text("<p>91</p>", encoding="utf-8")
    assert subprocess.run(judge, cwd=folder, check=False, capture_output=True).returncode == 1


def test_everything_that_differs_is_named_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "index.html").write_text("<p>91</p>", encoding="utf-8")
    (folder / "data" / "levels.csv").unlink()
    (folder / "new.html").write_text("x", encoding="utf-8")
    for held in (folder, packed(folder, "x/")):
        assert main(["verify", str(held)]) == 1
        told = capsys.readouterr().err.splitlines()
        assert told[1:] == ["changed: index.html", "missing: data/levels.csv", "added: new.html"]


def test_a_file_that_a_zip_holds_twice_or_outside_its_folder_is_added(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = packed(folder, "x/")
    with ZipFile(held, "a") as archive:
        archive.writestr("index.html", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x/index.html", PUBLISHED["index.html"])
    assert main(["verify", str(held)]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == ["added: ../index.html", "added: index.html"]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (b"index.html", "changed: index.html"),
        (b"SHA256SUMS", "is damaged and cannot be read"),
        (b"PK\x01\x02", "is damaged and cannot be read"),
    ],
    ids=["a file", "the list", "the ZIP's own list"],
)
def test_a_zip_with_flipped_bytes_is_told_in_a_sentence(
    folder: Path, place: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "index.html").write_text("<p>at least 91</p>" * 90, encoding="utf-8")
    finish(folder)
    held = packed(folder, compression=ZIP_DEFLATED)
    whole = bytearray(held.read_bytes())
    at = whole.index(place) + (len(place) if place.isalnum() or b"." in place else 0)
    whole[at : at + 2] = b"\xff\xff"
    held.write_bytes(whole)
    assert main(["verify", str(held)]) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("byte", "value"), [(6, 1), (8, 99)], ids=["encrypted", "packed in an unknown way"])
def test_a_zip_that_cannot_be_opened_is_told_in_a_sentence(
    folder: Path, byte: int, value: int, capsys: pytest.CaptureFixture[str]
) -> None:
    held = packed(folder)
    whole = bytearray(held.read_bytes())
    whole[byte] = whole[whole.index(b"PK\x01\x02") + byte + 2] = value
    held.write_bytes(whole)
    assert main(["verify", str(held)]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert "is damaged and cannot be read" in told


def test_what_is_no_file_is_added_and_a_name_cannot_speak_to_a_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").symlink_to("/etc")
    (folder / "gone").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    (folder / "\x1b[31m\nall match").touch()
    (folder / ".DS_Store").touch()
    assert main(["verify", str(folder)]) == 1
    told = capsys.readouterr().err.splitlines()[1:]
    assert told == [r"added: '\x1b[31m\nall match'", "added: gone", "added: out", "added: pipe"]


def test_a_kept_edition_answers_to_its_own_list_and_what_has_none_is_added(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, folder.with_name("old"))
    shutil.move(folder.with_name("old"), folder / "v" / "0.9.0")
    for held in (folder, packed(folder, "x/")):
        assert main(["verify", str(held)]) == 0
        assert capsys.readouterr().out.startswith("6 files: all match")
    (folder / "v" / "0.9.0" / "index.html").write_text("<p>91</p>", encoding="utf-8")
    (folder / "v" / "1.0.0").mkdir()
    (folder / "v" / "1.0.0" / "x.html").touch()
    assert main(["verify", str(folder)]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == ["changed: v/0.9.0/index.html", "added: v/1.0.0/x.html"]


def test_the_site_s_list_vouches_for_no_kept_edition(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = str(shutil.copy(folder / "SHA256SUMS", folder.with_name("given")))
    assert main(["verify", str(folder), "--list", given]) == 0
    assert "archived editions" not in capsys.readouterr().out
    forged = folder / "v" / "0.9.0"
    forged.mkdir(parents=True)
    (forged / "index.html").write_text("<p>9</p>", encoding="utf-8")
    finish(forged)
    assert main(["verify", str(folder), "--list", given]) == 0
    own = sha256((forged / "SHA256SUMS").read_bytes()).hexdigest()
    told = capsys.readouterr().out
    assert "It does not list archived editions. Compare the SHA-256 digest of each list" in told
    assert told.endswith(f"{own}  v/0.9.0/SHA256SUMS\n")


def test_the_digest_to_compare_is_one_that_stands_on_the_site(
    offering: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = checksums.parse_checksums((offering / "SHA256SUMS").read_text(encoding="utf-8")) or {}
    main(["verify", str(offering / "offline.zip")])
    assert capsys.readouterr().out.splitlines()[-1] == listed["offline.zip"]
    main(["verify", str(offering)])
    own = sha256((offering / "SHA256SUMS").read_bytes()).hexdigest()
    assert f"\n{own}  SHA256SUMS\n" in capsys.readouterr().out


@pytest.fixture
def unpacked(offering: Path) -> Path:
    """The folder that comes out of the offline edition."""
    with ZipFile(offering / "offline.zip") as archive:
        archive.extractall(offering.with_name("unpacked"))
    return offering.with_name("unpacked") / "offline"


def test_the_unpacked_edition_agrees_with_its_own_list_and_the_site_says_which_that_is(
    offering: Path, unpacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(unpacked)]) == 0
    told = capsys.readouterr().out
    own = sha256((unpacked / "SHA256SUMS").read_bytes()).hexdigest()
    assert "all match its own SHA256SUMS.\n" in told
    assert f"{own}  SHA256SUMS\n" in told
    assert "the site has this digest in offline.sha256" in told
    assert (offering / "offline.sha256").read_text("utf-8") == f"{own}  offline/SHA256SUMS\n"
    assert "  offline.sha256\n" in (offering / "SHA256SUMS").read_text("utf-8")


@pytest.mark.parametrize("given", ["SHA256SUMS", "offline.sha256"])
def test_a_file_and_its_line_that_went_together_show_beside_the_site_s_list(
    given: str, offering: Path, unpacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = ["--list", str(offering / given)]
    assert main(["verify", str(offering), "--list", str(offering / "SHA256SUMS")]) == 0
    assert main(["verify", str(unpacked), *beside]) == 0
    assert f"all match its own SHA256SUMS, which {offering / given} lists." in capsys.readouterr().out
    (unpacked / "index.html").unlink()
    lines = (unpacked / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    (unpacked / "SHA256SUMS").write_text("".join(line for line in lines if "index.html" not in line), "utf-8")
    assert main(["verify", str(unpacked)]) == 0
    assert main(["verify", str(unpacked), *beside]) == 1
    assert "does not list that file: a file and its line may both have been removed" in capsys.readouterr().err


def test_a_single_file_is_found_by_its_bytes_whatever_its_name(
    offering: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (offering / "data" / "index.json").write_text('{"edition": "2021-03-01", "version": "1.2.0"}', "utf-8")
    finish(offering)
    listing = offering / "SHA256SUMS"
    assert main(["verify", str(offering / "data" / "levels.csv")]) == 0
    assert "levels.csv is data/levels.csv of edition 1.2.0, as listed.\n" in capsys.readouterr().out
    elsewhere = offering.parent / "renamed.txt"
    shutil.copy(offering / "data" / "levels.csv", elsewhere)
    shutil.copy(listing, offering.parent / "taken.txt")
    assert main(["verify", str(elsewhere), "--list", str(offering.parent / "taken.txt")]) == 0
    told = capsys.readouterr().out
    assert "renamed.txt is data/levels.csv, as listed.\n" in told
    assert told.endswith(f"{sha256(listing.read_bytes()).hexdigest()}  taken.txt\n")
    assert main(["verify", str(offering / "offline.zip"), "--list", str(listing)]) == 0
    elsewhere.write_text("period,value\n2020-01,213\n", "utf-8")
    assert main(["verify", str(elsewhere), "--list", str(listing)]) == 1
    assert f"no file in {listing} has this digest" in capsys.readouterr().err


def test_a_damaged_file_in_a_zip_is_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = packed(folder)
    held.write_bytes(held.read_bytes().replace(b"at least 91", b"at least 19"))
    assert main(["verify", str(held)]) == 1
    assert "changed: index.html" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "no list", "0" * 64 + "  a\n" + "1" * 64 + "  a\n"])
def test_a_damaged_list_is_no_list(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "SHA256SUMS").write_text(text, encoding="utf-8")
    assert main(["verify", str(folder)]) == 1
    assert "SHA256SUMS is damaged" in capsys.readouterr().err


def test_what_is_no_copy_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.txt").write_text("x", encoding="utf-8")
    with ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    digest = sha256(b"x").hexdigest()
    for held, told in (
        ("", "contains no SHA256SUMS"),
        ("text.txt", f"--list SHA256SUMS. Or look there for the SHA-256 digest of the file:\n{digest}\n"),
        ("other.zip", "there is none beside or above it"),
        ("nothing", "is neither a folder nor a file"),
    ):
        assert main(["verify", str(tmp_path / held)]) == 1
        assert told in capsys.readouterr().err


def test_the_list_says_again_what_it_was_given() -> None:
    digests = {"b/c.txt": "0" * 64, "a b.txt": "1" * 64}
    assert checksums.parse_checksums(checksums.checksum_list(digests).decode()) == digests
