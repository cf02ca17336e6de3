"""What is derived from a catalog is worked out once, and let go with the catalog."""

import gc
import weakref
from dataclasses import replace

from generators.model import Catalog
from generators.model.memo import per_catalog
from tests.fixtures.river_site import rivers


class Derived:
    """Something that can be watched."""


def test_a_result_is_kept_as_long_as_its_catalog() -> None:
    @per_catalog
    def derived(_catalog: Catalog, _name: str) -> Derived:
        return Derived()

    catalog = replace(rivers())
    first = weakref.ref(derived(catalog, "a"))
    assert derived(catalog, "a") is first() is not derived(catalog, "b")
    assert derived(replace(catalog), "a") is not first()
    del catalog
    gc.collect()
    assert first() is None


def test_a_result_of_another_process_is_kept() -> None:
    @per_catalog
    def derived(_catalog: Catalog, name: str) -> str:
        raise AssertionError(name)

    derived.keep("made elsewhere", rivers(), "a")
    assert derived(rivers(), "a") == "made elsewhere"
