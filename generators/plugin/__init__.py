"""The MkDocs plugin: short event handlers that call modules independent of MkDocs."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generators.build import finalize, footer_links, pipeline, postprocess, site_folders, static_files
from generators.build.errors import Refused, reason_of
from generators.build.static_files import THEME
from generators.cache import CompiledTemplates
from generators.model import Asset, Site
from generators.model.problems import Problem, report
from generators.plugin import rendered_pages, settings
from generators.plugin.fresh_pages import Built, reader
from generators.plugin.preview import Preview

_LAST = -100
_REFUSALS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM})
"""System errors of a place that cannot be written to; any other error of the system in a build is a bug of ours."""
log = get_plugin_logger("briefings")


class BriefingsConfig(Config):
    """The plugin's settings in mkdocs.yml."""

    cache = config_options.Type(str, default=pipeline.CACHE)
    """Folder of the cache, relative to mkdocs.yml; it can be deleted at any time."""
    templates = config_options.Optional(config_options.Type(str))
    """Folder of the site's own templates; the pipeline reads it from mkdocs.yml."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads data/ and content/, and gives MkDocs the finished Markdown."""

    site: Site
    serving = False
    """True if drafts are shown too."""

    def __init__(self) -> None:
        """MkDocs called from another program, as by the tests, reports no startup."""
        self.preview = Preview()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is only previewed, and keep errors of a build from stopping `mkdocs serve`."""
        del dirty
        self.serving = command == "serve"
        self.preview.start()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the complete site now: a problem stops the build before MkDocs removes the last good one."""
        root = Path(config.config_file_path).parent
        folders = ("data", "content", self.config.templates)
        config.watch += [str(root / name) for name in folders if name and (root / name).is_dir()]
        try:
            if self.serving:
                config.site_dir = self.preview.next_folder(config.site_dir)
            site_folders.refuse_kept(Path(config.site_dir))
            self.engine: rendered_pages.Engine | None = None
            self.cache = root / self.config.cache
            name = Path(config.config_file_path).name
            self.compiled = CompiledTemplates(self.cache.with_name(pipeline.TEMPLATES))
            self.read, saves = reader(root, name), self.preview.fresh.saves
            self.catalog, self.site = pipeline.made(root, self.cache, name, drafts=self.serving)
            self.saves = saves
        except Refused as refused:
            raise Abort(f"\n{refused}") from None
        site_folders.begin(Path(config.site_dir))
        self.scripts = dict[str, Asset]()
        self.finished: Mapping[str, list[Asset]] = {}
        self.problems: list[Problem] = []
        for name in pipeline.SEARCHES:
            if name in config.plugins:
                config.plugins[name].config["enabled"] = False
                log.info("The search plugin in mkdocs.yml is not needed: the site builds its own index. Remove it.")
        self._settle(config, root, self.catalog.config.name)
        config.theme.dirs.insert(0, str(THEME))
        config.extra.update(pipeline.frame(self.catalog))
        config.site_url = self.catalog.config.address or config.site_url
        os.environ["SOURCE_DATE_EPOCH"] = str(pipeline.build_epoch(self.catalog))
        return config

    def _settle(self, config: MkDocsConfig, root: Path, site_name: str) -> None:
        """Correct settings that would break the site, and log each correction."""
        name = Path(config.config_file_path).name
        self.footer, dead = footer_links.footer(root, name), footer_links.dead_footer(root, self.site, name)
        config.extra.update(footer_links.without(config.extra, dead))
        for line in (*settings.set_right(config, root, site_name), *map(str, dead)):
            log.info(line if line.startswith(name) else f"{name}: {line}")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Answer every request with the errors until a build succeeds; each save starts one."""
        server.watch(str(THEME))
        return self.preview.attach(server, THEME, Path(config.docs_dir))

    def on_build_error(self, *, error: Exception) -> None:
        """End a build that the system stopped, such as by a full disk, with one line."""
        if isinstance(error, OSError) and error.errno in _REFUSALS:
            raise Abort(f"\n{reason_of(error)}") from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give all pages of the site to MkDocs; a briefing keeps its own file, so that edit links work."""
        for file in list(files):
            if static_files.is_declaration(file.src_uri) or self._is_draft(file.src_uri):
                files.remove(file)
            elif static_files.is_lean(file.src_uri):
                file.content_string = static_files.lean(file.src_uri, file.content_string)
        for page in self.site.pages.values():
            _place(files, config, page.path, page.text)
        for asset in self.site.assets.values():
            _place(files, config, asset.path, asset.content)
        return files

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make pages on all cores, or take them from the cache."""
        if rendered_pages.is_alone(config, pipeline.SEARCHES):
            folder = self.cache.with_name(pipeline.HTML)
            self.engine = rendered_pages.engine_of(nav, config, files, self.compiled)
            self.finished = rendered_pages.finish_pages(self.site, self._sealed, self.engine, folder)
            self.scripts.update((script.path, script) for scripts in self.finished.values() for script in scripts)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the engine take its compiled templates from the cache, unless something else may change how they are compiled."""
        if self.engine:
            env.bytecode_cache = self.compiled
        return env

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Seal the page, after other plugins have changed it."""
        return output if page.file.src_uri in self.finished else self._seal(output, page.file.dest_uri)

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Seal the page for missing pages."""
        return self._seal(output_content, template_name) if template_name.endswith(".html") else output_content

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the scripts that sealing moved out of the pages, then the files that need a complete site.

        A script that is not the theme's stops the build; the content policy blocks it too.
        """
        self.problems += footer_links.dead_fragments(Path(config.site_dir), self.footer)
        if self.problems:
            raise Abort(f"\n{report(self.problems)}")
        static_files.write_files(Path(config.site_dir), self.scripts.values())
        site_folders.end(Path(config.site_dir))
        finalize.finish(Path(config.site_dir))
        pipeline.trim_cache(self.cache)
        if self.serving:
            self.preview.complete(Path(config.site_dir))
        if self.serving and self.engine:
            built = Built(catalog=self.catalog, site=self.site, engine=self.engine, cache=self.cache, read=self.read)
            self.preview.fresh.complete(built, self.saves)

    def _is_draft(self, path: str) -> bool:
        """Return True for a Markdown file that is not a page of this site."""
        return path.endswith(".md") and path not in self.site.pages

    def _seal(self, html: str, path: str) -> str:
        sealed = self._sealed(html, path)
        self.scripts.update((script.path, script) for script in sealed.scripts)
        self.problems += sealed.problems
        return sealed.html

    def _sealed(self, html: str, path: str) -> postprocess.Sealed:
        return postprocess.sealed_page(html, path, self.site.figures, self.site.heads.get(path, ""))


def _place(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> None:
    file = files.get_file_from_path(path)
    if file and isinstance(content, str):
        file.content_string = content
    else:
        files.append(File.generated(config, path, content=content))
