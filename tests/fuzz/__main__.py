"""`python -m tests.fuzz 10000` tries that many mutations, a fifth of them on this project's own site, and prints every fault.

`python -m tests.fuzz rivers:17` tries a single one again.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.fixtures.cached_reading import remembering
from tests.fuzz.trials import Site, checked, only_read, trial

ROOT = Path(__file__).resolve().parents[2]
SITES = {"rivers": ROOT / "tests" / "sites" / "rivers", "own": ROOT}
SHARE = 5
"""One trial of so many is on the project's own site, whose checks take fifty times as long."""
CHECKED = 3
"""Of the trials on it, one of so many is checked; the others are read alone."""


def main(arguments: list[str]) -> int:
    """Try the mutations, print the faults as they come; return 1 if there are any."""
    wanted = arguments[0] if arguments else "300"
    seeds = _seeds(int(wanted)) if wanted.isdigit() else iter((wanted,))
    faults = 0
    with tempfile.TemporaryDirectory() as folder, remembering():
        sites = {name: Site.copied(source, Path(folder) / name) for name, source in SITES.items()}
        for seed in seeds:
            for fault in trial(sites[seed.partition(":")[0]], seed, _answer(seed)):
                print(fault, flush=True)
                faults += 1
    print(f"{faults} faults")
    return 1 if faults else 0


def _answer(seed: str) -> Callable[[Path], str]:
    """Return what answers the mutation: reading and checks, or reading alone."""
    name, _, number = seed.partition(":")
    return only_read if name == "own" and int(number) // SHARE % CHECKED else checked


def _seeds(number: int) -> Iterator[str]:
    yield from (f"{'own' if n % SHARE == 0 else 'rivers'}:{n}" for n in range(number))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
