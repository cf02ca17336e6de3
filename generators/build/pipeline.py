"""The pipeline that `plugin` and `cli` share: read a folder, check it, make the site.

It reads and writes files and is independent of the engine.
"""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace as changed
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from generators import load
from generators.build import assemble
from generators.build.drafts import without_drafts
from generators.build.errors import Refused
from generators.build.footer_links import lost_in_footer
from generators.build.static_files import own_files
from generators.charts.render.draw import draw
from generators.charts.render.vega_runtime import engine
from generators.components.templates import BadTemplate
from generators.exports.pdf.typeset import typeset
from generators.load.formats.reading import gathered
from generators.load.mkdocs_config import SETTINGS
from generators.metadata.citation_styles import styled
from generators.model import Catalog, Site, SiteConfig, parse
from generators.model.problems import CellError, Problem, report
from generators.text.wording import on, plural
from generators.urls.links import contact_address

CACHE = ".cache/charts"
SEARCHES = ("search", "material/search")
"""Plugins of the engine whose index no page asks for: a finished site has its own."""
ADDRESS = "SITE_URL"
"""The environment variable that says where this build is published."""
_LACKING = (
    "\nThe address is not set, so citations, feeds and shared links contain paths without a host, the sitemap is empty and the page for "
    f"missing pages is plain. Set {ADDRESS}, or address in content/site.yml."
)
_PROMISE = (
    "Does a name, place or figure here put someone at risk, or is it wrong? "
    "Write to us: we answer within {days} and first remove anything that may cause harm."
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


def refuse_no_site(root: Path) -> None:
    """Refuse a folder that is not the folder of a site."""
    if not (root / SETTINGS).is_file():
        raise Refused(
            f"There is no {SETTINGS} in {root.resolve()}. Run the command in the folder of a site, or name that folder with --root."
        )


def load_checked(root: Path, settings: str = SETTINGS, *, drafts: bool = False) -> Catalog:
    """The checked catalog of the folder, with its drafts or without; refused with all that is wrong with it."""
    catalog, problems, _ = _checked(root, settings, drafts=drafts)
    if problems:
        raise Refused(_report(problems, _AFTER_CHECKS))
    return catalog


def _checked(root: Path, settings: str, *, drafts: bool) -> tuple[Catalog, tuple[Problem, ...], bool]:
    """The catalog, what is wrong with it, and whether it can be assembled all the same; refused if it cannot be read."""
    _, unsettled = gathered(load.mkdocs_config.load_footer(root, settings))
    templates, wrong = gathered(load.templates.load_templates(root, settings))
    unsettled = (*unsettled, *wrong)
    catalog, problems = load.load_catalog(root)
    catalog = catalog if catalog is None or drafts else without_drafts(catalog)
    if catalog is None or problems or unsettled:
        alone = catalog is not None and all(_STANDS_ALONE.fullmatch(problem.where.path) for problem in problems)
        more = assemble.check_alone(catalog) if catalog and alone else ()
        raise Refused(_report((*unsettled, *problems, *more), _AFTER_TEXTS if alone else _AFTER_READING))
    # One catalog for checks and pages: what is derived from it is remembered by identity.
    catalog = changed(catalog, config=changed(catalog.config, address=_address(catalog.config)), templates=templates)
    return catalog, *assemble.checked(catalog)


def _report(problems: Iterable[Problem], later: str = "") -> str:
    """All problems, and what could not be checked because of them."""
    return "\n".join(filter(None, (report(problems), later)))


def _address(config: SiteConfig) -> str:
    """Where the site is published: what the environment says, which a build server sets, else the edition."""
    said = os.environ.get(ADDRESS, "")
    try:
        return parse.root_address(said) if said else config.address
    except CellError as error:
        shown = re.sub(r"^(\w+://)?.*@", r"\1…@", said)  # a password must not stand in the record of a build
        found = f"{ADDRESS} in the environment: found {shown!r}, expected {error.expected}. {error.advice}"
        raise Refused(found.strip()) from None


def made(root: Path, cache: Path, settings: str = SETTINGS, *, drafts: bool = False) -> tuple[Catalog, Site]:
    """The catalog of the folder and the whole site of it; refused with all that is wrong with them."""
    catalog, problems, holds = _checked(root, settings, drafts=drafts)
    if not holds:
        raise Refused(_report(problems, _AFTER_CHECKS))
    try:
        whole, more, later = _assembled(catalog, root, cache)
    except BadTemplate as error:
        raise Refused(_report((*problems, *error.problems), _AFTER_CHECKS)) from None
    slips = [problem for problem in lost_in_footer(root, whole, settings) if problem.advice]
    if problems or more or slips:
        raise Refused(_report((*problems, *more, *slips), later))
    return catalog, whole


def _assembled(catalog: Catalog, root: Path, cache: Path) -> tuple[Site, tuple[Problem, ...], str]:
    """The site with its documents, what does not hold together in it, and what could not be checked because of that."""
    drawn, own = partial(draw, cache=cache), own_files(root)
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


def build_epoch(catalog: Catalog) -> int:
    """Midnight UTC of the edition's date, in seconds: the only "now" of a build."""
    return int(datetime.combine(catalog.edition.date, time(), UTC).timestamp())


def frame(catalog: Catalog) -> Mapping[str, object]:
    """What the theme says on every page: who answers for the site, and when it was made up."""
    config, edition = catalog.config, catalog.edition
    return {
        "name": config.name,
        "address": config.address,
        "contact": config.contact,
        "contact_address": contact_address(config),
        "takedown": _PROMISE.format(days=plural(config.takedown_days, "day")),
        "edition": f"Edition {edition.version} of {on(edition.date)}. {config.publisher}.",
    }


def missing_address_notice(folder: Path) -> str:
    """Return what the published site goes without because nobody said where it is published; empty if somebody did."""
    return "" if 'rel="canonical"' in (folder / "index.html").read_text(encoding="utf-8") else _LACKING
