"""Broken links: of authors by line and column with advice, generated ones by page."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from posixpath import basename, dirname, normpath, relpath, splitext

from generators.exports.text_forms import PageForms
from generators.model import Catalog, Site, Text
from generators.model.problems import Problem, Where, nearest, proposal
from generators.text.markdown.masks import without_code
from generators.urls.links import has_scheme, target_of
from generators.urls.paths import AFTERWARDS, of_briefing

_TYPED = re.compile(
    r"""(?<!\\)\]\([ \t]*<?(?P<inline>[^\s<>(){}]+(?:\([^\s<>(){}]*\)[^\s<>(){}]*)?)"""
    r"""|^[ ]{0,3}\[[^\]\n^]+\]:[ \t]*<?(?P<label>[^\s<>]+)"""
    r"""|<[a-z][^<>]*?\s(?:href|src)\s*=\s*["']?(?P<tag>[^"'\s<>]+)""",
    re.MULTILINE,
)
_PICTURE = re.compile(r"!\[[^\]\n]*$|<img\b[^<>]*$")
_HOST = re.compile(
    r"(?:https?:?/*)?((?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|int|gov|edu|eu|info|io|uk|iq|de|fr|ch)(?:/\S*)?)$"
)
_SHOWN_IN_PDF = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_NEAR = 400
_PAGE = "the address of a page or file of this site"
PICTURE = "picture"
"""Subject of the problems that keep a PDF from being typeset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Possible targets of links."""

    known: frozenset[str]
    forms: Mapping[str, PageForms]
    """What was read from each page, by path."""
    drafts: Set[str]


def lost_pictures(catalog: Catalog, paths: Iterable[str]) -> Iterator[Problem]:
    """Yield each picture that is not among the paths of the site's files, or that PDFs cannot show."""
    ground = _Ground(known=frozenset(paths), forms={}, drafts=frozenset(map(of_briefing, catalog.drafts)))
    for path, text in _authored_texts(catalog):
        yield from (problem for problem, _ in _author_problems(text, path, ground) if problem.subject == PICTURE)


def dead_links(
    catalog: Catalog, site: Site, own_files: Iterable[str], forms: Mapping[str, PageForms]
) -> Iterator[Problem]:
    """Yield each link to a missing page, file or id, without pictures; `forms` are those of all pages."""
    paths = frozenset((*site.pages, *site.assets, *own_files, *AFTERWARDS))
    ground = _Ground(known=paths, forms=forms, drafts=frozenset(map(of_briefing, catalog.drafts)))
    typed: dict[str, set[str]] = {}
    for path, text in _authored_texts(catalog):
        for problem, address in _author_problems(text, path, ground):
            typed.setdefault(path, set()).add(address)
            if problem.subject != PICTURE:
                yield problem
    folder = catalog.templates.folder
    advice = f"If a template in {folder}/ left it out, copy it from the original." if folder else ""
    for path, form in forms.items():
        where = Where(path=site.pages[path].authored or path)
        for found, expected in _broken(form, ground, typed.get(path, ())):
            yield Problem(where=where, subject="link", found=found, expected=expected, advice=advice)


def _broken(form: PageForms, ground: _Ground, typed: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield each broken link of a page that no author typed, with what was expected."""
    for target, fragment in form.links:
        if target in typed:
            continue
        if target not in ground.known:
            yield target, _PAGE
        elif fragment not in {"", "top"} and target in ground.forms and fragment not in ground.forms[target].ids:
            yield f"{target}#{fragment}", "an id on that page"


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
            subject = PICTURE if is_picture else "link"
            yield (
                Problem(where=text.at(start), subject=subject, found=address, expected=expected, advice=advice),
                target_of(page, address)[0],
            )


def _picture_fault(address: str) -> tuple[str, str] | None:
    if has_scheme(address) or splitext(address)[1].lower() in _SHOWN_IN_PDF:
        return None
    return "an image file", f"Pages and PDFs show files that end in {', '.join(_SHOWN_IN_PDF)}."


def _link_fault(address: str, page: str, ground: _Ground) -> tuple[str, str] | None:
    """Return the expected address and advice; None for a valid or external link."""
    host = _HOST.match(address)
    if host and not address.startswith(("https://", "http://")) and target_of(page, address)[0] not in ground.known:
        return "a full address", f"Type https://{host[1]}"
    if has_scheme(address):
        return None
    if address.startswith("/"):
        return "an address relative to this page", _path_advice(normpath(address.lstrip("/")), page, ground)
    return _target_fault(*target_of(page, address), page, ground)


def _target_fault(target: str, fragment: str, page: str, ground: _Ground) -> tuple[str, str] | None:
    if target in ground.drafts:
        return "a published page", "It is a draft: publish it, or remove the link."
    if target not in ground.known:
        return _PAGE, _path_advice(target, page, ground)
    ids = ground.forms[target].ids if target in ground.forms else frozenset()
    if fragment not in {"", "top"} and target.endswith(".md") and fragment not in ids:
        return f"the id of a heading or a row on {target}", _id_advice(fragment, ids)
    return None


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
