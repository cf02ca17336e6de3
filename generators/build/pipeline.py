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
from generators.build.cached_forms import cached_forms
from generators.build.drafts import without_drafts
from generators.build.errors import Refused
from generators.build.footer_links import lost_in_footer
from generators.build.internal_links import PICTURE
from generators.build.static_files import own_files
from generators.build.theme_words import theme_words
from generators.cache import trim
from generators.charts.data.chart_data import all_chart_data
from generators.charts.render.draw import draw, draw_ahead
from generators.charts.render.vega_runtime import engine
from generators.components.templates import COMPILED, BadTemplate
from generators.exports.pdf.typeset import typeset, typeset_ahead
from generators.load.formats.reading import gathered
from generators.load.mkdocs_config import SETTINGS
from generators.metadata.citation_styles import styled
from generators.model import Catalog, Site, SiteConfig, parse
from generators.model.problems import CellError, Problem, report
from generators.text.messages import catalogue_digest, gettext, in_language_of, ngettext
from generators.text.wording import on
from generators.urls.links import contact_address

CACHE = ".cache/charts"
"""Folder of drawings; the others of the cache lie beside it."""
BUILDS = ".cache/builds"
DOCUMENTS, FORMS, HTML, TEMPLATES = "documents", "pages", "html", "templates"
SEARCHES = ("search", "material/search")
"""Search plugins of the engine, whose index no page loads: the site has its own."""
ADDRESS = "SITE_URL"
"""Environment variable with the address of the published site."""
_LACKING = (
    "\nThe address is not set, so citations, feeds and shared links contain paths without a host, the sitemap is empty and the page for "
    f"missing pages is plain. Set {ADDRESS}, or address in content/site.yml."
)
_STANDS_ALONE = re.compile(
    r"data/(?!releases/)[^/]+/.+|data/(events|corrections|credibility|disputes|moved)\.\w+|content/(charts|briefings)/.+|"
    r"content/(judgements|claims|glossary)\.yml"
)
"""Files that no others depend on, so that the rest can be checked without them."""
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
    """Return the checked catalog of the folder, with or without drafts; refuse one with problems."""
    catalog = read_catalog(root, settings, drafts=drafts)
    with in_language_of(catalog.config):
        problems = assemble.run_checks(catalog)
    if problems:
        raise Refused(_report(problems, _AFTER_CHECKS))
    return catalog


def read_catalog(root: Path, settings: str, *, drafts: bool) -> Catalog:
    """Return the catalog of the folder, not checked yet; refuse one that cannot be read."""
    _, setting_problems = gathered(load.mkdocs_config.load_footer(root, settings))
    language, language_problems = gathered(load.mkdocs_config.load_language(root, settings))
    templates, template_problems = gathered(load.templates.load_templates(root, settings))
    setting_problems = (*setting_problems, *template_problems, *language_problems)
    catalog, problems = load.load_catalog(root, language)
    catalog = catalog if catalog is None or drafts else without_drafts(catalog)
    if catalog is None or problems or setting_problems:
        alone = catalog is not None and all(_STANDS_ALONE.fullmatch(problem.where.path) for problem in problems)
        check_problems = assemble.check_alone(catalog) if catalog and alone else ()
        raise Refused(
            _report((*setting_problems, *problems, *check_problems), _AFTER_TEXTS if alone else _AFTER_READING)
        )
    # One catalog for checks and pages: what is derived from it is remembered by identity.
    return changed(catalog, config=changed(catalog.config, address=_address(catalog.config)), templates=templates)


def _report(problems: Iterable[Problem], note: str = "") -> str:
    """Return all problems, and a note of the checks that they prevented."""
    return "\n".join(filter(None, (report(problems), note)))


def _address(config: SiteConfig) -> str:
    """Return the site's address: of the environment, which a build server sets, else of the site's settings."""
    value = os.environ.get(ADDRESS, "")
    try:
        return parse.root_address(value) if value else config.address
    except CellError as error:
        masked = re.sub(r"^(\w+://)?.*@", r"\1…@", value)  # a password must not appear in a build log
        message = f"{ADDRESS} in the environment: found {masked!r}, expected {error.expected}. {error.advice}"
        raise Refused(message.strip()) from None


