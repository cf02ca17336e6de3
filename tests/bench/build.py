"""How long builds take, as ratios: `make bench`, or `python -m tests.bench.build [--check] BRIEFINGS…`.

For each number of further briefings, in turn on one machine: the site with nothing kept, with its drawings kept, with nothing
changed, and with one cell and one sentence changed, then the same Markdown through the engine and its theme alone, and through
Zensical. Seconds depend on the machine, so benchmarks.json and docs/explanation/speed.md keep ratios; with `--check` one that
is a fifth worse than there is an error.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.sites import multiplied
from tests.fixtures.folders import CACHE, edit
from tests.fixtures.marked_part import with_part

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "benchmarks.json"
PAGE = ROOT / "docs/explanation/speed.md"
BEGIN, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
WORSE = 1.2
"""The factor beyond which a ratio is worse than the kept one."""
RATIOS = {
    "nothing changed / first": ("nothing changed", "first"),
    "one cell / first": ("one cell", "first"),
    "one sentence / first": ("one sentence", "first"),
    "drawings kept / plain engine": ("drawings kept", "plain engine"),
    "drawings kept / Zensical": ("drawings kept", "Zensical"),
}
MEMORY = "most memory"
"""Gigabytes of the largest process of the first build, which makes everything."""
PAGES = ("html", "pages", "builds")
"""Folders of the cache that are not drawings or documents."""


def seconds(folder: Path, *command: str) -> float:
    """Return how long a command of the project's environment takes in the folder."""
    begin = time.perf_counter()
    program = Path(sys.executable).with_name(command[0])
    subprocess.run((program, *command[1:]), cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - begin


def measured(briefings: int) -> dict[str, float]:
    """Return the seconds of each build of a site with that many further briefings."""
    with TemporaryDirectory() as place:
        folder = multiplied(ROOT, Path(place) / "site", briefings)
        site = ("briefings", "build", "site")
        taken = {"first": seconds(folder, *site), MEMORY: resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6}
        for name in PAGES:
            shutil.rmtree(folder / CACHE / name)
        taken["drawings kept"] = seconds(folder, *site)
        taken["nothing changed"] = seconds(folder, *site)
        edit(folder / "data/casualties/afp-count.csv", "A later post has", "A later post of theirs has")
        taken["one cell"] = seconds(folder, *site)
        edit(folder / "content/about.md", "\n\n", "\n\nA sentence more.\n\n")
        taken["one sentence"] = seconds(folder, *site)
        seconds(folder, "briefings", "write", "plain")
        _made_plain(folder / "plain" / "mkdocs.yml")
        taken["plain engine"] = seconds(folder / "plain", "mkdocs", "build", "--site-dir", "../plain-site")
        taken["Zensical"] = seconds(folder / "plain", "zensical", "build")
        return taken


def _made_plain(settings: Path) -> None:
    """Let the engine build the folder with its own search, which our site replaces."""
    text = settings.read_text("utf-8")
    settings.write_text(
        re.sub(r"^plugins:.*?(?=^\S|\Z)", "", text, flags=re.DOTALL | re.MULTILINE) + "\nplugins: [search]\n", "utf-8"
    )


def ratios(taken: Mapping[str, float]) -> dict[str, float]:
    """Return the ratios of the builds, to three decimals."""
    return {name: round(taken[build] / taken[base], 3) for name, (build, base) in RATIOS.items()}


def table(results: Mapping[int, Mapping[str, float]]) -> str:
    """Return seconds and ratios of all sizes as a Markdown table."""
    names = list(next(iter(results.values())))
    rows = {
        number: (*(_amount(name, taken[name]) for name in names), *(f"{ratio:.2f}" for ratio in ratios(taken).values()))
        for number, taken in results.items()
    }
    return _markdown((*names, *RATIOS), rows)


def _amount(name: str, number: float) -> str:
    return f"{number:.2f} GB" if name == MEMORY else f"{number:.1f} s"


def _markdown(names: Sequence[str], rows: Mapping[int, Sequence[str]]) -> str:
    """Return cells by number of further briefings as a Markdown table."""
    lines = (f"| {number} | {' | '.join(cells)} |" for number, cells in rows.items())
    return "\n".join((f"| further briefings | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|", *lines))


def kept_ratios() -> dict[str, dict[str, float]]:
    """Return the kept ratios by number of further briefings; empty before the first measurement."""
    found: dict[str, dict[str, float]] = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    return found


def renewed(page: str, kept: Mapping[str, Mapping[str, float]]) -> str:
    """Return the page with the table of the ratios between its two marks."""
    rows = {number: [_ratio(kept[str(number)], name) for name in RATIOS] for number in sorted(map(int, kept))}
    return with_part(page, BEGIN, END, _markdown((*RATIOS,), rows))


def _ratio(kept: Mapping[str, float], name: str) -> str:
    return f"{kept[name]:.2f}" if name in kept else "not measured"


def worse(results: Mapping[int, Mapping[str, float]], kept: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each ratio that is a fifth worse than the kept one."""
    return [
        f"{number} further briefings, {name}: {ratio} where {kept[str(number)][name]} is kept"
        for number, taken in results.items()
        for name, ratio in ratios(taken).items()
        if ratio > WORSE * kept.get(str(number), {}).get(name, ratio)
    ]


def main(arguments: list[str]) -> int:
    """Measure, print the table, and keep the ratios of each size, or compare them."""
    sizes = [int(argument) for argument in arguments if argument != "--check"] or [0, 30]
    results, kept = dict[int, Mapping[str, float]](), kept_ratios()
    for size in sizes:
        results[size] = measured(size)
        if "--check" not in arguments:
            kept[str(size)] = ratios(results[size])
            KEPT.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")
            PAGE.write_text(renewed(PAGE.read_text("utf-8"), kept), "utf-8")
    print(table(results))
    problems = worse(results, kept) if "--check" in arguments else []
    print("\n".join(problems))
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
