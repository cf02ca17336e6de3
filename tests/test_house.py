"""The house rules that a tool can hold: the tail of lengths, the shelves, the floors, who touches the disk.

Lines of a function are code lines: docstring, blank lines and comments are not counted (see `tests/fixtures/code_metrics.py`).
"""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.docs import import_graph
from tests.docs.import_graph import imported_names, parsed
from tests.fixtures import code_metrics as house
from tests.fixtures.repository import ROOT

LISTS = {
    "charts/kinds": "charts/registry.py",
    "pages": "pages/__init__.py",
    "exports": "exports/__init__.py",
    "checks": "checks/__init__.py",
}
"""Folders of what can be added, and the file whose list names each."""
DISK = (
    "load/", "cache.py", "fonts.py", "text/messages.py", "charts/render/draw.py", "charts/render/vega_runtime.py", "exports/pdf/typeset.py", "plugin/", "cli.py",
    *(f"build/{name}.py" for name in ("engine", "finalize", "footer_links", "inputs", "pipeline", "portable", "publish", "release", "site_folders", "static_files", "verify")),
)  # fmt: skip
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


@cache
def generators() -> tuple[house.File, ...]:
    """Every file of generators/, measured."""
    return house.files("generators")


def functions() -> list[house.Function]:
    return [function for file in generators() for function in file.functions]


def _tell(rule: str, wrong: Iterable[str]) -> None:
    found = sorted(wrong)
    assert not found, f"{rule}\n  " + "\n  ".join(found)


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    """Every file of generators/ and its syntax tree."""
    return tuple((path.relative_to(ROOT / "generators"), tree) for path, tree in parsed("generators"))


@pytest.mark.parametrize(("tenths", "most"), [(5, 8), (9, 25), (10, 40)])
def test_functions_are_short(tenths: int, most: int) -> None:
    wrong = [f"{each.where}: {each.lines} lines" for each in functions() if each.lines > most]
    if house.decile([each.lines for each in functions()], tenths) > most:
        _tell(f"At least {tenths} in 10 functions have at most {most} lines of code; longer ones are:", wrong)


@pytest.mark.parametrize(("tenths", "most"), [(9, 200), (10, 300)])
def test_files_are_short(tenths: int, most: int) -> None:
    wrong = [f"{each.path}: {each.lines} lines" for each in generators() if each.lines > most]
    if house.decile([each.lines for each in generators()], tenths) > most:
        _tell(f"At least {tenths} in 10 files have at most {most} lines; longer ones are:", wrong)


def test_no_test_file_is_endless() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path, _ in parsed("tests")}
    long = (f"{path.relative_to(ROOT)}: {number} lines" for path, number in lines.items() if number > 300)
    _tell("A test file has at most 300 lines; cut it by what it tests:", long)


def test_functions_take_few_parameters() -> None:
    _tell(
        "A function has at most 6 parameters (self is not counted, keyword-only ones are):",
        (f"{each.where}: {each.parameters}" for each in functions() if each.parameters > 6),
    )


def test_functions_are_simple() -> None:
    _tell(
        "A function has a cyclomatic complexity of at most 8:",
        (f"{each.where}: {each.complexity}" for each in functions() if each.complexity > 8),
    )


def test_everything_public_says_what_it_is() -> None:
    _tell("A module begins with a docstring:", (file.path for file in generators() if not file.described))
    _tell(
        "A public function or method has a docstring:",
        (each.where for each in functions() if each.public and not each.described),
    )


def test_no_attic() -> None:
    names = (path for path in (ROOT / "generators").rglob("*") if "theme" not in path.parts)
    attics = (path.relative_to(ROOT).as_posix() for path in names if path.stem.strip("_") in ATTICS)
    _tell("A module is named after the noun it holds, not as an attic:", attics)


def test_no_open_task() -> None:
    texts = ((file.path, (ROOT / file.path).read_text(encoding="utf-8")) for file in generators())
    _tell("An open task is an issue, not a comment:", (path for path, text in texts if _OPEN_TASK.search(text)))


