"""Templates of a site that replace the generator's, from the folder that mkdocs.yml names."""

from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath

import yaml

from generators.load.formats import text_files
from generators.load.formats.reading import Field, Reading
from generators.load.formats.yaml_nodes import Entry, load_yaml
from generators.model import Templates
from generators.model.problems import Problem, Where, did_you_mean

PLUGIN = "briefings"
OPTION = "templates"
_OURS = Path(__file__).parents[1] / "templates"


def load_templates(root: Path, settings: str) -> Reading[Templates]:
    """Return the site's own templates; none if mkdocs.yml names no folder. A file that replaces nothing is a problem."""
    folder = yield from _folder(root, settings)
    if folder is None:
        return Templates()
    name = normpath(folder.text)
    if name.startswith((".", "/")) or not (root / name).is_dir():
        advice = "Create the folder beside mkdocs.yml and name it, or remove the option."
        yield Problem(
            where=folder.where, subject=OPTION, found=folder.text, expected="a folder of this site", advice=advice
        )
        return Templates()
    texts: dict[str, str] = {}
    for template in _files(root / name):
        path = f"{name}/{template}"
        if (_OURS / template).is_file():
            texts[template] = (yield from text_files.text(root, path)) or ""
        elif not (root / path).is_dir():
            advice = did_you_mean(template, _names())
            yield Problem(
                where=Where(path=path),
                subject="template",
                found=template,
                expected="the name of a template",
                advice=advice,
            )
    return Templates(folder=name, texts=texts)


def _files(folder: Path) -> list[str]:
    """Return the paths in the folder, sorted, without hidden files and an editor's copies."""
    paths = (path.relative_to(folder) for path in folder.rglob("*"))
    return sorted(path.as_posix() for path in paths if not any(map(text_files.TEMPORARY.fullmatch, path.parts)))


def _names() -> list[str]:
    return [path.relative_to(_OURS).as_posix() for path in sorted(_OURS.rglob("*.*"))]


def _folder(root: Path, settings: str) -> Reading[Field | None]:
    """Return the value of the plugin's option in mkdocs.yml."""
    document = (yield from load_yaml(root, settings)) if text_files.is_there(root, settings) else None
    top = (yield from document.entries()) if document else {}
    options = (yield from _options(top["plugins"])) if "plugins" in top else {}
    return (yield from options[OPTION].field()) if OPTION in options else None


def _options(plugins: Entry) -> Reading[Mapping[str, Entry]]:
    """Return the options of our plugin, which is in a list of names and mappings, or in a mapping."""
    nodes = plugins.node.value if isinstance(plugins.node, yaml.SequenceNode) else [plugins.node]
    for node in nodes:
        entry = Entry(subject="plugins", node=node, sheet=plugins.sheet)
        if any(name.text == PLUGIN for name in entry.names()):
            return (yield from (yield from entry.entries())[PLUGIN].entries())
    return {}
