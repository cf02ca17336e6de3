"""Pages of released editions, and redirects of moved or removed pages."""

from dataclasses import dataclass
from datetime import date

from generators.model.problems import Where

FOLDER = "data/releases/pages"
COLUMNS = ("page", "title", "released")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPage:
    """A page of released editions, as in its latest one."""

    path: str
    title: str
    version: str
    """Of that edition."""
    released: date
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A removed page, with date, reason and replacement."""

    page: str
    to: str
    """The page that replaced it; empty without one."""
    date: date
    why: str
    where: Where


def page_list_path(version: str) -> str:
    """Return the path of the page list of that edition, from the site's root."""
    return f"{FOLDER}/{version}.csv"
