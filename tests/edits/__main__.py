"""`python -m tests.edits 1000` edits the small site so many times, and compares it with a clean build after each edit.

`python -m tests.edits 1000 17` begins with the edits of the seed 17, and `--own` edits this project's own site. Every hundred
edits the site and the cache begin anew with the next seed, so that a seed and a hundred edits are enough to see a difference again.
The first difference ends it: the edits that lead to it and the files that differ are printed.
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from tests.edits.trials import Step, steps
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import RIVERS

_ROUND = 100
_SHOWN = 20


def main(arguments: list[str]) -> int:
    """Edit, build and compare; return 1 at the first difference."""
    parser = ArgumentParser(prog="python -m tests.edits", description="Compare cached builds with clean ones.")
    parser.add_argument("number", type=int, nargs="?", default=100)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--own", action="store_true", help="edit this project's own site")
    options = parser.parse_args(arguments)
    source, done, refused = ROOT if options.own else RIVERS, Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        for begun in range(0, options.number, _ROUND):
            seed, trail = str(options.seed + begun // _ROUND), list[Step]()
            for step in steps(source, min(_ROUND, options.number - begun), seed, Path(folder)):
                trail.append(step)
                done[step.edit.kind] += 1
                refused += step.refused
                if step.differences:
                    return _told(trail, seed)
            print(f"{done.total()} edits of {len(done)} kinds, {refused} refused by both: no difference", flush=True)
    return 0


def _told(trail: list[Step], seed: str) -> int:
    print(f"Seed {seed}, edit {len(trail)}:")
    for count, step in enumerate(trail, 1):
        print(f"{count:4} {step.edit}{' (refused)' if step.refused else ''}")
    differences = trail[-1].differences
    print(f"{len(differences)} differences:", *differences[:_SHOWN], sep="\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
