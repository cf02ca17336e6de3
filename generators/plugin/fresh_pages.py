"""Pages after a save: each is made when it is asked for, from the files as they are now, while the rest of the site follows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from generators.build import pipeline
from generators.build.errors import Refused
from generators.build.postprocess import sealed_page
from generators.build.single_page import kinds_of_pages, single_page
from generators.build.static_files import write_files
from generators.model import Catalog, Site
from generators.pages.plan import Kind
from generators.plugin.rendered_pages import Engine

Read = Callable[[], Catalog]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The last complete site, and what it was rendered with."""

    catalog: Catalog
    site: Site
    engine: Engine
    cache: Path
    read: Read
    """Reads the files again."""


class FreshPages:
    """Pages that are newer than the last complete site."""

    def __init__(self) -> None:
        self.saves = 0
        """Number of saves so far."""
        self._built: Built | None = None
        self._kinds: dict[str, Kind] = {}
        self._catalog: Catalog | None = None
        self._pages: dict[str, bytes] = {}
        self._lock = Lock()

    def complete(self, built: Built, saves: int) -> None:
        """Take over a complete site; pages stay fresh if there were saves since its files were read."""
        kinds = kinds_of_pages(built.catalog)
        with self._lock:
            self._built, self._kinds, self._pages = built, dict(kinds), {}
            if saves == self.saves:
                self._catalog = None

    def save(self) -> str:
        """Read the files again; return the problems."""
        with self._lock:
            self.saves += 1
            if self._built is None:
                return ""
            try:
                self._catalog, self._pages = replace(self._built.read(), previous=self._built.catalog), {}
            except Refused as refused:
                return str(refused)
            return ""

    def html(self, address: str, folder: Path) -> bytes | None:
        """Return the page at that address, and write the files of its charts into the folder; None for a page that is not newer."""
        path = f"{address.removesuffix('.html')}.md"
        with self._lock:
            if self._catalog is None or self._built is None or path not in self._kinds:
                return None
            if path not in self._pages:
                self._pages[path] = _made(path, self._kinds[path], self._catalog, self._built, folder)
            return self._pages[path] or None


def _made(path: str, kind: Kind, catalog: Catalog, built: Built, folder: Path) -> bytes:
    """Return the page as it is published; nothing if its kind no longer makes it."""
    file = built.engine.files.get_file_from_path(path)
    made = single_page(path, kind, catalog, built.site, built.cache)
    if made is None or file is None or file.page is None:
        return b""
    file.content_string = made.page.text
    vars(file.page).pop("render", None)  # as the last build left it finished
    html = built.engine.render(file.page)
    sealed = sealed_page(html, file.dest_uri, {**built.site.figures, **made.figures}, made.head)
    write_files(folder, (*made.assets, *sealed.scripts))
    return sealed.html.encode("utf-8", errors="xmlcharrefreplace")


def reader(root: Path, settings: str) -> Read:
    """Return a function that reads the files of the site as they are, drafts included."""
    return lambda: pipeline.read_catalog(root, settings, drafts=True)
