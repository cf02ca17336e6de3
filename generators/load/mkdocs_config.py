"""mkdocs.yml: settings that break the site, its language, and addresses in its footer. MkDocs reads the rest."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generators.load.formats.reading import Field, Reading, needed, read_each
from generators.load.formats.text_files import is_there
from generators.load.formats.yaml_nodes import Entry, load_yaml
from generators.model.languages import ENGLISH
from generators.model.problems import Problem
from generators.text.messages import catalogued

SETTINGS = "mkdocs.yml"

THEME = "material"
_BREAKING = {
    "offline": "Its pages load a script from another host. The site has its own offline edition, offline.zip.",
    "privacy": "It downloads files during the build. The site loads nothing from other hosts, so it is not needed.",
    "info": "It stops every build to write a report.",
}
"""Plugins that are incompatible with ours, with reasons."""
_ANOTHER_HOST = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def load_footer(root: Path, path: str) -> Reading[tuple[Field, ...]]:
    """Return every address in the page footer; none without a file."""
    document = (yield from load_yaml(root, path)) if is_there(root, path) else None
    top = (yield from document.entries()) if document else {}
    yield from _theme(top)
    yield from _plugins(top)
    for key in ("extra_css", "extra_javascript"):
        yield from _external_files(top, key)
    extra = (yield from top["extra"].entries()) if "extra" in top else {}
    links = (yield from extra["footer"].items()) if "footer" in extra else ()
    return (yield from read_each(links, _address))


def load_language(root: Path, path: str) -> Reading[str]:
    """Return the language of the site, which is the theme's; English if none is named. One without a catalogue is a problem."""
    document = (yield from load_yaml(root, path)) if is_there(root, path) else None
    top = (yield from document.entries()) if document else {}
    theme = {} if "theme" not in top or top["theme"].is_text else (yield from top["theme"].entries())
    if "language" not in theme:
        return ENGLISH
    field = yield from theme["language"].field()
    languages = catalogued()
    if field.text in languages:
        return field.text
    expected = f"a language with a catalogue: {' or '.join(languages)}"
    advice = "docs/how-to/translate.md describes how to add one."
    yield Problem(where=field.where, subject="theme language", found=field.text, expected=expected, advice=advice)
    return ENGLISH


def _theme(top: Mapping[str, Entry]) -> Reading[None]:
    """Yield a problem for another theme: scripts and styles require this one."""
    if "theme" not in top or top["theme"].is_text:
        name = top.get("theme")
    else:
        name = (yield from top["theme"].entries()).get("name")
    text = (yield from name.field()).text if name else None
    if name and text != THEME:
        yield Problem(where=name.where, subject="theme", found=text, expected=f"{THEME}", advice=f"Type name: {THEME}.")


def _plugins(top: Mapping[str, Entry]) -> Reading[None]:
    """Yield a problem for each plugin that breaks the site."""
    for field in _names(top["plugins"]) if "plugins" in top else ():
        name = field.text.removeprefix(f"{THEME}/")
        if name in _BREAKING:
            advice = f"{_BREAKING[name]} Remove it."
            yield Problem(
                where=field.where, subject="plugins", found=field.text, expected="another plugin", advice=advice
            )


def _names(plugins: Entry) -> Iterator[Field]:
    """Yield the name of each plugin, from a list of names, a list with options or a mapping."""
    yield from plugins.names()
    for node in plugins.node.value if isinstance(plugins.node, yaml.SequenceNode) else ():
        entry = Entry(subject="plugins", node=node, sheet=plugins.sheet)
        yield from entry.names() or (Field(subject="plugins", text=str(node.value), where=entry.where),)


def _external_files(top: Mapping[str, Entry], key: str) -> Reading[None]:
    """Yield a problem for each style sheet or script from another host."""
    for entry in (yield from top[key].items()) if key in top else ():
        path = entry if entry.is_text else (yield from entry.entries()).get("path")
        text = (yield from path.field()).text if path else ""
        if path and _ANOTHER_HOST.match(text):
            expected, advice = (
                "a file of this site",
                "Place it in content/assets/: pages load nothing from other hosts.",
            )
            yield Problem(where=path.where, subject=key, found=text, expected=expected, advice=advice)


def _address(link: Entry) -> Reading[Field | None]:
    """Return the address of a footer link; a problem if it lacks an address or a title."""
    parts = yield from link.entries()
    for key in ("title", "url"):
        if key not in parts:
            yield Problem(where=link.where, subject=f"footer {key}", expected="a title and a url")
            return None
        yield from needed((yield from parts[key].field()))
    return (yield from parts["url"].field())