def made(root: Path, cache: Path, settings: str = SETTINGS, *, drafts: bool = False) -> tuple[Catalog, Site]:
    """Return the catalog of the folder and its complete site; refuse one with problems."""
    catalog = read_catalog(root, settings, drafts=drafts)
    with in_language_of(catalog.config):
        COMPILED.folder = cache.with_name(TEMPLATES) / catalogue_digest()  # constants are worded as they are compiled
        problems, holds = assemble.checked(catalog)
        if not holds:
            raise Refused(_report(problems, _AFTER_CHECKS))
        try:
            site, site_problems, note = _assemble(catalog, root, cache)
        except BadTemplate as error:
            raise Refused(_report((*problems, *error.problems), _AFTER_CHECKS)) from None
    footer_problems = [problem for problem in lost_in_footer(root, site, settings) if problem.advice]
    if problems or site_problems or footer_problems:
        raise Refused(_report((*problems, *site_problems, *footer_problems), note))
    return catalog, site


def _assemble(catalog: Catalog, root: Path, cache: Path) -> tuple[Site, tuple[Problem, ...], str]:
    """Return the site with its PDFs, its problems, and a note of the checks that they prevented."""
    renderer, paths = partial(draw, cache=cache), own_files(root)
    draw_ahead(all_chart_data(catalog).values(), cache)
    site, problems = assemble.assemble(catalog, renderer, paths, engine(cache))
    site = assemble.with_references(site, catalog, partial(styled, cache=cache / "references.json"))
    site, document_problems, note = _with_documents(site, catalog, root, cache, problems)
    forms = cached_forms(catalog, site.pages, cache.with_name(FORMS))
    problems = (*problems, *document_problems, *assemble.broken_links(site, catalog, paths, forms))
    if note:
        return site, problems, note
    site, conflicts = assemble.with_plain_editions(site, catalog, forms, paths)
    return site, (*problems, *conflicts), ""


def _with_documents(
    site: Site, catalog: Catalog, root: Path, cache: Path, problems: Iterable[Problem]
) -> tuple[Site, tuple[Problem, ...], str]:
    """Return the site with its PDFs, their problems, and a note of the checks that these or earlier problems prevented."""
    manuscripts = assemble.documents_of(site, catalog)
    if letters := assemble.lost_letters(manuscripts, catalog):
        return site, letters, _AFTER_LETTERS
    if any(problem.subject == PICTURE for problem in problems):
        return site, (), _AFTER_PICTURES
    documents, files = cache.with_name(DOCUMENTS), root / "content"
    typeset_ahead(manuscripts, documents, files)
    write = partial(typeset, cache=documents, files=files)
    return *assemble.with_documents(site, catalog, manuscripts, write), ""


def trim_cache(cache: Path) -> None:
    """Keep each folder of the cache within its limit."""
    for folder in (cache, *map(cache.with_name, (DOCUMENTS, FORMS, HTML, TEMPLATES))):
        trim(folder)


def build_epoch(catalog: Catalog) -> int:
    """Return midnight UTC of the edition's date in seconds, the only "now" of a build."""
    return int(datetime.combine(catalog.edition.date, time(), UTC).timestamp())


def frame(catalog: Catalog) -> Mapping[str, object]:
    """Return the theme's texts for every page: publisher, contact and edition."""
    config, edition = catalog.config, catalog.edition
    with in_language_of(config):
        dated = gettext("Edition %(version)s of %(day)s.", version=edition.version, day=on(edition.date))
        return {
            "name": config.name,
            "address": config.address,
            "contact": config.contact,
            "contact_address": contact_address(config),
            "takedown": _promise(config.takedown_days),
            "edition": f"{dated} {config.publisher}.",
            "words": theme_words(),
        }


def _promise(days: int) -> str:
    return ngettext(
        "Does a name, place or figure here put someone at risk, or is it wrong? "
        "Write to us: we answer within %(num)s day and first remove anything that may cause harm.",
        "Does a name, place or figure here put someone at risk, or is it wrong? "
        "Write to us: we answer within %(num)s days and first remove anything that may cause harm.",
        days,
    )


def missing_address_notice(folder: Path) -> str:
    """Return a notice of the parts that the site lacks without an address; empty if it has one."""
    return "" if 'rel="canonical"' in (folder / "index.html").read_text(encoding="utf-8") else _LACKING
