"""Memoization by catalog: what was derived from a catalog is kept as long as the catalog, and let go with it."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from generators.model.catalog import Catalog

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def per_catalog(
    function: Callable[Concatenate[Catalog, Arguments], Result],
) -> Callable[Concatenate[Catalog, Arguments], Result]:
    """Return the function with its results kept for each catalog and further arguments, which must be hashable.

    >>> calls = []
    >>> named = per_catalog(lambda catalog, name: calls.append(name) or f"{catalog.edition}: {name}")
    >>> from types import SimpleNamespace
    >>> class Small(SimpleNamespace): __hash__ = object.__hash__
    >>> small = Small(edition="1.0.0")
    >>> named(small, "a"), named(small, "a"), named(small, "b"), calls
    ('1.0.0: a', '1.0.0: a', '1.0.0: b', ['a', 'b'])
    """
    results: WeakKeyDictionary[Catalog, dict[Hashable, Result]] = WeakKeyDictionary()

    @wraps(function)
    def memoized(catalog: Catalog, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        kept = results.get(catalog)
        if kept is None:
            kept = results[catalog] = {}
        key = (arguments, *named.items())
        if key not in kept:
            kept[key] = function(catalog, *arguments, **named)
        return kept[key]

    return memoized
