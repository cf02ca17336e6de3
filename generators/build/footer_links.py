"""Addresses in the footer of every page: refused, left out or reported."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace as changed
from pathlib import Path

from generators import load
from generators.build.static_files import own_files
from generators.load.formats.reading import Field, gathered
from generators.load.mkdocs_config import SETTINGS
from generators.model import Site
from generators.model.problems import CellError, Problem, proposal
from generators.urls.paths import AFTERWARDS

_ADDRESS = "the address of a page of this site, relative to its front page"
_ELSEWHERE = re.compile(r"(?:https?|mailto):")


def footer(root: Path, settings: str = SETTINGS) -> tuple[Field, ...]:
    """The addresses in the footer of every page, as the engine's settings have them."""
    return gathered(load.mkdocs_config.load_footer(root, settings))[0]


def dead_footer(root: Path, whole: Site, settings: str = SETTINGS) -> tuple[Problem, ...]:
    """Every address of the footer that leads to nothing and is no slip of a page's: a link is left out until the site has its page."""
    lost = lost_in_footer(root, whole, settings)
    return tuple(changed(problem, advice="The link is left out.") for problem in lost if not problem.advice)


def lost_in_footer(root: Path, whole: Site, settings: str) -> tuple[Problem, ...]:
    """Every address of the footer that leads to no page or file of the site, with the page that was meant, if one is near."""
    known = {re.sub(r"\.md$", ".html", path) for path in (*whole.pages, *whole.assets, *own_files(root), *AFTERWARDS)}
    pages = [path for path in known if path.endswith(".html")]
    inside = [(field, field.text.partition("#")[0]) for field in footer(root, settings)]
    return tuple(
        CellError(_ADDRESS, proposal(_as_html(path), pages)).at(field.where, "footer url", field.text)
        for field, path in inside
        if path not in known and not _ELSEWHERE.match(path)
    )


def _as_html(path: str) -> str:
    """The address of a page as it may have been meant: of a Markdown file, a folder, or from the host's root."""
    return re.sub(r"(\.md|/)$", ".html", path.lstrip("/"))


def without(extra: Mapping[str, object], dead: Iterable[Problem]) -> dict[str, object]:
    """The engine's own settings for its theme, with a footer that leads nowhere else than to pages."""
    gone, links = {problem.found for problem in dead}, extra.get("footer")
    listed = links if isinstance(links, list) else []
    return {**extra, "footer": [link for link in listed if link.get("url") not in gone]}


def dead_fragments(folder: Path, addresses: Iterable[Field]) -> Iterator[Problem]:
    """Every address of the footer that leads to a part which its page, as it was built, does not have."""
    for field in addresses:
        path, _, fragment = field.text.partition("#")
        page = folder / path
        if fragment and page.is_file() and f'id="{fragment}"' not in page.read_text(encoding="utf-8"):
            error = CellError(f"the address of a part of {path}", "Copy the address of the heading from the page.")
            yield error.at(field.where, "footer url", field.text)
