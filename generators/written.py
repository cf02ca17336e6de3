"""The same site without the plugin: a folder of Markdown that any engine builds, and the sealing of what it built.

Part of the command's edge. The folder carries its own mkdocs.yml, theme and drawings, and needs nothing of ours.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from generators import press, seal
from generators.model import Asset, Site

_DRAWINGS = ".drawings"
"""Themed drawings, kept beside the pages for sealing; the dot keeps engines from reading them."""


def write(site: Site, frame: Mapping[str, object], root: Path, folder: Path) -> None:
    """Fill the folder; pages and pictures that people wrote are copied where the site does not make them."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = (Asset(path=page.path, content=page.text.encode()) for page in site.pages.values())
    drawings = (Asset(path=f"{_DRAWINGS}/{path}.txt", content=svg.encode()) for path, svg in site.figures.items())
    docs = folder / "docs"
    for path in press.own_files(root):
        press.write(docs, (Asset(path=path, content=(root / "content" / path).read_bytes()),))
    press.write(docs, (*site.assets.values(), *pages))
    press.write(folder, drawings)
    shutil.copytree(press.THEME, folder / "theme")
    settings = _settings(root, frame)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _settings(root: Path, frame: Mapping[str, object]) -> dict[str, object]:
    settings: dict[str, object] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    plugins = settings.get("plugins")
    theme = settings.get("theme")
    settings["plugins"] = (
        [plugin for plugin in plugins if "briefings" not in plugin] if isinstance(plugins, list) else []
    )
    settings["theme"] = {**(theme if isinstance(theme, dict) else {}), "custom_dir": "theme"}
    settings["extra"] = {**_mapping(settings.get("extra")), **frame}
    return {**settings, "docs_dir": "docs", "site_dir": "site"}


def _mapping(found: object) -> dict[str, object]:
    return dict(found) if isinstance(found, dict) else {}


def seal_folder(folder: Path) -> None:
    """Seal every HTML file of a built site; the drawings lie beside it, where `write` put them."""
    drawings = folder.parent / _DRAWINGS
    figures = {
        path.relative_to(drawings).as_posix().removesuffix(".txt"): path.read_text(encoding="utf-8")
        for path in sorted(drawings.rglob("*.svg.txt"))
    }
    for path in sorted(folder.rglob("*.html")):
        sealed = seal.page(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix(), figures)
        path.write_text(sealed.html, encoding="utf-8")
        press.write(folder, sealed.scripts)
