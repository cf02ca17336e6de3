"""What both edges do with a folder: read it, check it, make the site, write files.

`plugin` and `cli` are thin; this is the part of the edge that they share. It touches the disk and knows no engine.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace as changed
from datetime import UTC, datetime, time
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

import rcssmin
import rjsmin

from generators import load
from generators.build import assemble
from generators.build.drafts import published
from generators.charts.render.draw import draw
from generators.charts.render.vega_runtime import engine
from generators.exports.pdf.typeset import typeset
from generators.load.formats.reading import Field, gathered
from generators.metadata.citation_styles import styled
from generators.model import Asset, Catalog, Edition, Site, parse
from generators.model.problems import CellError, Problem, proposal, report
from generators.text.wording import on, plural
from generators.urls.links import contact_address
from generators.urls.paths import AFTERWARDS

THEME = Path(__file__).parents[1] / "theme"
LEAN: Mapping[str, Callable[[str], str]] = {"assets/css/*.css": rcssmin.cssmin, "assets/js/*.js": rjsmin.jsmin}
"""How a file of the theme's own folders is written without what only its authors read."""
CACHE = ".cache/charts"
SEARCHES = ("search", "material/search")
"""Plugins of the engine whose index no page asks for: a finished site has its own."""
SETTINGS = "mkdocs.yml"
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
_STANDS_ALONE = re.compile(
    r"data/(?!releases/)[^/]+/.+|data/(events|corrections|credibility|disputes|moved)\.\w+|content/(charts|briefings)/.+|"
    r"content/(judgements|claims|glossary)\.yml"
)
"""Files without which the rest can be judged by itself: others do not rest on them."""
_AFTER_READING = "Texts, references, figures, pages, links and PDFs are checked once these are fixed."
_AFTER_TEXTS = "References, figures, pages, links and PDFs are checked once these are fixed."
_AFTER_CHECKS = "Pages, links and PDFs are checked once these are fixed."
_AFTER_PICTURES = "PDFs are checked once these are fixed."
_AFTER_LETTERS = "The length of PDFs is checked once these are fixed."
_ADDRESS = "the address of a page of this site, from its front page"
_ELSEWHERE = re.compile(r"(?:https?|mailto):")
_DECLARATIONS = (".yml", ".yaml", "~")  # and what an editor leaves behind


class Refused(Exception):
    """What was asked for cannot be done; the message says why and what to do instead."""


def refuse_no_site(root: Path) -> None:
    """Refuse a folder that is not the folder of a site."""
    if not (root / SETTINGS).is_file():
        raise Refused(
            f"There is no {SETTINGS} in {root.resolve()}. Run the command in the folder of a site, or name that with --root."
        )


def in_a_line(error: OSError) -> str:
    """What the system refused, of several refusals the first; such as a full disk."""
    if isinstance(error, shutil.Error):
        path, _, reason = error.args[0][0]
        return f"{path}: {reason} ({plural(len(error.args[0]), 'file')} not copied)."
    return f"{error.filename or 'The system'}: {error.strerror or error}."


def read(root: Path, settings: str = SETTINGS, *, drafts: bool = False) -> Catalog:
    """The checked catalog of the folder, with its drafts or without; refused with all that is wrong with it."""
    catalog, problems, _ = _checked(root, settings, drafts=drafts)
    if problems:
        raise Refused(_report(problems, _AFTER_CHECKS))
    return catalog


def _checked(root: Path, settings: str, *, drafts: bool) -> tuple[Catalog, tuple[Problem, ...], bool]:
    """The catalog, what is wrong with it, and whether it can be assembled all the same; refused if it cannot be read."""
    _, unsettled = gathered(load.mkdocs_config.read(root, settings))
    catalog, problems = load.read(root)
    catalog = catalog if catalog is None or drafts else published(catalog)
    if catalog is None or problems or unsettled:
        alone = catalog is not None and all(_STANDS_ALONE.fullmatch(problem.where.path) for problem in problems)
        more = assemble.check_alone(catalog) if catalog and alone else ()
        raise Refused(_report((*unsettled, *problems, *more), _AFTER_TEXTS if alone else _AFTER_READING))
    problems, holds = assemble.checked(catalog)
    return changed(catalog, edition=changed(catalog.edition, address=_address(catalog.edition))), problems, holds


def _report(problems: Iterable[Problem], later: str = "") -> str:
    """All problems, and what could not be checked because of them."""
    return "\n".join(filter(None, (report(problems), later)))


def _address(edition: Edition) -> str:
    """Where the site is published: what the environment says, which a build server sets, else the edition."""
    said = os.environ.get(ADDRESS, "")
    try:
        return parse.root_address(said) if said else edition.address
    except CellError as error:
        shown = re.sub(r"^(\w+://)?.*@", r"\1…@", said)  # a password must not stand in the record of a build
        found = f"{ADDRESS} in the environment: found {shown!r}, expected {error.expected}. {error.advice}"
        raise Refused(found.strip()) from None


