"""Running the engine: in a process and a folder of its own, so that two builds at once do not write into each other's."""

import gc
import os
import re
import runpy
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.build.errors import Refused

_FOLDER = ".build"
_PREFIX = "next."
_DAY = 24 * 60 * 60
_CHATTER = re.compile(r"INFO +-  (?!briefings: )")
"""Messages that are not shown. The engine's --quiet would also hush the warnings that --strict counts."""

_SAME = {"PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
"""No order of hashes, and no notice of the theme's on the terminal."""


@contextmanager
def new_site(root: Path, show: Callable[[str], None]) -> Iterator[Path]:
    """Yield the folder of a new build, which is removed afterwards; `show` gets what the engine says. Refuse what it refuses."""
    folder = root / _FOLDER
    folder.mkdir(exist_ok=True)
    _remove_remains(folder)
    with TemporaryDirectory(prefix=_PREFIX, dir=folder, ignore_cleanup_errors=True) as new:
        command = (sys.executable, "-m", __name__, "build", "--strict", "--site-dir", str(Path(new).resolve()))
        with subprocess.Popen(  # noqa: S603 - our own Python, without a shell
            command,
            cwd=root,
            env=os.environ | _SAME,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                if not _CHATTER.match(line):
                    show(line.rstrip("\n"))
        if process.returncode:
            raise Refused("The site was not built; the last good one stays in its place.")
        yield Path(new)


def _remove_remains(folder: Path) -> None:
    """Remove what builds left that ended early, a day ago or longer."""
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another build has just removed it
            if path.stat().st_mtime < time.time() - _DAY:
                shutil.rmtree(path, ignore_errors=True)


def run_and_leave() -> None:
    """Run the engine as `python -m mkdocs`, without looking for garbage, and end without freeing objects one by one.

    A build keeps what it reads and makes: collections find a hundredth of it, and the system frees the rest at once. The two
    take a second of a build.
    """
    gc.disable()
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)


if __name__ == "__main__":
    run_and_leave()
