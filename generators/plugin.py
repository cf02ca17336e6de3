"""The edge to MkDocs: events of a few lines that hand over to rooms that know nothing of MkDocs."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generators import finished, press, seal
from generators.authoring.dialect import EXTENSIONS
from generators.model import Asset, Site
from generators.problems import Problem, report

_LAST = -100
log = get_plugin_logger("briefings")


class BriefingsConfig(Config):
    """The plugin's settings in mkdocs.yml."""

    cache = config_options.Type(str, default=press.CACHE)
    """Where drawn charts are kept, from the folder of mkdocs.yml; it can be deleted at any time."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Reads data/ and content/, and gives MkDocs the finished Markdown."""

    site: Site
    serving = False
    """True if drafts are shown too."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is only looked at."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the whole site now: a mistake stops the build before MkDocs has cleaned away the last good one."""
        root = Path(config.config_file_path).parent
        try:
            press.refuse_kept(Path(config.site_dir))
            catalog, self.site = press.made(root, root / self.config.cache, drafts=self.serving)
        except press.Refused as refused:
            raise Abort(f"\n{refused}") from None
        self.scripts = dict[str, Asset]()
        self.problems: list[Problem] = []
        for name in press.SEARCHES:
            if name in config.plugins:
                config.plugins[name].config["enabled"] = False
                log.info("The search plugin in mkdocs.yml is not needed: the site makes its own index. Take it out.")
        config.theme.dirs.insert(0, str(press.THEME))
        config.watch += [str(root / "data"), str(root / "content")]
        config.extra.update(press.frame(catalog))
        self._write_as_we_do(config)
        config.site_url = catalog.edition.address or config.site_url
        os.environ["SOURCE_DATE_EPOCH"] = str(press.epoch(catalog))
        return config

    def _write_as_we_do(self, config: MkDocsConfig) -> None:
        """Give MkDocs the extensions that pages are written with, also where mkdocs.yml leaves some out."""
        for name, settings in EXTENSIONS.items():
            if name not in config.markdown_extensions:
                config.markdown_extensions.append(name)
            config.mdx_configs[name] = {**settings, **(config.mdx_configs.get(name) or {})}

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Keep the last good page up when an edit is wrong; the next save tries again."""

        def build_or_tell(*arguments: object) -> None:
            try:
                builder(*arguments)
            except Abort as refusal:
                log.warning(refusal.format_message())

        server.builder = build_or_tell
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give every page of the site to MkDocs; a briefing keeps its own file, so that edit links work."""
        for file in list(files):
            if press.is_declaration(file.src_uri) or self._is_draft(file.src_uri):
                files.remove(file)
            elif file.src_uri.startswith(press.STYLES):
                file.content_string = press.lean(file.content_string)
        for page in self.site.pages.values():
            _place(files, config, page.path, page.text)
        for asset in self.site.assets.values():
            _place(files, config, asset.path, asset.content)
        return files

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Seal the page."""
        return self._sealed(output, page.file.dest_uri)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Seal the page that stands for a missing one."""
        return self._sealed(output_content, template_name) if template_name.endswith(".html") else output_content

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the scripts that sealing moved out of the pages, then what can be written only of a whole site.

        Stopped by any script that is not the theme's; the pages' policy does not let it run either.
        """
        if self.problems:
            raise Abort(f"\n{report(self.problems)}")
        press.write(Path(config.site_dir), self.scripts.values())
        finished.finish(Path(config.site_dir))

    def _is_draft(self, path: str) -> bool:
        """True for a text that is no page of this site."""
        return path.endswith(".md") and path not in self.site.pages

    def _sealed(self, html: str, path: str) -> str:
        sealed = seal.page(html, path, self.site.figures, self.site.heads.get(path, ""))
        self.scripts.update((script.path, script) for script in sealed.scripts)
        self.problems += sealed.problems
        return sealed.html


def _place(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> None:
    own = files.get_file_from_path(path)
    if own and isinstance(content, str):
        own.content_string = content
    else:
        files.append(File.generated(config, path, content=content))
