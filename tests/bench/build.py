"""How long the site takes, cold and warm, in turn: `make bench`, or `python -m tests.bench.build ROUNDS`.

Cold is without the chart cache, warm with a full one; both write a whole site into a new folder.
Rounds alternate, so that a machine that slows down slows both; the table shows medians and the fastest.
The exports are timed beside each warm build, and must take at most a third of it.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
LEFT_BEHIND = (".git", ".venv", ".build", "site", ".mypy_cache", ".ruff_cache", ".pytest_cache")
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
MOST = 1 / 3
"""The share of a warm build that all exports together may take."""


def build(folder: Path) -> float:
    """Seconds that one build of the copy in the folder takes, as `make site` runs it."""
    begin = time.perf_counter()
    mkdocs, target = Path(sys.executable).with_name("mkdocs"), folder / ".build" / "next"
    subprocess.run(
        [mkdocs, "build", "--strict", "--site-dir", target],
        cwd=folder,
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - begin


def exports(folder: Path) -> float:
    """Seconds that the exports take of a warm build of the copy in the folder."""
    command = [sys.executable, "-m", "tests.bench.exports", str(folder / ".build" / "next")]
    told = subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True).stdout
    return float(told)


def share(taken: Mapping[str, Sequence[float]]) -> float:
    """The share of the exports in a warm build, by the medians."""
    return median(taken["exports"]) / median(taken["warm"])


def compare(rounds: int) -> dict[str, list[float]]:
    """Seconds of every build, cold and warm in turn, and of the exports in the warm one."""
    taken: dict[str, list[float]] = {"cold": [], "warm": [], "exports": []}
    with TemporaryDirectory() as place:
        folder = shutil.copytree(ROOT, Path(place) / "site", ignore=shutil.ignore_patterns(*LEFT_BEHIND))
        for _ in range(rounds):
            shutil.rmtree(folder / ".cache", ignore_errors=True)
            taken["cold"].append(build(folder))
            taken["warm"].append(build(folder))
            taken["exports"].append(exports(folder))
    return taken


def table(taken: Mapping[str, Sequence[float]]) -> str:
    """The measurements as a Markdown table."""
    head = "| build | rounds | median s | fastest s |\n|---|---|---|---|\n"
    rows = (f"| {name} | {len(all_)} | {median(all_):.2f} | {min(all_):.2f} |" for name, all_ in taken.items())
    return head + "\n".join(rows)


if __name__ == "__main__":
    measured = compare(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    print(table(measured))
    print(f"The exports take {share(measured):.0%} of a warm build; at most {MOST:.0%}.")
    sys.exit(share(measured) > MOST)