def made(root: Path, cache: Path, settings: str = SETTINGS, *, drafts: bool = False) -> tuple[Catalog, Site]:
    """The catalog of the folder and the whole site of it; refused with all that is wrong with them."""
    catalog, problems, holds = _checked(root, settings, drafts=drafts)
    if not holds:
        raise Refused(_report(problems, _AFTER_CHECKS))
    whole, more, later = _assembled(catalog, root, cache)
    slips = [problem for problem in _lost_in_footer(root, whole, settings) if problem.advice]
    if problems or more or slips:
        raise Refused(_report((*problems, *more, *slips), later))
    return catalog, whole


def _assembled(catalog: Catalog, root: Path, cache: Path) -> tuple[Site, tuple[Problem, ...], str]:
    """The site with its documents, what does not hold together in it, and what could not be checked because of that."""
    drawn, own = partial(draw, catalog=catalog, cache=cache), own_files(root)
    whole, problems = assemble.assemble(catalog, drawn, own, engine(cache))
    whole = assemble.with_references(whole, catalog, partial(styled, cache=cache / "references.json"))
    if lost := assemble.lost_letters(whole, catalog):
        return whole, (*problems, *lost), _AFTER_LETTERS
    if any(problem.subject == "picture" for problem in problems):
        return whole, problems, _AFTER_PICTURES
    typesetting = partial(typeset, cache=cache.with_name("documents"), files=root / "content")
    whole, long = assemble.with_documents(whole, catalog, typesetting)
    whole, claimed = assemble.with_plain_editions(whole, catalog, own)
    return whole, (*problems, *long, *claimed), ""


def footer(root: Path, settings: str = SETTINGS) -> tuple[Field, ...]:
    """The addresses in the footer of every page, as the engine's settings have them."""
    return gathered(load.mkdocs_config.read(root, settings))[0]


def dead_footer(root: Path, whole: Site, settings: str = SETTINGS) -> tuple[Problem, ...]:
    """Every address of the footer that leads to nothing and is no slip of a page's: a link is left out until the site has its page."""
    lost = _lost_in_footer(root, whole, settings)
    return tuple(changed(problem, advice="It is left out.") for problem in lost if not problem.advice)


def _lost_in_footer(root: Path, whole: Site, settings: str) -> tuple[Problem, ...]:
    """Every address of the footer that leads to no page or file of the site, with the page that was meant, if one is near."""
    known = {re.sub(r"\.md$", ".html", path) for path in (*whole.pages, *whole.assets, *own_files(root), *AFTERWARDS)}
    pages = [path for path in known if path.endswith(".html")]
    inside = [(field, field.text.partition("#")[0]) for field in footer(root, settings)]
    return tuple(
        CellError(_ADDRESS, proposal(_as_html(path), pages)).at(field.where, "footer url", field.text)
        for field, path in inside
        if path not in known and not _ELSEWHERE.match(path)
    )


def _as_html(path: str) -> str:
    """The address of a page as it may have been meant: of a Markdown file, a folder, or from the host's root."""
    return re.sub(r"(\.md|/)$", ".html", path.lstrip("/"))


def without(extra: Mapping[str, object], dead: Iterable[Problem]) -> dict[str, object]:
    """The engine's own settings for its theme, with a footer that leads nowhere else than to pages."""
    gone, links = {problem.found for problem in dead}, extra.get("footer")
    listed = links if isinstance(links, list) else []
    return {**extra, "footer": [link for link in listed if link.get("url") not in gone]}


def dead_fragments(folder: Path, addresses: Iterable[Field]) -> Iterator[Problem]:
    """Every address of the footer that leads to a part which its page, as it was built, does not have."""
    for field in addresses:
        path, _, fragment = field.text.partition("#")
        page = folder / path
        if fragment and page.is_file() and f'id="{fragment}"' not in page.read_text(encoding="utf-8"):
            error = CellError(f"the address of a part of {path}", "Copy the address of the heading from the page.")
            yield error.at(field.where, "footer url", field.text)


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
        "name": edition.name,
        "address": edition.address,
        "contact": edition.contact,
        "contact_address": contact_address(edition),
        "takedown": _PROMISE.format(days=plural(edition.takedown_days, "day")),
        "edition": f"Edition {edition.version} of {on(edition.date)}. {edition.publisher}.",
    }


def is_lean(path: str) -> bool:
    """True for a style sheet or a script of ours."""
    return any(fnmatch(path, pattern) for pattern in LEAN)


def lean(path: str, text: str) -> str:
    """Return such a file without comments and needless spaces, as it is sent."""
    return next(make(text) for pattern, make in LEAN.items() if fnmatch(path, pattern))


def write(folder: Path, files: Iterable[Asset]) -> None:
    """Write the files below the folder."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def lacking(folder: Path) -> str:
    """Return what the published site goes without because nobody said where it is published; empty if somebody did."""
    return "" if 'rel="canonical"' in (folder / "index.html").read_text(encoding="utf-8") else _LACKING
