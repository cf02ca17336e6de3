"""Broken links: of authors by line and column with advice, generated ones by page."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from posixpath import basename, dirname, join, normpath, relpath, splitext

from generators.model import Catalog, Page, Site, Text
from generators.model.problems import Problem, Where, nearest, proposal
from generators.text.markdown.masks import without_code
from generators.text.markdown.page_tree import page_tree
from generators.urls.paths import AFTERWARDS, of_briefing

_LINK = re.compile(r"""(?:href|src)=(?:"([^"]*)"|'([^']*)')|\]\(<?([^)\s>]+)""")
_TYPED = re.compile(
    r"""(?<!\\)\]\([ \t]*<?(?P<inline>[^\s<>(){}]+(?:\([^\s<>(){}]*\)[^\s<>(){}]*)?)"""
    r"""|^[ ]{0,3}\[[^\]\n^]+\]:[ \t]*<?(?P<label>[^\s<>]+)"""
    r"""|<[a-z][^<>]*?\s(?:href|src)\s*=\s*["']?(?P<tag>[^"'\s<>]+)""",
    re.MULTILINE,
)
_PICTURE = re.compile(r"!\[[^\]\n]*$|<img\b[^<>]*$")
_ID = re.compile(r'\bid="([^"]+)"|\{#([\w.-]+)\}')
_OUTSIDE = re.compile(r"[a-z]+:|#|/|$")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(
    r"(?:https?:?/*)?((?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|int|gov|edu|eu|info|io|uk|iq|de|fr|ch)(?:/\S*)?)$"
)
_SHOWN_IN_PDF = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_NEAR = 400
_PAGE = "the address of a page or file of this site"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Possible targets of links."""

    known: frozenset[str]
    ids: Callable[[str], Set[str]]
    """Function from the path of a page to its final ids."""
    drafts: Set[str]


def dead_links(catalog: Catalog, site: Site, own_files: Iterable[str]) -> Iterator[Problem]:
    """Yield each link to a missing page, file or id."""
    paths = frozenset((*site.pages, *site.assets, *own_files, *AFTERWARDS))

    @cache
    def ids(path: str) -> frozenset[str]:
        return frozenset(page_tree(site.pages[path].markdown).xpath("//@id"))

    ground = _Ground(known=paths, ids=ids, drafts=frozenset(map(of_briefing, catalog.drafts)))
    typed: dict[str, set[str]] = {}
    for path, text in _authored_texts(catalog):
        for problem, address in _author_problems(text, path, ground):
            typed.setdefault(path, set()).add(address)
            yield problem
    yield from _generated_problems(site, paths, typed)


def _authored_texts(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    yield from ((of_briefing(briefing), briefing.body) for briefing in catalog.briefings.values())
    yield from ((page.path, page.body) for page in catalog.standing.values())


def _author_problems(text: Text, page: str, ground: _Ground) -> Iterator[tuple[Problem, str]]:
    masked = without_code(text.markdown)
    for match in _TYPED.finditer(masked):
        kind = match.lastgroup or "inline"
        address = match[kind]
        start = match.start(kind)
        line = masked[max(masked.rfind("\n", 0, start) + 1, start - _NEAR) : start]
        is_picture = bool(_PICTURE.search(line.rpartition("](")[0] if kind == "inline" else line))
        fault = (_picture_fault(address) if is_picture else None) or _link_fault(unescape(address), page, ground)
        if fault:
            expected, advice = fault
            subject = "picture" if is_picture else "link"
            yield (
                Problem(where=text.at(start), subject=subject, found=address, expected=expected, advice=advice),
                _resolve(page, address)[0],
            )


def _picture_fault(address: str) -> tuple[str, str] | None:
    if _SCHEME.match(address) or splitext(address)[1].lower() in _SHOWN_IN_PDF:
        return None
    return "an image file", f"Pages and PDFs show files that end in {', '.join(_SHOWN_IN_PDF)}."


def _link_fault(address: str, page: str, ground: _Ground) -> tuple[str, str] | None:
    """Return the expected address and advice; None for a valid or external link."""
    host = _HOST.match(address)
    if host and not address.startswith(("https://", "http://")) and _resolve(page, address)[0] not in ground.known:
        return "a full address", f"Type https://{host[1]}"
    if _SCHEME.match(address):
        return None
    if address.startswith("/"):
        return "an address relative to this page", _path_advice(normpath(address.lstrip("/")), page, ground)
    return _target_fault(*_resolve(page, address), page, ground)


def _target_fault(target: str, fragment: str, page: str, ground: _Ground) -> tuple[str, str] | None:
    if target in ground.drafts:
        return "a published page", "It is a draft: publish it, or remove the link."
    if target not in ground.known:
        return _PAGE, _path_advice(target, page, ground)
    if fragment not in {"", "top"} and target.endswith(".md") and fragment not in ground.ids(target):
        return f"the id of a heading or a row on {target}", _id_advice(fragment, ground.ids(target))
    return None


def _resolve(page: str, address: str) -> tuple[str, str]:
    """Return the path and the id of a link's target."""
    path, _, fragment = address.partition("#")
    resolved = normpath(join(dirname(page), path.replace("%20", " "))) if path else page
    return (f"{resolved.removesuffix('.html')}.md" if resolved.endswith(".html") else resolved), _decode(fragment)


