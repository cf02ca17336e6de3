"""What both edges do with a folder: read it, check it, make the site, write files.

`plugin` and `cli` are thin; this is the part of the edge that they share. It touches the disk and knows no engine.
"""

import os
import re
import shutil
import stat
import sys
from collections.abc import Iterable, Mapping
from ctypes import CDLL
from dataclasses import replace as changed
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

import rcssmin

from generators import cells, readers, site
from generators.addresses import KEPT
from generators.drafts import published
from generators.drawing import draw
from generators.engine import engine
from generators.model import Asset, Catalog, Edition, Site
from generators.problems import CellError, Problem, report
from generators.styles import styled
from generators.typesetting import typeset
from generators.ways import contact_address
from generators.wording import on, plural

THEME = Path(__file__).parent / "theme"
STYLES = "assets/css/"
CACHE = ".cache/charts"
SEARCHES = ("search", "material/search")
"""Plugins of the engine whose index no page asks for: a finished site has its own."""
ADDRESS = "SITE_URL"
"""The environment variable that says where this build is published."""
_LACKING = (
    "\nNo address is known, so citations, feeds and shared links name paths without a host, the sitemap is empty and the page for "
    f"missing pages is plain. Set {ADDRESS}, or address in content/site.yml."
)
_PROMISE = (
    "Does a name, a place or a figure here put somebody at risk, or is it wrong? "
    "Write to us: we answer within {days} and take down first what may harm."
)
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""
_STANDS_ALONE = re.compile(
    r"data/(?!releases/)[^/]+/.+|data/(events|corrections|credibility|moved)\.\w+|content/(charts|briefings)/.+|"
    r"content/(judgements|claims|glossary)\.yml"
)
"""Files without which the rest can be judged by itself: others do not rest on them."""
_AFTER_READING = "Texts, references, figures, pages, links and PDFs are checked once these are fixed."
_AFTER_TEXTS = "References, figures, pages, links and PDFs are checked once these are fixed."
_AFTER_CHECKS = "Pages, links and PDFs are checked once these are fixed."
_AFTER_LETTERS = "The length of PDFs is checked once these are fixed."
_DECLARATIONS = (".yml", ".yaml", "~")  # and what an editor leaves behind


class Refused(Exception):
    """What was asked for cannot be done; the message says why and what to do instead."""


def read(root: Path, *, drafts: bool = False) -> Catalog:
    """The checked catalog of the folder, with its drafts or without; refused with all that is wrong with it."""
    catalog, problems, _ = _checked(root, drafts=drafts)
    if problems:
        raise Refused(_report(problems, _AFTER_CHECKS))
    return catalog


def _checked(root: Path, *, drafts: bool) -> tuple[Catalog, tuple[Problem, ...], bool]:
    """The catalog, what is wrong with it, and whether it can be assembled all the same; refused if it cannot be read."""
    catalog, problems = readers.read(root)
    catalog = catalog if catalog is None or drafts else published(catalog)
    if catalog is None or problems:
        alone = catalog is not None and all(_STANDS_ALONE.fullmatch(problem.where.path) for problem in problems)
        more = site.check_alone(catalog) if catalog and alone else ()
        raise Refused(_report((*problems, *more), _AFTER_TEXTS if alone else _AFTER_READING))
    problems, holds = site.checked(catalog)
    return changed(catalog, edition=changed(catalog.edition, address=_address(catalog.edition))), problems, holds


def _report(problems: Iterable[Problem], later: str = "") -> str:
    """All problems, and what could not be checked because of them."""
    return "\n".join(filter(None, (report(problems), later)))


def _address(edition: Edition) -> str:
    """Where the site is published: what the environment says, which a build server sets, else the edition."""
    said = os.environ.get(ADDRESS, "")
    try:
        return cells.root_address(said) if said else edition.address
    except CellError as error:
        shown = re.sub(r"^(\w+://)?.*@", r"\1…@", said)  # a password must not stand in the record of a build
        found = f"{ADDRESS} in the environment: found {shown!r}, expected {error.expected}. {error.advice}"
        raise Refused(found.strip()) from None


def made(root: Path, cache: Path, *, drafts: bool = False) -> tuple[Catalog, Site]:
    """The catalog of the folder and the whole site of it; refused with all that is wrong with them."""
    catalog, problems, holds = _checked(root, drafts=drafts)
    if not holds:
        raise Refused(_report(problems, _AFTER_CHECKS))
    whole, more, later = _assembled(catalog, root, cache)
    if problems or more:
        raise Refused(_report((*problems, *more), later))
    return catalog, whole


