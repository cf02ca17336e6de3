"""Portable site without the plugin: a Markdown folder for any engine, and post-processing of the result.

The folder contains its own mkdocs.yml, theme and drawings.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generators.build import finalize, footer_links, pipeline, postprocess, publish, site_folders, static_files
from generators.build.errors import Refused
from generators.build.static_files import THEME
from generators.load.mkdocs_config import SETTINGS
from generators.model import Asset, Site
from generators.model.problems import Problem, report
from generators.text.markdown.extensions import EXTENSIONS

_DRAWINGS = ".drawings"
"""Folder of themed drawings for sealing; the dot keeps engines from reading it."""
_REPLACED = frozenset({"briefings", *pipeline.SEARCHES})
"""Plugins that the folder does not need: their output is in it, or is added by sealing."""


def write_portable(site: Site, frame: Mapping[str, object], root: Path, folder: Path) -> None:
    """Fill the folder, or leave it unchanged if that fails; refuse a foreign folder, and keep the previous content of ours beside it."""
    target = folder.resolve()
    with publish.alone(target), publish.fresh(target) as new:
        refuse(root, target)
        static_files.write_files(new, (*_theme(), *_files(site, frame, root)))
        site_folders.end(new)
        publish.replace(new, target, _is_portable)


def _is_portable(folder: Path) -> bool:
    """Return True for a folder of ours: only it contains the heads of pages for sealing."""
    return any((folder / site_folders.HEADS).rglob("*.html.txt"))


def refuse(root: Path, folder: Path) -> None:
    """Refuse a foreign folder, or one in a source folder, which the next run would read."""
    target = folder.resolve()
    for name in ("content", "data"):
        if target.is_relative_to((root / name).resolve()):
            raise Refused(f"{folder} is inside {root / name}, a source folder of the site. Name another folder.")
    site_folders.refuse_foreign(folder, _is_portable)


def _theme() -> Iterator[Asset]:
    """Yield the files of the theme; they are written and not copied, so that the umask gives them their mode."""
    for path in sorted(path for path in THEME.rglob("*") if path.is_file()):
        name, content = path.relative_to(THEME).as_posix(), path.read_bytes()
        if static_files.is_lean(name):
            content = static_files.lean(name, content.decode()).encode()
        yield Asset(path=f"theme/{name}", content=content)


def _files(site: Site, frame: Mapping[str, object], root: Path) -> Iterator[Asset]:
    """Yield all files but the theme's; authored files come first, and generated ones replace them."""
    for path in static_files.own_files(root):
        if not path.endswith(".md"):  # a page is written below, and a draft is none
            yield Asset(path=f"docs/{path}", content=(root / "content" / path).read_bytes())
    for page in site.pages.values():
        yield Asset(path=f"docs/{page.path}", content=page.text.encode())
    for asset in site.assets.values():
        yield Asset(path=f"docs/{asset.path}", content=asset.content)
    for path, svg in site.figures.items():
        yield Asset(path=f"{_DRAWINGS}/{path}.txt", content=svg.encode())
    for path, head in site.heads.items():
        yield Asset(path=f"{site_folders.HEADS}/{path}.txt", content=head.encode())
    settings = _settings(root, frame)
    settings["extra"] = footer_links.without(_mapping(settings["extra"]), footer_links.dead_footer(root, site))
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    yield Asset(path="mkdocs.yml", content=text.encode())


def _settings(root: Path, frame: Mapping[str, object]) -> dict[str, object]:
    """Return the site's settings with the required ones."""
    settings = _load(root / SETTINGS)
    plugins, theme = settings.get("plugins"), settings.get("theme")
    settings["plugins"] = (
        [plugin for plugin in plugins if not _REPLACED.intersection([plugin] if isinstance(plugin, str) else plugin)]
        if isinstance(plugins, list)
        else []
    )
    settings["theme"] = {"name": "material", **_mapping(theme), "font": False, "custom_dir": "theme"}
    settings["markdown_extensions"] = _extensions(settings.get("markdown_extensions"))
    if frame["address"]:
        settings["site_url"] = frame["address"]
    settings["extra"] = {**_mapping(settings.get("extra")), **frame}
    required = {"site_name": frame["name"], "use_directory_urls": False, "docs_dir": "docs", "site_dir": "site"}
    return {**settings, **required}


def _load(path: Path) -> dict[str, object]:
    try:
        return _mapping(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.constructor.ConstructorError as error:
        mark = error.problem_mark
        at = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise Refused(f"{path.name}:{at}  a tag that only MkDocs reads: {error.problem}. Remove it.") from None


def _extensions(declared: object) -> list[object]:
    """Return the Markdown extensions with those that the pages need."""
    options: dict[str, dict[str, object]] = {}
    for entry in declared if isinstance(declared, list) else [_mapping(declared)]:
        options |= {
            name: _mapping(values) for name, values in (entry if isinstance(entry, dict) else {entry: None}).items()
        }
    for name, values in EXTENSIONS.items():
        options[name] = {**options.get(name, {}), **values}
    return [{name: values} if values else name for name, values in options.items()]


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}


def seal_folder(folder: Path) -> None:
    """Seal every HTML file of a built site, then write its checksums; the drawings are beside it, from `write`."""
    drawings = folder.parent / _DRAWINGS
    if not (folder.is_dir() and drawings.is_dir()):
        raise Refused(f"{folder} was not built from a folder written by `briefings write`.")
    figures = {
        path.relative_to(drawings).as_posix().removesuffix(".txt"): path.read_text(encoding="utf-8")
        for path in sorted(drawings.rglob("*.svg.txt"))
    }
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        head_file = folder.parent / site_folders.HEADS / f"{name}.txt"
        head = head_file.read_text(encoding="utf-8") if head_file.exists() else ""
        sealed = postprocess.sealed_page(path.read_text(encoding="utf-8"), name, figures, head)
        path.write_text(sealed.html, encoding="utf-8")
        static_files.write_files(folder, sealed.scripts)
        problems += sealed.problems
    if problems:
        raise Refused(report(problems))
    finalize.finish(folder)