def _decode(fragment: str) -> str:
    """Return the id without percent-encoding."""
    if "%" not in fragment:
        return fragment
    as_bytes = re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), fragment.encode())
    return as_bytes.decode("utf-8", "replace")


def _id_advice(name: str, ids: Set[str]) -> str:
    near = proposal(f"#{name}", (f"#{target}" for target in ids))
    return near or "The id of a heading is its text in lower case with hyphens."


def _path_advice(target: str, page: str, ground: _Ground) -> str:
    """Return advice with the nearest address: the same name in another folder or with an ending, else a similar one."""
    likely = (f"{target}.md", f"{target}/index.md", f"{splitext(target)[0]}.md", f"assets/{basename(target)}")
    suggestion = next((path for path in likely if path in ground.known), "") or _similar_path(target, ground.known)
    if suggestion:
        return f"Did you mean {relpath(suggestion, dirname(page) or '.')}?"
    is_picture = splitext(target)[1].lower() in _SHOWN_IN_PDF
    return (
        f"Place the file in content/assets/ and type {relpath('assets', dirname(page) or '.')}/{basename(target)}."
        if is_picture
        else ""
    )


def _similar_path(target: str, paths: frozenset[str]) -> str:
    """Return the address with the same name in another folder, or with nearly that name and the same ending; else nothing."""
    stem, ending = splitext(basename(target))
    names = _by_stem(paths, ending)
    near = (stem,) if stem in names else nearest(stem, tuple(sorted(names)))
    return names[near[0]] if near else ""


@lru_cache(maxsize=16)
def _by_stem(paths: frozenset[str], ending: str) -> Mapping[str, str]:
    """Return the first address with that ending for each file name."""
    return {splitext(basename(path))[0]: path for path in sorted(paths, reverse=True) if splitext(path)[1] == ending}


def _generated_problems(site: Site, paths: Set[str], typed: dict[str, set[str]]) -> Iterator[Problem]:
    """Yield each broken link that no author typed."""
    ids = {path: _ids(page.markdown) for path, page in site.pages.items()}
    for page in site.pages.values():
        for target, fragment in sorted(set(_links(page))):
            if target in typed.get(page.path, ()):
                continue
            if target not in paths:
                yield _problem(page, target, _PAGE)
            elif "." in fragment and fragment not in ids.get(target, {fragment}):
                yield _problem(page, f"{target}#{fragment}", "a row on that page")


def _links(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the links of a page; of an authored page only those of its expressions, which are HTML."""
    source = without_code(page.markdown) if page.authored else page.markdown
    for double, single, markdown in _LINK.findall(source):
        address = unescape(double or single or ("" if page.authored else markdown))
        if not _OUTSIDE.match(address):
            path, _, fragment = address.partition("#")
            resolved = normpath(join(dirname(page.path), path))
            yield (resolved.removesuffix(".html") + ".md" if resolved.endswith(".html") else resolved), fragment


def _ids(markdown: str) -> set[str]:
    return {unescape(attribute or mark) for attribute, mark in _ID.findall(markdown)}


def _problem(page: Page, target: str, expected: str) -> Problem:
    return Problem(where=Where(path=page.authored or page.path), subject="link", found=target, expected=expected)
