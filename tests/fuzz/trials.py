"""One trial of the fuzzer: a file of a site changed, the site read and checked, and what is wrong with the answer."""

import re
import shutil
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from generators import load
from generators.build import pipeline
from generators.build.errors import Refused
from generators.load.formats.reading import gathered
from generators.model.problems import report
from tests.fuzz.mutations import MUTATIONS, spoilt

MOST_LINES, WHOLE = 24, 72
"""Lines that a mutation may be answered with: one of a line, and one of a whole file, which makes several mistakes in each row."""
_WHOLE = re.compile(r"bytes|separated|column|cut_off")
SECONDS = 5.0
"""Processor time that an answer may take beyond that of the site as it is; files here are below a megabyte, or it is one each."""
_MESSAGE = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+)  \S")
_LATER = re.compile(r".* (?:is|are) checked once these are fixed\.")
_KINDS = (".csv", ".csv", ".csv", ".yml", ".yml", ".yml", ".md", ".md", ".md", ".topojson")


@dataclass(frozen=True)
class Site:
    """A copy of a site that may be spoilt."""

    root: Path

    @cached_property
    def files(self) -> dict[str, tuple[Path, ...]]:
        """Return its files by their endings, as they were at first."""
        found = (
            self.root / "mkdocs.yml",
            *sorted((self.root / "data").rglob("*")),
            *sorted((self.root / "content").rglob("*")),
        )
        return {kind: tuple(path for path in found if path.suffix == kind) for kind in MUTATIONS}

    @classmethod
    def copied(cls, source: Path, root: Path) -> "Site":
        """Return a copy of the site's own files at that place."""
        for folder in ("data", "content"):
            shutil.copytree(source / folder, root / folder)
        shutil.copy2(source / "mkdocs.yml", root)
        return cls(root)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the answer to a mutation."""

    seed: str
    changed: str
    what: str

    def __str__(self) -> str:
        return f"{self.seed} ({self.changed}): {self.what}"


def trial(site: Site, seed: str, answer: Callable[[Path], str]) -> Iterator[Fault]:
    """Change one file as the seed says, yield what is wrong with the answer, and put the file back."""
    random = Random(seed)  # noqa: S311 - the same mutations each time
    kind = random.choice([kind for kind in _KINDS if site.files[kind]])
    path = random.choice(site.files[kind])
    before = path.read_bytes()
    how, after = _changed(random, kind, before)
    changed = f"{path.relative_to(site.root).as_posix()}, {how}"
    path.write_bytes(after)
    try:
        yield from (
            Fault(seed, changed, what)
            for what in _faults(site.root, answer, WHOLE if _WHOLE.search(how) else MOST_LINES)
        )
    finally:
        path.write_bytes(before)


def _changed(random: Random, kind: str, content: bytes) -> tuple[str, bytes]:
    if random.random() < 0.06:
        return "bytes", spoilt(random, content)
    text, names = content.decode(), []
    for _ in range(random.choice((1, 1, 1, 2))):
        mutation = random.choice(MUTATIONS[kind])
        text = mutation(random, text)
        names.append(mutation.__name__)
    return " and ".join(names), text.encode("utf-8", "surrogatepass")


def _faults(root: Path, answer: Callable[[Path], str], most: int) -> Iterator[str]:
    start = time.process_time()
    try:
        text = answer(root)
    except Exception:
        yield traceback.format_exc(limit=-4)
        return
    took = time.process_time() - start
    if took > SECONDS:
        yield f"took {took:.1f} s"
    lines = [line for line in text.split("\n") if line and not _LATER.fullmatch(line)]
    if len(lines) > most:
        yield f"{len(lines)} lines, the first: {lines[0][:300]}"
    yield from (f"{what}: {line[:300]}" for line in lines if (what := _unplaced(root, line)))


def _unplaced(root: Path, line: str) -> str:
    """Return what is wrong with the place of a message; nothing if it leads to a line of a file."""
    match = _MESSAGE.match(line)
    if not match:
        return "a line without its place"
    path = root / match["path"]
    if not path.exists() and ": found nothing" not in line:
        return "a message about a file that is not there"
    length = len(re.split(r"\r\n|\r|\n", path.read_bytes().decode(errors="replace"))) if path.is_file() else 1
    return "" if int(match["line"]) <= length + 1 else f"a line beyond the {length} of the file"


def only_read(root: Path) -> str:
    """Return what is wrong with a site's files alone."""
    _, settings = gathered(load.mkdocs_config.load_footer(root, "mkdocs.yml"))
    _, problems = load.load_catalog(root)
    return report((*settings, *problems))


def checked(root: Path) -> str:
    """Return what `briefings check` prints of a site's files and their checks; empty if there is nothing wrong."""
    try:
        pipeline.load_checked(root, drafts=True)
    except Refused as refused:
        return str(refused)
    return ""
