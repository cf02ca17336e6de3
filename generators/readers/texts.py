"""Files as text: UTF-8, with or without a byte order mark, with any line ends. Nothing else opens a text file."""

from pathlib import Path

from generators.problems import Problem, Where
from generators.readers.reading import Reading


def text(root: Path, path: str) -> Reading[str | None]:
    """The file's text with LF line ends; None and a problem if it is missing, empty or not UTF-8."""
    if not (root / path).is_file():
        yield Problem(where=Where(path=path), subject="file", expected="this file to exist", advice="Add it.")
        return None
    content = (root / path).read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        decoded = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        yield _not_utf8(path, content, error.start)
        return None
    if not decoded.strip():
        yield Problem(
            where=Where(path=path), subject="file", expected="some text", advice="Fill the file or delete it."
        )
        return None
    return decoded


def is_there(root: Path, path: str) -> bool:
    """True if an optional file exists."""
    return (root / path).is_file()


def listed(root: Path, folder: str, ending: str) -> tuple[str, ...]:
    """The paths of the folder's files with that ending, sorted; hidden files are not the site's."""
    found = (root / folder).glob(f"*{ending}")
    return tuple(sorted(f"{folder}/{file.name}" for file in found if file.is_file() and not file.name.startswith(".")))


def folders(root: Path, folder: str) -> tuple[str, ...]:
    """The names of the folders in a folder, sorted."""
    if not (root / folder).is_dir():
        return ()
    return tuple(sorted(f.name for f in (root / folder).iterdir() if f.is_dir() and not f.name.startswith(".")))


def _not_utf8(path: str, content: bytes, start: int) -> Problem:
    before = content[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2].decode("utf-8", "replace")
    where = Where(path=path, line=before.count(b"\n") + 1, column=len(line) + 1)
    byte = content[start : start + 1]
    letter = byte.decode("cp1252", "ignore")
    guess = f" In Windows-1252 this byte is {letter}." if letter.isprintable() and letter else ""
    return Problem(
        where=where,
        subject="encoding",
        found=f"byte 0x{byte.hex()}",
        expected="UTF-8",
        advice=f"Save the file as UTF-8.{guess}",
    )