def test_no_file_is_forgotten() -> None:
    """Every file is imported by another, named in a list, or an entry point."""
    named = {name for _, tree in _trees() for name in imported_names(tree)}
    named |= _words(ast.parse((ROOT / "generators/charts/registry.py").read_text(encoding="utf-8")))
    paths = [path for path, _ in _trees() if path.stem != "__init__" and path.as_posix() != "cli.py"]
    forgotten = (f"{path}" for path in paths if not {_module(path), path.stem if "kinds" in path.parts else ""} & named)
    _tell("Every file in generators/ is used:", forgotten)


@pytest.mark.parametrize("folder", LISTS)
def test_a_list_names_every_file_of_its_folder(folder: str) -> None:
    """Where a file is a thing that can be added, the list itself names it."""
    tree = ast.parse((ROOT / "generators" / LISTS[folder]).read_text(encoding="utf-8"))
    listed = {*imported_names(tree), *_words(tree)}
    files = (path for path, _ in _trees() if path.parent.as_posix() == folder and path.stem != "__init__")
    _tell(
        f"The list in generators/{LISTS[folder]} names every file in {folder}/:",
        (path.name for path in files if not {_module(path), path.stem} & listed),
    )


def _module(path: Path) -> str:
    return ".".join(("generators", *path.with_suffix("").parts))


def _words(tree: ast.Module) -> set[str]:
    """Strings in a list: the kinds of charts are imported when they are asked for, so they are named in quotes."""
    return {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def test_generators_know_nothing_of_this_sites_topics() -> None:
    words = re.compile(rf"\b(?:{'|'.join(TOPICS)})", re.IGNORECASE)
    texts = [path for path in (ROOT / "generators").rglob("*") if path.suffix in {".py", ".html", ".css", ".js"}]
    _tell(
        "generators/ serves any subject; these words belong to content/ and data/:",
        (
            f"{path.relative_to(ROOT)}:{number}: {found.group()}"
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
            if not path.as_posix().startswith(DISK)
            for call, name in _calls(tree)
            if name in {"open", "io.open"} or name.rpartition(".")[2] in _TALKS_TO_DISK
        ),
    )


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def _contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


PLANTED = {
    "text/upward.py": "from generators.pages import PAGES",
    "checks/beside.py": "from generators.exports import robots",
    "text/sideways.py": "from generators.urls import paths",
    "charts/data/upward.py": "from generators.charts.elements import axes",
    "pages/reading.py": "from generators.load import load_catalog",
}
"""Upward, between siblings, within charts, and a reading that is not the pipeline's."""


def test_planted_imports_are_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "generators", tmp_path / "generators", ignore=shutil.ignore_patterns("theme"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in PLANTED.items():
        (tmp_path / "generators" / file).write_text(f"{line}\n", encoding="utf-8")
    done = _contracts(tmp_path)
    assert done.returncode == 1
    modules = {_module(Path(file)): line.split()[1] for file, line in PLANTED.items()}
    assert [name for name, to in modules.items() if f"{name} -> {to}" not in done.stdout] == []


def test_the_map_shows_the_imports_as_they_are() -> None:
    page = import_graph.PAGE.read_text(encoding="utf-8")
    assert import_graph.renewed(page) == page, "ARCHITECTURE.md shows another import graph: run make docs"


def test_no_arrow_of_the_map_goes_up_or_sideways() -> None:
    floor = {name: n for n, names in enumerate(import_graph.floors()) for name in names}
    assert [(name, to) for name, to in import_graph.arrows() if floor[name] >= floor[to]] == []


def test_no_test_imports_another() -> None:
    imported = ((path, name) for path, tree in parsed("tests") for name in imported_names(tree))
    _tell(
        "A test imports no other test; what they share is in tests/fixtures/:",
        (f"{path}: {name}" for path, name in imported if ".test_" in name or name == "tests.conftest"),
    )


def test_tests_mirror_the_folders_of_generators() -> None:
    folders = {path.parent.relative_to(ROOT / "tests") for path, _ in parsed("tests") if path.stem.startswith("test_")}
    of_their_own = {"site", "browser", "docs", "fuzz", "edits"}
    _tell(
        "A folder of tests/ has the name of the one in generators/ that it tests:",
        (
            str(each)
            for each in folders
            if not (ROOT / "generators" / each).is_dir() and each.parts[0] not in of_their_own
        ),
    )
