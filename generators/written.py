"""The same site without the plugin: a folder of Markdown that any engine builds, and the sealing of what it built.

Part of the command's edge. The folder carries its own mkdocs.yml, theme and drawings, and needs nothing of ours.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generators import finished, press, seal
from generators.authoring.dialect import EXTENSIONS
from generators.model import Asset, Site
from generators.problems import Problem, report

_DRAWINGS = ".drawings"
"""Themed drawings, kept beside the pages for sealing; the dot keeps engines from reading them."""
_REPLACED = frozenset({"briefings", *press.SEARCHES})
"""Plugins that the folder goes without: what they make is in it, or is made by sealing."""
_HEADS = ".heads"
"""What sealing puts into each page's head."""


def write(site: Site, frame: Mapping[str, object], root: Path, folder: Path) -> None:
    """Fill the folder, or leave it as it is if that fails; a folder of somebody else's is refused."""
    press.refuse_foreign(folder, _DRAWINGS)
    new = folder.resolve().with_name(f".{folder.resolve().name}.next")
    shutil.rmtree(new, ignore_errors=True)
    press.write(new, (*_theme(), *_files(site, frame, root)))
    press.replace(new, folder)


def _theme() -> Iterator[Asset]:
    """The theme, written and not copied, so that its files have the mode that the umask gives the others."""
    for path in sorted(path for path in press.THEME.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if path.suffix == ".css":
            content = press.lean(content.decode()).encode()
        yield Asset(path=f"theme/{path.relative_to(press.THEME).as_posix()}", content=content)


def _files(site: Site, frame: Mapping[str, object], root: Path) -> Iterator[Asset]:
    """Everything but the theme; what people wrote comes first, and what the site makes of it replaces it."""
    for path in press.own_files(root):
        if not path.endswith(".md"):  # a page is written below, and a draft is none
            yield Asset(path=f"docs/{path}", content=(root / "content" / path).read_bytes())
    for page in site.pages.values():
        yield Asset(path=f"docs/{page.path}", content=page.text.encode())
    for asset in site.assets.values():
        yield Asset(path=f"docs/{asset.path}", content=asset.content)
    for path, svg in site.figures.items():
        yield Asset(path=f"{_DRAWINGS}/{path}.txt", content=svg.encode())
    for path, head in site.heads.items():
        yield Asset(path=f"{_HEADS}/{path}.txt", content=head.encode())
    settings = yaml.safe_dump(_settings(root, frame), sort_keys=False, allow_unicode=True)
    yield Asset(path="mkdocs.yml", content=settings.encode())


def _settings(root: Path, frame: Mapping[str, object]) -> dict[str, object]:
    settings: dict[str, object] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    plugins = settings.get("plugins")
    theme = settings.get("theme")
    settings["plugins"] = (
        [plugin for plugin in plugins if not _REPLACED.intersection([plugin] if isinstance(plugin, str) else plugin)]
        if isinstance(plugins, list)
        else []
    )
    settings["theme"] = {**(theme if isinstance(theme, dict) else {}), "custom_dir": "theme"}
    if frame["address"]:
        settings["site_url"] = frame["address"]
    settings["markdown_extensions"] = _extensions(settings.get("markdown_extensions"))
    settings["extra"] = {**_mapping(settings.get("extra")), **frame}
    return {**settings, "docs_dir": "docs", "site_dir": "site"}


def _extensions(given: object) -> list[object]:
    """The extensions of mkdocs.yml, and those that pages are written with."""
    own = list(given) if isinstance(given, list) else []
    named = {name for each in own for name in (each if isinstance(each, dict) else [each])}
    return [
        *own,
        *({name: dict(values)} if values else name for name, values in EXTENSIONS.items() if name not in named),
    ]


def _mapping(found: object) -> dict[str, object]:
    return dict(found) if isinstance(found, dict) else {}


def seal_folder(folder: Path) -> None:
    """Seal every HTML file of a built site, then list what it holds; the drawings lie beside it, where `write` put them."""
    drawings = folder.parent / _DRAWINGS
    if not (folder.is_dir() and drawings.is_dir()):
        raise press.Refused(f"{folder} was not built from a folder that `briefings write` has written.")
    figures = {
        path.relative_to(drawings).as_posix().removesuffix(".txt"): path.read_text(encoding="utf-8")
        for path in sorted(drawings.rglob("*.svg.txt"))
    }
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        own = folder.parent / _HEADS / f"{name}.txt"
        head = own.read_text(encoding="utf-8") if own.exists() else ""
        sealed = seal.page(path.read_text(encoding="utf-8"), name, figures, head)
        path.write_text(sealed.html, encoding="utf-8")
        press.write(folder, sealed.scripts)
        problems += sealed.problems
    if problems:
        raise press.Refused(report(problems))
    finished.finish(folder)
