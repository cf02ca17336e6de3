"""Page kinds with a page for each item: what pages there are is known before any is made, so that one can be made by itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from generators.model import Catalog, Page

Kind = Callable[[Catalog], Iterator[Page]]
"""A page kind: it yields its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A page that is not made yet."""

    path: str
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class PageForEach:
    """A page kind by its plan; decorates the function that yields the plan."""

    plan: Callable[[Catalog], Iterator[Planned]]

    def __call__(self, catalog: Catalog) -> Iterator[Page]:
        """Yield all pages of the kind."""
        return (planned.make() for planned in self.plan(catalog))

    @property
    def __name__(self) -> str:
        """The function's name."""
        return self.plan.__name__


def planned_pages(kind: Kind, catalog: Catalog) -> Iterator[Planned]:
    """Yield the kind's pages, not made yet where it has a plan.

    >>> page = Page(path="a.md", title="A", markdown="")
    >>> [(planned.path, planned.make() == page) for planned in planned_pages(lambda _: iter([page]), ...)]
    [('a.md', True)]
    """
    if isinstance(kind, PageForEach):
        yield from kind.plan(catalog)
    else:
        for page in kind(catalog):
            yield Planned(path=page.path, make=partial(replace, page))
