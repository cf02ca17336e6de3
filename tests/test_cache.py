"""The disk cache: a damaged or foreign entry is a miss, and the folder keeps within its limit."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from generators.cache import recalled, store, stored, trim


def made(missing: Sequence[int]) -> list[bytes]:
    return [b"made %d" % number for number in missing]


def test_only_missing_entries_are_made(tmp_path: Path) -> None:
    assert recalled(tmp_path, ["a", "b"], made) == [b"made 0", b"made 1"]
    asked: list[int] = []

    def counted(missing: Sequence[int]) -> list[bytes]:
        asked.extend(missing)
        return made(missing)

    assert recalled(tmp_path, ["a", "c", "b"], counted) == [b"made 0", b"made 1", b"made 1"]
    assert asked == [1]


@pytest.mark.parametrize(
    "content", [b"", b"made 0", b"0" * 64 + b"\nmade 0", None], ids=["empty", "foreign", "wrong seal", "cut"]
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, content: bytes | None) -> None:
    recalled(tmp_path, ["a"], made)
    entry = tmp_path / "a"
    entry.write_bytes(entry.read_bytes()[:-1] if content is None else content)
    assert recalled(tmp_path, ["a"], lambda _: [b"again"]) == [b"again"]
    assert recalled(tmp_path, ["a"], made) == [b"again"]


def test_what_must_not_be_kept_is_not(tmp_path: Path) -> None:
    assert recalled(tmp_path, ["a"], lambda _: [b""]) == [b""]
    assert recalled(tmp_path, ["a"], made) == [b"made 0"]


def test_the_entries_that_were_not_used_for_longest_go_first(tmp_path: Path) -> None:
    for number, name in enumerate("abc"):
        store(tmp_path / name, b"x" * 100)
        os.utime(tmp_path / name, (number, number))
    size = (tmp_path / "a").stat().st_size
    assert stored(tmp_path / "a")  # a use
    trim(tmp_path, 2 * size)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]
    trim(tmp_path, 0)
    assert not [*tmp_path.iterdir()]
