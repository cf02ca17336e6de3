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
    """Return the addresses in the footer, from the engine's settings."""
    return gathered(load.mkdocs_config.load_footer(root, settings))[0]


def dead_footer(root: Path, site: Site, settings: str = SETTINGS) -> tuple[Problem, ...]:
    """Return the broken footer addresses without a likely correction; such a link is left out until the site has its page."""
    problems = lost_in_footer(root, site, settings)
    return tuple(changed(problem, advice="The link is left out.") for problem in problems if not problem.advice)


def lost_in_footer(root: Path, site: Site, settings: str) -> tuple[Problem, ...]:
    """Return the broken footer addresses, each with the page that was probably meant."""
    paths = {re.sub(r"\.md$", ".html", path) for path in (*site.pages, *site.assets, *own_files(root), *AFTERWARDS)}
    pages = [path for path in paths if path.endswith(".html")]
    addresses = [(field, field.text.partition("#")[0]) for field in footer(root, settings)]
    return tuple(
        CellError(_ADDRESS, proposal(_as_html(path), pages)).at(field.where, "footer url", field.text)
        for field, path in addresses
        if path not in paths and not _ELSEWHERE.match(path)
    )


def _as_html(path: str) -> str:
    """Return the probable page of an address: of a Markdown file, a folder, or from the host's root."""
    return re.sub(r"(\.md|/)$", ".html", path.lstrip("/"))


def without(extra: Mapping[str, object], dead: Iterable[Problem]) -> dict[str, object]:
    """Return the engine's settings for its theme, without the broken links of the footer."""
    addresses, links = {problem.found for problem in dead}, extra.get("footer")
    entries = links if isinstance(links, list) else []
    return {**extra, "footer": [link for link in entries if link.get("url") not in addresses]}


def dead_fragments(folder: Path, addresses: Iterable[Field]) -> Iterator[Problem]:
    """Yield the footer addresses whose fragment is not on the built page."""
    for field in addresses:
        path, _, fragment = field.text.partition("#")
        page = folder / path
        if fragment and page.is_file() and f'id="{fragment}"' not in page.read_text(encoding="utf-8"):
            error = CellError(f"the address of a part of {path}", "Copy the address of the heading from the page.")
            yield error.at(field.where, "footer url", field.text)
