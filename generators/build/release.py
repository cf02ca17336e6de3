"""Editions on disk: the release file, and the archived site. For the command only."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

from generators.analysis.history import redirects
from generators.analysis.history.releases import differences_between, in_hand, release_csv, to_release
from generators.build import assemble, finalize, pipeline, publish, site_folders
from generators.build.errors import Refused
from generators.components.citations import as_references
from generators.components.templates import policy, render, render_alone
from generators.model import Catalog, parse
from generators.model.redirects import page_list_path as pages_of
from generators.model.release import release_path
from generators.text.messages import in_language_of
from generators.text.wording import on
from generators.urls.links import html_way
from generators.urls.paths import KEPT, of_edition

_LEFT_OUT = {"404.html"}
"""Page of the whole host."""
_QUOTED = ("**/*.html", "cite/**/*.*", "markdown/**/*.*", "*.txt")
"""Files that contain their own address for quotation. Data files keep their bytes, whose digests are in lists and packages."""
_CONTENT = ("article", "main", "body")
"""Elements with the content of a page; the first that it has."""
_KEPT_LINK = ' data-kept="'
"""Attribute of a link to a file of an archived edition, directly before its address."""


def write_release(root: Path) -> Path:
    """Write the figures and the list of pages of the current edition, and return the file of figures; refuse a version that exists or is too late."""
    catalog = pipeline.load_checked(root)
    path, version = root / release_path(catalog.edition.version), catalog.edition.version
    if path.exists():
        raise Refused(
            f"{release_path(version)} exists: {version} is already released. Raise version and date in content/site.yml."
        )
    last = catalog.releases[-1] if catalog.releases else None
    if last and parse.version_order(version) < parse.version_order(last.version):
        raise Refused(
            f"version is {version}, and {last.version} is already released. Raise version in content/site.yml."
        )
    if last and catalog.edition.date < last.date:
        raise Refused(
            f"date is {catalog.edition.date}, before {last.version} of {last.date}. Raise date in content/site.yml."
        )
    with in_language_of(catalog.config):
        release = to_release(catalog)
        titles = assemble.titles(replace(catalog, releases=(*catalog.releases, release)))
        _write_both(
            {root / pages_of(version): redirects.page_list_csv(titles, release.date), path: release_csv(release)}
        )
    return path


def _write_both(texts: Mapping[Path, str]) -> None:
    """Write all files or none, each under a temporary name first; the last file, which makes the release, is renamed last."""
    path = list(texts)[-1]
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = {file: file.with_name(f".{file.name}.part") for file in texts}
    with publish.alone(path):
        if path.exists():
            raise Refused(f"{path} exists: another command has just released this version.")
        try:
            for file, text in texts.items():
                parts[file].parent.mkdir(parents=True, exist_ok=True)
                parts[file].write_text(text, encoding="utf-8", newline="\n")
            for file, part in parts.items():
                part.replace(file)
        finally:
            for part in parts.values():
                part.unlink(missing_ok=True)


def archive(root: Path, folder: Path) -> Path:
    """Archive a copy of the built site under v/VERSION/ in it, with a notice on each page, and return its folder.

    Refuse a folder with another edition, and a current edition that differs from its release.
    """
    catalog = pipeline.load_checked(root)
    edition = catalog.edition
    _refuse_unreleased(catalog)
    with publish.alone(folder.resolve()):
        site_folders.refuse_missing(folder)
        site_folders.refuse_kept_edition(folder)
        if str(pipeline.frame(catalog)["edition"]) not in unescape((folder / "index.html").read_text(encoding="utf-8")):
            raise Refused(
                f"{folder} does not contain edition {edition.version} of {on(edition.date)}. Build it first: make site."
            )
        target = folder / of_edition(edition.version)
        if target.exists():
            raise Refused(f"{target} exists: an edition is archived once and never changes.")
        with publish.changing(folder.resolve()) as staged:
            _copy(folder, staged / of_edition(edition.version), catalog)
            link_kept(staged)
    return target


def _copy(folder: Path, new: Path, catalog: Catalog) -> None:
    """Copy the site, with the notice on each page and full addresses that lead into the copy."""
    for name in site_folders.digests(folder).keys() - _LEFT_OUT:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / name, new / name)
    for path in sorted(path for pattern in _QUOTED for path in new.glob(pattern)):
        text = path.read_bytes().decode()
        if path.suffix == ".html":
            page = path.relative_to(new).as_posix()
            text = _link_editions(_add_notice(text, page, catalog), of_edition(catalog.edition.version) + page, folder)
        path.write_bytes(_localise_addresses(text, catalog.config.address, catalog.edition.version).encode())
    finalize.relist(new)


def link_kept(folder: Path) -> None:
    """Link the pages of a site to its archived editions; names of other editions stay text."""
    if not (folder / KEPT).is_dir():
        return
    for path in sorted(folder.rglob("*.html")):
        if folder / KEPT not in path.parents:
            html = path.read_text(encoding="utf-8")
            linked = _link_editions(html, path.relative_to(folder).as_posix(), folder)
            if linked != html:
                path.write_text(linked, encoding="utf-8", newline="\n")
    finalize.relist(folder)


def _link_editions(html: str, page: str, published: Path) -> str:
    """Return the page with links to the files of archived editions that the published folder has."""

    def led(link: str) -> str:
        name, _, rest = link.partition('"')
        address = f' href="{html_way(page, name)}"' if (published / unescape(name)).is_file() else ""
        return f'{_KEPT_LINK}{name}"{address}>{rest.partition(">")[2]}'

    before, *links = html.split(_KEPT_LINK)
    return before + "".join(map(led, links))


def _refuse_unreleased(catalog: Catalog) -> None:
    version = catalog.edition.version
    released = next((release for release in catalog.releases if release.version == version), None)
    if released is None:
        raise Refused(f"{version} is not released. Run briefings release first, and commit {release_path(version)}.")
    if differences_between(released, in_hand(catalog), catalog):
        raise Refused(f"The figures differ from {release_path(version)}. Check out the commit of the release.")


def _localise_addresses(text: str, address: str, version: str) -> str:
    """Return the text with full addresses that lead into the archived edition: readers of a citation must find its figures."""
    if not address:
        return text
    for spelling in {address, as_references(address)}:
        text = re.sub(rf"{re.escape(spelling)}(?!{KEPT}/)", spelling + of_edition(version), text)
    return text


def _add_notice(html: str, path: str, catalog: Catalog) -> str:
    """Return the page with the notice at the top of its content, and excluded from search engines.

    The notice never changes, so it links only to pages that later editions promise, else to the front page.
    """
    address = of_edition(catalog.edition.version) + path
    with in_language_of(catalog.config):
        current = redirects.promised(path, catalog)
        notice = render(catalog, address, "components/archive_notice.html", current=current)
    if site_folders.KEPT_NOTICE not in notice:
        known = f"{site_folders.KEPT_NOTICE}, by which an archived edition is known"
        raise Refused(f"Your components/archive_notice.html lacks {known}. Add it.")
    at = _content(html)
    return f"{html[:at]}{notice}{html[at:]}".replace(policy(), policy() + render_alone("noindex"), 1)


def _content(html: str) -> int:
    """Return where the content of a page begins."""
    elements = (html.find(f"<{name}") for name in _CONTENT)
    return next((html.index(">", start) + 1 for start in elements if start >= 0), 0)
