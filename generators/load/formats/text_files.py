"""Text files: UTF-8, with or without a byte order mark, with any line ends. No other module opens text files."""

import os
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from generators.load.formats import limits
from generators.load.formats.reading import Reading, gathered, read_each
from generators.load.formats.remembered import remembered
from generators.model.notations.encodings import CODECS, mojibake, narrow_encoding, other_kind, wide_encoding
from generators.model.problems import Problem, Where

T = TypeVar("T")
TEMPORARY = re.compile(r"\..*|.*~|#.*#")
"""Names of hidden files and temporary files of editors."""
_MERGE = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters but the tab and the line end, other line ends of Unicode, and halves of characters."""


def text(root: Path, path: str) -> Reading[str | None]:
    """Return the text with LF line ends, in NFC; None and a problem if it is empty or not plain UTF-8."""
    content = yield from _content(root, path)
    if content is None:
        return None
    decoded, problem = _decode(path, content)
    if problem:
        yield problem
        return None
    if not decoded.strip():
        yield Problem(
            where=Where(path=path), subject="file", expected="some text", advice="Fill the file or delete it."
        )
        return None
    excess = tuple(limits.too_long(path, decoded))
    yield from excess
    if excess:
        return None
    wrong = next(filter(None, (look(path, decoded) for look in _LOOKS)), None)
    if wrong:
        yield wrong
    return None if wrong else decoded


def _decode(path: str, content: bytes) -> tuple[str, Problem | None]:
    """Return the text of the bytes, or a problem if they are not UTF-8."""
    if kind := other_kind(content):
        advice = "Save its contents as text: a table as CSV UTF-8."
        return "", Problem(where=Where(path=path), subject="file", found=kind, expected="a text file", advice=advice)
    if wide := wide_encoding(content):
        advice = "Save the file as UTF-8: in a spreadsheet as CSV UTF-8, not as Unicode text."
        return "", Problem(where=Where(path=path), subject="encoding", found=wide, expected="UTF-8", advice=advice)
    try:
        decoded = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return "", _not_utf8(path, content, error.start)
    return unicodedata.normalize("NFC", decoded.replace("\r\n", "\n").replace("\r", "\n")), None


def guessed(root: Path, path: str) -> str:
    """Return the text of a file in its likely encoding, to recognise its kind; empty if it is not text."""
    content, _ = gathered(_content(root, path))
    if not content or other_kind(content):
        return ""
    codec = wide_encoding(content)
    return content.decode(codec or "utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _content(root: Path, path: str) -> Reading[bytes | None]:
    """Return the file's bytes."""
    where = Where(path=path)
    refused = tuple(limits.irregular(root, path))
    if refused:
        yield from refused
        return None
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        yield Problem(where=where, subject="file", expected="this file to exist", advice="Add it.")
    except OSError as error:
        yield unreadable(where, error)
    return None


def unreadable(where: Where, error: OSError) -> Problem:
    """Return the problem that a file or folder cannot be read, with the system's own words."""
    advice = f"The system reports: {error.strerror}."
    return Problem(where=where, subject="file", expected="a file or a folder that can be read", advice=advice)


def unseen(text: str) -> re.Match[str] | None:
    """Return the first invisible control character."""
    return _UNSEEN.search(text)


def unseen_problem(where: Where, subject: str, character: str) -> Problem:
    """Return the problem of a control character, printed as its code point because it is invisible."""
    found = f"the character U+{ord(character):04X}"
    advice = "It is invisible: delete it and type the intended character."
    return Problem(where=where, subject=subject, found=found, expected="text without control characters", advice=advice)


def _mojibake(path: str, decoded: str) -> Problem | None:
    """Return the problem that UTF-8 was once read as Windows-1252, at its first place only."""
    hidden = mojibake(decoded)
    if hidden is None:
        return None
    at, garbled, letters = hidden
    before, behind = re.search(r"\w{0,20}$", decoded[:at]), re.match(r"\w{0,20}", decoded[at + len(garbled) :])
    around = before[0] if before else "", behind[0] if behind else ""
    return Problem(
        where=_place(path, decoded, at),
        subject="text",
        found=garbled.join(around),
        expected=letters.join(around),
        advice="UTF-8 was read as another encoding here: copy the text from its source again, and save it as UTF-8.",
    )


def _control_character(path: str, decoded: str) -> Problem | None:
    """Return the problem of the first control character; one is enough for a file of another kind."""
    match = unseen(decoded)
    return unseen_problem(_place(path, decoded, match.start()), "text", match[0]) if match else None


def _merge_marker(path: str, decoded: str) -> Problem | None:
    """Return the problem of an unfinished merge."""
    marker = _MERGE.search(decoded)
    if marker is None:
        return None
    advice = "Keep one of the two versions and delete the markers."
    return Problem(
        where=_place(path, decoded, marker.start()),
        subject="text",
        found=marker[0],
        expected="no merge conflict marker",
        advice=advice,
    )


_LOOKS = (_mojibake, _control_character, _merge_marker)


def _place(path: str, decoded: str, at: int) -> Where:
    before = decoded[:at]
    return Where(path=path, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


def is_there(root: Path, path: str) -> bool:
    """Return True if something has that name, whether it can be read or not."""
    return os.path.lexists(root / path)


def every_file(
    root: Path, folder: str, ending: str, read: Callable[[Path, str], Reading[T | None]], ground: object = None
) -> Reading[tuple[T, ...]]:
    """Return the readable files of the folder with that ending, sorted by name; `ground` is what else they are read by.

    A file with the same bytes as before is not parsed again.
    """
    paths = paths_below(root, folder, ending)
    return (yield from read_each(paths, lambda path: remembered(partial(read, root, path), root, [path], ground)))


def paths_below(root: Path, folder: str, ending: str) -> tuple[str, ...]:
    """Return the paths in the folder with that ending, sorted, without hidden files."""
    below, files = _listing(root, folder)
    return tuple(f"{folder}/{name}" for name in sorted((*below, *files)) if name.endswith(ending))


def folders(root: Path, folder: str) -> tuple[str, ...]:
    """Return the names of the folders in a folder, sorted."""
    return tuple(sorted(_listing(root, folder)[0]))


def _listing(root: Path, folder: str) -> tuple[list[str], list[str]]:
    """Return the folders and files in a folder; none if it is missing or unreadable: see `unknown_files`."""
    _, below, files = next(os.walk(root / folder), ("", [], []))
    return [name for name in below if name[0] != "."], [name for name in files if name[0] != "."]


def _not_utf8(path: str, content: bytes, start: int) -> Problem:
    before = content[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2].decode("utf-8", "replace")
    where = Where(path=path, line=before.count(b"\n") + 1, column=len(line) + 1)
    byte = content[start : start + 1]
    encoding = narrow_encoding(content)
    letter = byte.decode(CODECS[encoding], "ignore")
    guess = f" In {encoding} this byte is {letter}." if letter.isprintable() and letter else ""
    return Problem(
        where=where,
        subject="encoding",
        found=f"byte 0x{byte.hex()}",
        expected="UTF-8",
        advice=f"Save the file as UTF-8.{guess}",
    )
