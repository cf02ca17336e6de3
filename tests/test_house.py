"""The house rules that a tool can hold: the tail of lengths, the shelves, the floors, who touches the disk.

Lines of a function are code lines: docstring, blank lines and comments are not counted (see `tests/house.py`).
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests import house

SHELVES = ("charts", "pages", "exports", "checks", "heads", "readers")
DISK = (
    "readers",
    "cache.py",
    "drawing.py",
    "engine.py",
    "fonts.py",
    "typesetting",
    "press.py",
    "publishing.py",
    "ownership.py",
    "finished.py",
    "written.py",
    "editions.py",
    "held.py",
    "preview.py",
    "plugin.py",
    "cli.py",
)
ATTICS = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager", "handler"}
TOPICS = (
    "iraq", "syria", "isis", "isil", "daesh", "islamic state", "caliphate", "unami", "ohchr", "ibc", "body count",
    "acled", "ucdp", "anbar", "nineveh", "ninewa", "mosul", "raqqa", "baghdad", "kirkuk", "diyala", "kurd", "yazidi",
    "peshmerga", "jihad", "terror", "prison break", "abu ghraib", "hashimi", "killed", "wounded", "casualt", "militant",
)  # fmt: skip
_TALKS_TO_DISK = {
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rmtree",
    "iterdir",
    "rglob",
}
_OPEN_TASK = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

GENERATORS = house.files("generators")
FUNCTIONS = [function for file in GENERATORS for function in file.functions]


def _tell(rule: str, wrong: Iterable[str]) -> None:
    found = sorted(wrong)
    assert not found, f"{rule}\n  " + "\n  ".join(found)


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in GENERATORS:
        path = house.ROOT / file.path
        yield path.relative_to(house.ROOT / "generators"), ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("tenths", "most"), [(5, 8), (9, 25), (10, 40)])
def test_functions_are_short(tenths: int, most: int) -> None:
    wrong = [f"{each.where}: {each.lines} lines" for each in FUNCTIONS if each.lines > most]
    if house.decile([each.lines for each in FUNCTIONS], tenths) > most:
        _tell(f"At least {tenths} in 10 functions have at most {most} lines of code; longer ones are:", wrong)


@pytest.mark.parametrize(("tenths", "most"), [(9, 200), (10, 300)])
def test_files_are_short(tenths: int, most: int) -> None:
    wrong = [f"{each.path}: {each.lines} lines" for each in GENERATORS if each.lines > most]
    if house.decile([each.lines for each in GENERATORS], tenths) > most:
        _tell(f"At least {tenths} in 10 files have at most {most} lines; longer ones are:", wrong)


def test_no_test_file_is_endless() -> None:
    long = (f"{file.path}: {file.lines} lines" for file in house.files("tests") if file.lines > 300)
    _tell("A test file has at most 300 lines; cut it by what it tests:", long)


def test_functions_take_few_parameters() -> None:
    _tell(
        "A function has at most 4 parameters (self is not counted, keyword-only ones are):",
        (f"{each.where}: {each.parameters}" for each in FUNCTIONS if each.parameters > 4),
    )


def test_functions_are_simple() -> None:
    _tell(
        "A function has a cyclomatic complexity of at most 8:",
        (f"{each.where}: {each.complexity}" for each in FUNCTIONS if each.complexity > 8),
    )


def test_everything_public_says_what_it_is() -> None:
    _tell("A module begins with a docstring:", (file.path for file in GENERATORS if not file.described))
    _tell(
        "A public function or method has a docstring:",
        (each.where for each in FUNCTIONS if each.public and not each.described),
    )


def test_no_attic() -> None:
    names = (path for path in (house.ROOT / "generators").rglob("*") if "theme" not in path.parts)
    attics = (path.relative_to(house.ROOT).as_posix() for path in names if path.stem.strip("_") in ATTICS)
    _tell("A module is named after the noun it holds, not as an attic:", attics)


def test_no_open_task() -> None:
    texts = ((file.path, (house.ROOT / file.path).read_text(encoding="utf-8")) for file in GENERATORS)
    _tell("An open task is an issue, not a comment:", (path for path, text in texts if _OPEN_TASK.search(text)))


@pytest.mark.parametrize("shelf", SHELVES)
def test_nothing_on_a_shelf_is_forgotten(shelf: str) -> None:
    """Every file is named in the shelf's list, or used by another file."""
    folder = house.ROOT / "generators" / shelf
    named = {name for _, tree in _trees() for name in _imported(tree)}
    listed = _words(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    files = (file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    forgotten = (f"{stem}.py" for stem in files if f"generators.{shelf}.{stem}" not in named and stem not in listed)
    _tell(f"Every file in generators/{shelf}/ is named in its __init__.py or used:", forgotten)


@pytest.mark.parametrize("shelf", ["pages", "exports", "checks"])
def test_a_list_names_every_file_of_its_shelf(shelf: str) -> None:
    """Where a file is a thing that can be added, the list itself names it."""
    folder = house.ROOT / "generators" / shelf
    listed = set(_imported(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))))
    files = (file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    _tell(
        f"The list in generators/{shelf}/__init__.py names every file beside it:",
        (f"{stem}.py" for stem in files if f"generators.{shelf}.{stem}" not in listed),
    )


def _words(tree: ast.Module) -> set[str]:
    """Strings in a list: the kinds of charts are imported when they are asked for, so they are named in quotes."""
    return {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_generators_know_nothing_of_this_sites_topics() -> None:
    words = re.compile(rf"\b(?:{'|'.join(TOPICS)})", re.IGNORECASE)
    texts = [path for path in (house.ROOT / "generators").rglob("*") if path.suffix in {".py", ".html", ".css", ".js"}]
    _tell(
        "generators/ serves any subject; these words belong to content/ and data/:",
        (
            f"{path.relative_to(house.ROOT)}:{number}: {found.group()}"
            for path in texts
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
            for found in words.finditer(line)
        ),
    )


def test_only_the_edges_touch_the_disk() -> None:
    """What an import contract cannot see: the built-in `open` and the methods of a path that was handed in."""
    _tell(
        f"Only {', '.join(DISK)} touch the disk:",
        (
            f"generators/{path}:{call.lineno} {name}"
            for path, tree in _trees()
            if path.parts[0] not in DISK
            for call, name in _calls(tree)
            if name in {"open", "io.open"} or name.rpartition(".")[2] in _TALKS_TO_DISK
        ),
    )


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def test_imports_go_down_only() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=house.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[done.stdout.find("Contracts") :] + done.stderr
