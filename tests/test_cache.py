"""The disk cache: a damaged or foreign entry is a miss, and the folder keeps within its limit."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import DictLoader, Environment

from generators.cache import CompiledTemplates, recalled, store, stored, trim


def again(folder: Path, keys: Sequence[str], make: Callable[[Sequence[int]], list[bytes]]) -> list[bytes]:
    return list(recalled(folder, keys, make))


def made(missing: Sequence[int]) -> list[bytes]:
    return [b"made %d" % number for number in missing]


def test_only_missing_entries_are_made(tmp_path: Path) -> None:
    assert again(tmp_path, ["a", "b"], made) == [b"made 0", b"made 1"]
    asked: list[int] = []

    def counted(missing: Sequence[int]) -> list[bytes]:
        asked.extend(missing)
        return made(missing)

    assert again(tmp_path, ["a", "c", "b"], counted) == [b"made 0", b"made 1", b"made 1"]
    assert asked == [1]


@pytest.mark.parametrize(
    "content", [b"", b"made 0", b"0" * 64 + b"\nmade 0", None], ids=["empty", "foreign", "wrong seal", "cut"]
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, content: bytes | None) -> None:
    again(tmp_path, ["a"], made)
    entry = tmp_path / "a"
    entry.write_bytes(entry.read_bytes()[:-1] if content is None else content)
    assert again(tmp_path, ["a"], lambda _: [b"again"]) == [b"again"]
    assert again(tmp_path, ["a"], made) == [b"again"]


def test_what_must_not_be_kept_is_not(tmp_path: Path) -> None:
    assert again(tmp_path, ["a"], lambda _: [b""]) == [b""]
    assert again(tmp_path, ["a"], made) == [b"made 0"]


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


def test_a_compiled_template_is_kept_for_the_same_text_and_a_damaged_one_is_compiled_again(tmp_path: Path) -> None:
    def shown(text: str) -> str:
        loader = DictLoader({"a.html": text})
        return (
            Environment(loader=loader, bytecode_cache=CompiledTemplates(tmp_path), autoescape=True)
            .get_template("a.html")
            .render(x=1)
        )

    assert shown("{{ x }}") == "1"
    (entry,) = tmp_path.iterdir()
    with patch.object(Environment, "compile", side_effect=AssertionError("compiled twice")):
        assert shown("{{ x }}") == "1"
    assert shown("{{ x + 1 }}") == "2"
    assert len([*tmp_path.iterdir()]) == 2
    entry.write_bytes(entry.read_bytes()[:-1])
    assert shown("{{ x }}") == "1"
