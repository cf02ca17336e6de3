"""Memoization by catalog: what was derived from a catalog is kept as long as the catalog, and let go with it."""

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Concatenate, Generic, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from generators.model.catalog import Catalog

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class per_catalog(Generic[Arguments, Result]):  # noqa: N801 - a decorator
    """The function with its results kept for each catalog and further arguments, which must be hashable.

    >>> calls = []
    >>> named = per_catalog(lambda catalog, name: calls.append(name) or f"{catalog.edition}: {name}")
    >>> from types import SimpleNamespace
    >>> class Small(SimpleNamespace): __hash__ = object.__hash__
    >>> small = Small(edition="1.0.0")
    >>> named(small, "a"), named(small, "a"), named(small, "b"), calls
    ('1.0.0: a', '1.0.0: a', '1.0.0: b', ['a', 'b'])
    """

    def __init__(self, function: Callable[Concatenate[Catalog, Arguments], Result]) -> None:
        self._function = function
        self._results: WeakKeyDictionary[Catalog, dict[Hashable, Result]] = WeakKeyDictionary()
        update_wrapper(self, function)

    def __call__(self, catalog: Catalog, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        """Return the kept result, or work it out."""
        kept = self._results.setdefault(catalog, {})
        key = (arguments, *named.items())
        if key not in kept:
            kept[key] = self._function(catalog, *arguments, **named)
        return kept[key]

    def keep(self, result: Result, catalog: Catalog, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> None:
        """Keep a result that was worked out elsewhere, as in another process."""
        self._results.setdefault(catalog, {})[(arguments, *named.items())] = result