def _assembled(catalog: Catalog, root: Path, cache: Path) -> tuple[Site, tuple[Problem, ...], str]:
    """The site with its documents, what does not hold together in it, and what could not be checked because of that."""
    drawn, own = partial(draw, catalog=catalog, cache=cache), own_files(root)
    whole, problems = site.assemble(catalog, drawn, own, engine(cache))
    whole = site.with_references(whole, catalog, partial(styled, cache=cache / "references.json"))
    if lost := site.lost_letters(whole, catalog):
        return whole, (*problems, *lost), _AFTER_LETTERS
    typesetting = partial(typeset, cache=cache.with_name("documents"), files=root / "content")
    whole, long = site.with_documents(whole, catalog, typesetting)
    whole, claimed = site.with_plain_editions(whole, catalog, own)
    return whole, (*problems, *long, *claimed), ""


def own_files(root: Path) -> tuple[str, ...]:
    """Paths in content/ that are published: pages and pictures, not declarations."""
    content = root / "content"
    found = (path.relative_to(content).as_posix() for path in sorted(content.rglob("*")) if path.is_file())
    return tuple(path for path in found if not is_declaration(path))


def is_declaration(path: str) -> bool:
    """True for a file of content/ that says something to us, not to the reader."""
    return path.endswith(_DECLARATIONS)


def epoch(catalog: Catalog) -> int:
    """Midnight UTC of the edition's date, in seconds: the only "now" of a build."""
    return int(datetime.combine(catalog.edition.date, time(), UTC).timestamp())


def frame(catalog: Catalog) -> Mapping[str, object]:
    """What the theme says on every page: who answers for the site, and when it was made up."""
    edition = catalog.edition
    return {
        "address": edition.address,
        "contact": edition.contact,
        "contact_address": contact_address(edition),
        "takedown": _PROMISE.format(days=plural(edition.takedown_days, "day")),
        "edition": f"Edition {edition.version} of {on(edition.date)}. {edition.publisher}.",
    }


def lean(css: str) -> str:
    """The style sheet without comments and needless spaces, as it is sent."""
    return str(rcssmin.cssmin(css))


def write(folder: Path, files: Iterable[Asset]) -> None:
    """Write the files below the folder."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def publish(new: Path, old: Path) -> None:
    """Put the new folder in the old one's place; the editions kept in it stay, and a whole site is on the disk at every moment."""
    refuse_missing(new)
    refuse_foreign(old, "index.html")
    if (old / KEPT).is_dir():
        shutil.copytree(old / KEPT, new / KEPT, dirs_exist_ok=True)
    replace(new, old)


def lacking(folder: Path) -> str:
    """Return what the published site goes without because nobody said where it is published; empty if somebody did."""
    return "" if 'rel="canonical"' in (folder / "index.html").read_text(encoding="utf-8") else _LACKING


def refuse_kept(folder: Path) -> None:
    """Refused if an engine would clean editions away that are kept in the folder."""
    if (folder / KEPT).is_dir():
        raise Refused(f"{folder} holds kept editions. Run make site, or build into another folder with --site-dir.")


def refuse_missing(folder: Path) -> None:
    """Refuse a folder that holds no built site."""
    if not (folder / "index.html").is_file():
        raise Refused(f"{folder} holds no site: it has no index.html. Build one first.")


def refuse_foreign(folder: Path, mark: str) -> None:
    """Refuse to replace something that lacks the mark of what we put there: it is somebody else's."""
    ours = folder.is_dir() and ((folder / mark).exists() or not any(folder.iterdir()))
    if folder.exists() and not ours:
        raise Refused(f"{folder} was not made by this command and is left as it is. Name another folder.")


def replace(new: Path, old: Path) -> None:
    """Put a whole folder in another's place, in one step where the system can, else in two that the next run mends."""
    aside = old.with_name(f".{old.name}.before")
    if aside.exists() and not old.exists():
        aside.rename(old)
    new.chmod(_mode(old))
    if not old.exists():
        new.rename(old)
    elif _exchanged(new, old):
        shutil.rmtree(new)
    else:
        shutil.rmtree(aside, ignore_errors=True)
        old.rename(aside)
        new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def _mode(published: Path) -> int:
    """Return the mode of the published folder, else what the umask leaves: a build folder may be closed to web servers."""
    if published.exists():
        return stat.S_IMODE(published.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o777 & ~umask


def _exchanged(one: Path, other: Path) -> bool:
    """True if the two folders have changed places in a single step, which Linux can do and Python has no word for."""
    if sys.platform != "linux" or not hasattr(CDLL(None), "renameat2"):
        return False
    done: int = CDLL(None).renameat2(_HERE, bytes(one.resolve()), _HERE, bytes(other.resolve()), _EXCHANGE)
    return done == 0
