"""Edits of whole files: added, renamed, removed, put in place of the theme's."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from random import Random

from tests.fixtures.repository import ROOT

Files = Mapping[str, str]
Changes = Mapping[str, str | None]
"""Texts by path; none for a file that is removed."""

_TEMPLATES = ROOT / "generators" / "templates"
_MOVED = "data/moved.yml"
_REFERENCES = {
    r"content/briefings/(.*)\.md": r"(?<=briefings/){}(?=\.(?:md|html))|(?<=briefing: ){}$",
    r"content/(?!briefings/)(.*)\.md": r"(?<![\w/-]){}(?=\.(?:md|html))|(?<=\.\./){}(?=\.(?:md|html))",
    r"content/charts/(.*)\.yml": r'(?<=chart\("){}(?=")|(?<=card_chart: ){}$|(?<=charts/){}(?=\.)',
    r"data/[^/]+/(.*)\.(?:yml|csv)": r"(?<![\w-]){}(?![\w-])",
}
"""Files that can be renamed, and where their names are found."""


def renamed(random: Random, files: Files) -> Changes:
    """Rename a page, chart or dataset, and what refers to it; a released address leaves a redirect."""
    path, pattern = random.choice([(path, p) for path in files for p in _REFERENCES if re.fullmatch(p, path)])
    old = PurePosixPath(path).stem
    new = old.removesuffix("-b") if old.endswith("-b") else f"{old}-b"
    reference = re.compile(
        _REFERENCES[pattern].format(*[re.escape(old)] * _REFERENCES[pattern].count("{}")), re.MULTILINE
    )
    own = [each for each in files if re.fullmatch(pattern, each) and PurePosixPath(each).stem == old]
    changes: dict[str, str | None] = dict.fromkeys(own)
    for name, text in files.items():
        place = str(PurePosixPath(name).with_stem(new)) if name in own else name
        changed = text if name.startswith("data/releases/") else reference.sub(new, text)
        if place != name or changed != text:
            changes[place] = changed
    if path.endswith(".md") and any(name.startswith("data/releases/") for name in files):
        changes[_MOVED] = files.get(_MOVED, "") + _redirect(path, old, new)
    return changes


def _redirect(path: str, old: str, new: str) -> str:
    page = path.removeprefix("content/")
    return f"- page: {page}\n  to: {page.replace(old, new)}\n  date: 2021-03-01\n  why: The other name says more.\n"


def copied(random: Random, files: Files) -> Changes:
    """Add a page, chart or briefing like another."""
    path = random.choice([path for path in files if re.fullmatch(r"content/.*\.md|content/charts/.*", path)])
    suffix = random.choice("abcdefgh")
    text = re.sub(r"(?m)^title: ", f"title: {suffix.upper()} ", files[path], count=1)
    return {str(PurePosixPath(path).with_stem(f"{PurePosixPath(path).stem}-{suffix}")): text}


def removed(random: Random, files: Files) -> Changes:
    """Remove a page, chart, table or declaration; rather one that was added."""
    paths = [path for path in files if path.startswith(("content/", "data/"))]
    added = [path for path in paths if re.search(r"-[a-h]\.\w+$", path)]
    return {random.choice(added or paths): None}


def theme_file(random: Random, files: Files) -> Changes:
    """Put a file in place of the theme's, change it, or remove it."""
    settings, own = files["mkdocs.yml"], "  custom_dir: own\n"
    if own not in settings:
        settings = settings.replace("  name: material\n", f"  name: material\n{own}", 1)
    path, texts = random.choice(
        (
            ("own/partials/content.html", ("{{ page.content }}<p>Ours.</p>", "<p>Ours.</p>{{ page.content }}")),
            ("own/partials/toc.html", ("", "<p>No list of headings.</p>")),
            ("own/stylesheets/own.css", ("p { color: black }", "p { color: navy }")),
        )
    )
    return {"mkdocs.yml": settings, path: random.choice((*texts, *((None,) if path in files else ())))}


def template(random: Random, files: Files) -> Changes:
    """Put a template in place of ours, with a word more in one of its elements, or take it away again."""
    settings = files["mkdocs.yml"].replace("  - briefings\n", "  - briefings: {templates: own-templates}\n", 1)
    mine = [path for path in files if path.startswith("own-templates/")]
    if mine and random.random() < 0.4:
        return {random.choice(mine): None} if len(mine) > 1 else {}
    source = random.choice(sorted(_TEMPLATES.rglob("*.*")))
    path = f"own-templates/{source.relative_to(_TEMPLATES).as_posix()}"
    text = files.get(path, source.read_text("utf-8"))
    ends = [found.start() for found in re.finditer(r"</(?:p|li|dt|dd|td|th|a|span|h1|h2|summary)>", text)]
    at = random.choice(ends or [len(text)])
    return {"mkdocs.yml": settings, path: f"{text[:at]} own{text[at:]}"}


def style(random: Random, files: Files) -> Changes:
    """Add a style sheet of the site's own to every page, change it, or remove it."""
    line = "extra_css: [own.css]\n"
    settings = files["mkdocs.yml"]
    if line in settings and random.random() < 0.3:
        return {"mkdocs.yml": settings.replace(line, ""), "content/own.css": None}
    settings = settings if line in settings else f"{settings.rstrip()}\n\n{line}"
    return {"mkdocs.yml": settings, "content/own.css": random.choice(("p { margin: 0 }\n", "h1 { margin: 0 }\n"))}


WHOLE_FILES = (renamed, renamed, copied, copied, removed, removed, removed, theme_file, template, template, style)
