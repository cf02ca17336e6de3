"""Post-processing of a page's HTML after any engine: drawings inline, what opens on demand apart, the theme's scripts in
files, a complete head, and the content policy.

The policy allows scripts in files. So only the theme's scripts, recognised by their digests, are moved; any other comes
from a text or from data, stays where the policy blocks it, and is reported as a problem.

Pure and the same for every engine: the plugin calls `sealed_page` on what MkDocs renders, the command on a folder.
Sealing a sealed page changes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser

from generators.build.on_demand import CARDS, on_demand
from generators.charts.render.svg import copied_svg
from generators.components.late_values import DRAWING, fill_by
from generators.components.templates import policy
from generators.model import Asset
from generators.model.problems import Problem, Where

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_DATA = re.compile(r"type\s*=\s*[\"']?(?:application/(?:ld\+)?json|importmap)", re.IGNORECASE)
_ROOT = re.compile(r'(?<=^__md_scope=new URL\(")[\w./:-]*(?=",location\))')
"""Path to the site's root, the part of the theme's first script that differs between pages."""
_OF_THE_THEME = {
    "7eb3684fdacd2881f67b9428983273a2": "where the reader's choices are kept; of Material",
    "213d571a86bd568ccb65bf92ca3cf952": "the same; of Zensical",
    "0eb10c249dbdb0beef225a10ce5cbe55": "the colours that the reader chose",
    "ffcc0f7735fdab434d257c80e65cec2e": "the tab that the address names",
}
"""Inline scripts of the theme's templates, by digest without the path to the root."""
_PERHAPS_HANDLER = re.compile(r"""[\s"'/]on[a-z]+\s*=""", re.IGNORECASE)
_PERHAPS_ID = re.compile(r"""[\s"'/]id\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_SHOWN = 60
_SHOWS_ROOT = 'assets/js/first.js"'
"""End of the address of a script that the theme names in each head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """The published HTML of a page, and the script files that it loads."""

    html: str
    scripts: tuple[Asset, ...]
    problems: tuple[Problem, ...] = ()
    """Scripts on the page that are not the theme's: it must not be published."""


def sealed_page(html: str, path: str, figures: Mapping[str, str], head: str = "") -> Sealed:
    """Return the sealed page; `path` is its address from the site's root, `figures` the drawings by address, `head` its own lines."""
    times, prefix = Counter[str](), _prefix(html)
    page, cards = on_demand(html)
    page = fill_by(page, lambda key: _drawing(key, figures, times))
    scripts = {cards.path: cards} if cards else {}
    problems = [*_handlers(page, path), *_duplicate_ids(page, path), *_lost_cards(html, cards, path)]

    def move(match: re.Match[str]) -> str:
        if not _is_inline_code(match):
            return match.group()
        if _digest(match["code"]) not in _OF_THE_THEME:
            problems.append(_foreign_script(match, path))
            return match.group()
        asset = _script(match["code"])
        scripts[asset.path] = asset
        return f'<script{match["attributes"]} src="{prefix}{asset.path}"></script>'

    sealed = _with_policy(_with_head(_SCRIPT.sub(move, page), head))
    return Sealed(html=sealed, scripts=tuple(scripts.values()), problems=tuple(problems))


def _drawing(key: str, figures: Mapping[str, str], times: Counter[str]) -> str | None:
    """Return the drawing of that placeholder, None for an unknown one; a copy on the page has other ids."""
    kind, _, name = key.partition(":")
    drawing = figures.get(name) if kind == DRAWING else None
    times[name] += 1
    return copied_svg(drawing, times[name]) if drawing and times[name] > 1 else drawing


def _is_inline_code(match: re.Match[str]) -> bool:
    attributes = match["attributes"]
    return bool(match["code"].strip()) and not _SOURCE.search(attributes) and not _DATA.search(attributes)


def _digest(code: str) -> str:
    return sha256(_ROOT.sub("", code.strip()).encode()).hexdigest()[:32]


def _foreign_script(match: re.Match[str], path: str) -> Problem:
    return Problem(
        where=Where(path=path),
        subject="script",
        found=" ".join(match["code"].split())[:_SHOWN],
        expected="a page on which only the theme's scripts run",
        advice="Remove it from its text or data. If it belongs to a new theme, read it and add "
        f"{_digest(match['code'])} to generators/build/postprocess.py.",
    )


def _handlers(html: str, path: str) -> Iterator[Problem]:
    """Yield each attribute that is a script; parse only a page that may have one."""
    if not _PERHAPS_HANDLER.search(html):
        return
    for tag, name, value in _attributes(html):
        if name.startswith("on"):
            yield Problem(
                where=Where(path=path),
                subject="attribute",
                found=f'<{tag} {name}="{value}">'[:_SHOWN],
                expected="a page without event handlers",
                advice="Remove it from its text or data.",
            )


def _duplicate_ids(html: str, path: str) -> Iterator[Problem]:
    """Yield each id of several elements: a link, a label or a button with it reaches only the first."""
    candidates = _PERHAPS_ID.findall(html)
    if len(candidates) == len(set(candidates)) and not any("&" in name for name in candidates):
        return
    times = Counter(value for _, name, value in _attributes(html) if name == "id")
    for identifier in (identifier for identifier, number in times.items() if number > 1):
        yield Problem(
            where=Where(path=path),
            subject="id",
            found=identifier,
            expected="each id once on a page",
            advice=f"Give one of the {times[identifier]} another, such as ## Heading {{#another-id}}.",
        )


def _lost_cards(html: str, cards: Asset | None, path: str) -> Iterator[Problem]:
    """Yield a problem if the page has cards and no notes that name their script."""
    if cards and CARDS not in html:
        yield Problem(
            where=Where(path=path),
            subject="template",
            found="numbers without notes",
            expected=f"an element with {CARDS}, from which the numbers' cards are loaded",
            advice="Add {{ notes }} to your pages/briefing.md, or the attribute to your components/endnotes.html.",
        )


def _attributes(html: str) -> list[tuple[str, str, str]]:
    """Return tag, name and value of each attribute of the page."""
    reader = _Attributes()
    reader.feed(html)
    reader.close()
    return reader.found


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += ((tag, name, value or "") for name, value in attrs)


def _script(code: str) -> Asset:
    content = code.strip().encode() + b"\n"
    return Asset(path=f"assets/inline/{sha256(content).hexdigest()[:12]}.js", content=content)


def _prefix(html: str) -> str:
    """Return the path from the page to the site's root, as in the engine's link to a script; empty for a page without it."""
    before, found, _ = html.partition(_SHOWS_ROOT)
    return before.rpartition('"')[2] if found else ""


def _with_head(html: str, head: str) -> str:
    """Return the page with the lines at the end of its head, so that they delay nothing."""
    return html if not head or head in html else html.replace("</head>", f"{head}</head>", 1)


def _with_policy(html: str) -> str:
    return html if policy() in html else _HEAD.sub(lambda head: head[0] + policy(), html, count=1)
