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
    """What links can lead to."""

    known: frozenset[str]
    ids: Callable[[str], Set[str]]
    """The ids of a page as it is finished, by its path."""
    drafts: Set[str]


def dead_links(catalog: Catalog, site: Site, own_files: Iterable[str]) -> Iterator[Problem]:
    """Yield each link to a page, a file or a place on a page that there is not."""
    known = frozenset((*site.pages, *site.assets, *own_files, *AFTERWARDS))

    @cache
    def ids(path: str) -> frozenset[str]:
        return frozenset(page_tree(site.pages[path].markdown).xpath("//@id"))

    ground = _Ground(known=known, ids=ids, drafts=frozenset(map(of_briefing, catalog.drafts)))
    typed: dict[str, set[str]] = {}
    for path, text in _authored(catalog):
        for problem, address in _of_an_author(text, path, ground):
            typed.setdefault(path, set()).add(address)
            yield problem
    yield from _made(site, known, typed)


def _authored(catalog: Catalog) -> Iterator[tuple[str, Text]]:
    yield from ((of_briefing(briefing), briefing.body) for briefing in catalog.briefings.values())
    yield from ((page.path, page.body) for page in catalog.standing.values())


def _of_an_author(text: Text, page: str, ground: _Ground) -> Iterator[tuple[Problem, str]]:
    bare = without_code(text.markdown)
    for match in _TYPED.finditer(bare):
        kind = match.lastgroup or "inline"
        address = match[kind]
        start = match.start(kind)
        line = bare[max(bare.rfind("\n", 0, start) + 1, start - _NEAR) : start]
        is_picture = bool(_PICTURE.search(line.rpartition("](")[0] if kind == "inline" else line))
        wrong = (_no_picture(address) if is_picture else None) or _wrong(unescape(address), page, ground)
        if wrong:
            expected, advice = wrong
            subject = "picture" if is_picture else "link"
            yield (
                Problem(where=text.at(start), subject=subject, found=address, expected=expected, advice=advice),
                _resolved(page, address)[0],
            )


def _no_picture(address: str) -> tuple[str, str] | None:
    if _SCHEME.match(address) or splitext(address)[1].lower() in _SHOWN_IN_PDF:
        return None
    return "an image file", f"Pages and PDFs show files that end in {', '.join(_SHOWN_IN_PDF)}."


def _wrong(address: str, page: str, ground: _Ground) -> tuple[str, str] | None:
    """Return what was expected and what to type; None for a link that leads somewhere, or to another host."""
    host = _HOST.match(address)
    if host and not address.startswith(("https://", "http://")) and _resolved(page, address)[0] not in ground.known:
        return "a full address", f"Type https://{host[1]}"
    if _SCHEME.match(address):
        return None
    if address.startswith("/"):
        return "an address relative to this page", _meant(normpath(address.lstrip("/")), page, ground)
    return _lost(*_resolved(page, address), page, ground)


def _lost(target: str, fragment: str, page: str, ground: _Ground) -> tuple[str, str] | None:
    if target in ground.drafts:
        return "a published page", "It is a draft: publish it, or remove the link."
    if target not in ground.known:
        return _PAGE, _meant(target, page, ground)
    if fragment not in {"", "top"} and target.endswith(".md") and fragment not in ground.ids(target):
        return f"the id of a heading or a row on {target}", _near(fragment, ground.ids(target))
    return None


def _resolved(page: str, address: str) -> tuple[str, str]:
    """Return the path of what a link leads to, and the id there."""
    path, _, fragment = address.partition("#")
    resolved = normpath(join(dirname(page), path.replace("%20", " "))) if path else page
    return (f"{resolved.removesuffix('.html')}.md" if resolved.endswith(".html") else resolved), _decoded(fragment)


def _decoded(fragment: str) -> str:
    """Return the id with the letters that its percent signs stand for."""
    if "%" not in fragment:
        return fragment
    as_bytes = re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), fragment.encode())
    return as_bytes.decode("utf-8", "replace")


def _near(name: str, ids: Set[str]) -> str:
    near = proposal(f"#{name}", (f"#{each}" for each in ids))
    return near or "The id of a heading is its text in lower case with hyphens."


def _meant(target: str, page: str, ground: _Ground) -> str:
    """Return a sentence with the nearest address: the same name in another folder or with an ending, else a like one."""
    likely = (f"{target}.md", f"{target}/index.md", f"{splitext(target)[0]}.md", f"assets/{basename(target)}")
    found = next((each for each in likely if each in ground.known), "") or _alike(target, ground.known)
    if found:
        return f"Did you mean {relpath(found, dirname(page) or '.')}?"
    own = splitext(target)[1].lower() in _SHOWN_IN_PDF
    return (
        f"Place the file in content/assets/ and type {relpath('assets', dirname(page) or '.')}/{basename(target)}."
        if own
        else ""
    )


def _alike(target: str, known: frozenset[str]) -> str:
    """Return the address with the same name in another folder, or with nearly that name and the same ending; else nothing."""
    stem, ending = splitext(basename(target))
    names = _by_stem(known, ending)
    near = (stem,) if stem in names else nearest(stem, tuple(sorted(names)))
    return names[near[0]] if near else ""


@lru_cache(maxsize=16)
def _by_stem(known: frozenset[str], ending: str) -> Mapping[str, str]:
    """Return the first address with that ending by its name alone."""
    return {splitext(basename(each))[0]: each for each in sorted(known, reverse=True) if splitext(each)[1] == ending}


def _made(site: Site, known: Set[str], typed: dict[str, set[str]]) -> Iterator[Problem]:
    """Yield each dead link of a page that no author typed."""
    ids = {path: _ids(page.markdown) for path, page in site.pages.items()}
    for page in site.pages.values():
        for target, fragment in sorted(set(_links(page))):
            if target in typed.get(page.path, ()):
                continue
            if target not in known:
                yield _dead(page, target, _PAGE)
            elif "." in fragment and fragment not in ids.get(target, {fragment}):
                yield _dead(page, f"{target}#{fragment}", "a row on that page")


def _links(page: Page) -> Iterator[tuple[str, str]]:
    """The links of a page; of one that somebody wrote those that its expressions made, which are HTML."""
    source = without_code(page.markdown) if page.authored else page.markdown
    for double, single, markdown in _LINK.findall(source):
        address = unescape(double or single or ("" if page.authored else markdown))
        if not _OUTSIDE.match(address):
            path, _, fragment = address.partition("#")
            resolved = normpath(join(dirname(page.path), path))
            yield (resolved.removesuffix(".html") + ".md" if resolved.endswith(".html") else resolved), fragment


def _ids(markdown: str) -> set[str]:
    return {unescape(one or other) for one, other in _ID.findall(markdown)}


def _dead(page: Page, target: str, expected: str) -> Problem:
    return Problem(where=Where(path=page.authored or page.path), subject="link", found=target, expected=expected)
