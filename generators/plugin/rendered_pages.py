"""HTML of pages ahead of the engine's own loop: from the cache, or made on all cores.

The engine then runs its loop over finished pages, and everything it does for the whole site stays as it is. A page with a
warning or a problem is left to the engine, which reports it. Where another plugin, a hook, or an extension that reads other
files takes part, all pages are.
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import generators
from generators.build.inputs import is_pure
from generators.build.postprocess import Sealed
from generators.cache import code_digests, package_versions, recalled
from generators.components.late_values import DRAWING, late_names
from generators.model import Asset, Site
from generators.processes import mapped

Seal = Callable[[str, str], Sealed]
_FINISHED = "finished.html"
"""Template of the theme that shows a page as it is."""
_SETTINGS = (
    "copyright", "edit_uri", "edit_uri_template", "extra", "extra_css", "extra_javascript", "markdown_extensions", "mdx_configs",
    "nav", "repo_name", "repo_url", "site_author", "site_description", "site_name", "site_url", "validation",
)  # fmt: skip
"""Settings that pages depend on."""


def is_alone(config: MkDocsConfig, searches: Iterable[str]) -> bool:
    """Return True if a page's HTML depends on nothing but the page, the settings and our own code."""
    others = {*config.plugins} - {"briefings", *searches}
    return not others and not config.hooks and all(map(is_pure, config.markdown_extensions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What the engine renders a page with."""

    nav: Navigation
    config: MkDocsConfig
    files: Files
    pages: Sequence[File]
    """All pages, as templates know them."""
    environment: Environment

    def render(self, page: Page) -> str:
        """Return the HTML of the page, as the engine's own loop makes it."""
        page.read_source(self.config)
        page.render(self.config, self.files)
        page.active = True
        template = self.environment.get_template(page.meta.get("template", "main.html"))
        html = template.render(get_context(self.nav, self.pages, self.config, page))
        page.active = False
        return html


def engine_of(nav: Navigation, config: MkDocsConfig, files: Files, compiled: BytecodeCache) -> Engine:
    """Return the engine of a build, with its main template compiled once for all processes."""
    environment = config.theme.get_env()
    environment.bytecode_cache = compiled
    environment.get_template("main.html")
    shown = files.documentation_pages(inclusion=InclusionLevel.is_included)
    return Engine(nav=nav, config=config, files=files, pages=shown, environment=environment)


def finish_pages(site: Site, seal: Seal, engine: Engine, folder: Path) -> dict[str, list[Asset]]:
    """Finish the pages that are not in the navigation; return their script files by path of the page."""
    config, files = engine.config, engine.files
    pages = [
        page
        for page in (file.page or Page(None, file, config) for file in engine.pages)
        if page not in engine.nav.pages
    ]
    common = _common_key(site, engine.nav, config, files)
    keys = [_key(common, page, site) for page in pages]
    contents = recalled(
        folder, keys, lambda missing: mapped(lambda position: _finished(pages[position], seal, engine), missing)
    )
    scripts = {}
    for page, content in zip(pages, contents, strict=True):
        if content:
            values = json.loads(content)
            setattr(page, "render", partial(_put, page, values))  # noqa: B010 - the engine asks the page itself
            scripts[page.file.src_uri] = [Asset(path=path, content=text.encode()) for path, text in values["scripts"]]
    return scripts


def _finished(page: Page, seal: Seal, engine: Engine) -> bytes:
    """Return the page's HTML with what the engine checks later; nothing for a page with a warning or a problem."""
    with _warnings() as warnings:
        html = engine.render(page)
    sealed = seal(html, page.file.dest_uri)
    if warnings or sealed.problems:
        return b""
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    scripts = [(script.path, script.content.decode()) for script in sealed.scripts]
    anchors = sorted(page.present_anchor_ids or ())
    return json.dumps({"html": sealed.html, "scripts": scripts, "anchors": anchors, "links": links}).encode()


def _put(page: Page, values: dict[str, Any], config: MkDocsConfig, files: Files) -> None:
    """Give the engine the finished page in place of one to be rendered."""
    page.meta["template"] = _FINISHED
    page.content = values.pop("html")
    page.present_anchor_ids = set(values["anchors"])
    page.links_to_anchors = {
        file: anchors for path, anchors in values["links"].items() if (file := files.get_file_from_path(path))
    }


class _Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """Yield the list in which the engine's messages are collected, shown or not."""
    logger, handler = logging.getLogger("mkdocs"), _Collected()
    level, propagate, handlers = logger.level, logger.propagate, logger.handlers
    logger.setLevel(logging.INFO)
    logger.propagate, logger.handlers = False, [handler]
    try:
        yield handler.records
    finally:
        logger.setLevel(level)
        logger.propagate, logger.handlers = propagate, handlers


def _common_key(site: Site, nav: Navigation, config: MkDocsConfig, files: Files) -> str:
    """Return the digest of what the HTML of every page depends on."""
    theme = config.theme
    parts = (
        package_versions(),
        code_digests(generators),
        {name: config[name] for name in _SETTINGS},
        (theme.name, {name: theme[name] for name in theme}),
        _digests(theme.custom_dir),
        [site.pages[page.file.src_uri].title for page in nav.pages if page.file.src_uri in site.pages],
        sorted(
            (file.src_uri, file.dest_uri) for file in files if file.is_documentation_page() or not file.generated_by
        ),
    )
    return sha256(json.dumps(parts, sort_keys=True, default=_name).encode()).hexdigest()


def _digests(folder: str | None) -> list[str]:
    """Return name and digest of each file of the site's own theme."""
    paths = sorted(Path(folder).rglob("*")) if folder else ()
    return [f"{path} {sha256(path.read_bytes()).hexdigest()}" for path in paths if path.is_file()]


def _name(value: object) -> str:
    """Return a name of a value that JSON does not know; a function by where it is defined."""
    return f"{value.__module__}.{value.__qualname__}" if hasattr(value, "__qualname__") else str(value)


def _key(common: str, page: Page, site: Site) -> str:
    text = page.file.content_string
    drawings = [site.figures.get(name, "") for name in late_names(DRAWING, text)]
    head = site.heads.get(page.file.dest_uri, "")
    return sha256("\n".join((common, page.file.src_uri, head, text, *drawings)).encode()).hexdigest()
