"""What happens to a page's HTML after any engine: drawings put inline, scripts moved to files, the
head completed, the policy stated.

Pure and the same for every engine: the plugin calls `page` on what MkDocs renders, the command on a folder.
Sealing a sealed page changes nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from posixpath import dirname, join, normpath

from generators.model import Asset
from generators.policy import META

_HEAD = re.compile(r"<head\b[^>]*>")
_FIGURE = re.compile(r'<img class="chart-(?:wide|narrow)"[^>]*?\bsrc="([^"]+)"[^>]*>')
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_DATA = re.compile(r"type\s*=\s*[\"']?(?:application/(?:ld\+)?json|importmap)", re.IGNORECASE)
_STYLESHEET = re.compile(r'<link\b[^>]*?\bhref="([^"]*?)assets/[^"]+\.css"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A page's HTML as it is published, and the script files that it now names."""

    html: str
    scripts: tuple[Asset, ...]


def page(html: str, path: str, figures: Mapping[str, str], head: str = "") -> Sealed:
    """The sealed page; `path` is its address from the site's root, `figures` the drawings by theirs, `head` its own lines."""
    drawn = _FIGURE.sub(lambda match: _drawing(match, path, figures), html)
    scripts: dict[str, Asset] = {}
    prefix = _prefix(html)

    def moved(match: re.Match[str]) -> str:
        if not _is_inline_code(match):
            return match.group()
        asset = _script(match["code"])
        scripts[asset.path] = asset
        return f'<script{match["attributes"]} src="{prefix}{asset.path}"></script>'

    sealed = _with_policy(_with_head(_SCRIPT.sub(moved, drawn), head))
    return Sealed(html=sealed, scripts=tuple(scripts.values()))


def _drawing(match: re.Match[str], path: str, figures: Mapping[str, str]) -> str:
    return figures.get(normpath(join(dirname(path), match[1])), match.group())


def _is_inline_code(match: re.Match[str]) -> bool:
    attributes = match["attributes"]
    return bool(match["code"].strip()) and not _SOURCE.search(attributes) and not _DATA.search(attributes)


def _script(code: str) -> Asset:
    content = code.strip().encode() + b"\n"
    return Asset(path=f"assets/inline/{sha256(content).hexdigest()[:12]}.js", content=content)


def _prefix(html: str) -> str:
    """The way from the page to the site's root, as the engine itself wrote it for a style sheet."""
    stylesheet = _STYLESHEET.search(html)
    return stylesheet[1] if stylesheet else ""


def _with_head(html: str, head: str) -> str:
    """The lines stand last in the head: what is loaded first is not kept waiting."""
    return html if not head or head in html else html.replace("</head>", f"{head}</head>", 1)


def _with_policy(html: str) -> str:
    if META in html:
        return html
    return _HEAD.sub(lambda match: match.group() + META, html, count=1)
