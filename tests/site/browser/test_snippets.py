"""The lines for Observable, run as a notebook does: in a browser that has d3, from an address of the site."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generators.metadata.code_snippets import snippets
from tests.fixtures.http_server import serving
from tests.fixtures.real_site import real

pytestmark = [pytest.mark.browser, pytest.mark.slow]
D3 = files("tuna") / "web" / "static" / "d3.min.js"


@pytest.fixture
def notebook(page: Page, built: Path) -> Iterator[tuple[Page, str]]:
    """A page under no policy of ours, for d3 compiles code, and the address that the files are at."""
    with serving(built, policy="") as address:
        page.goto(f"{address}robots.txt")
        page.evaluate(D3.read_text(encoding="utf-8"))
        yield page, address


def test_the_lines_for_observable_load_every_dataset(notebook: tuple[Page, str]) -> None:
    page, address = notebook
    for name, dataset in real().datasets.items():
        if dataset.redistributable:
            lines = snippets(f"{address}data/{name}.csv")["Observable"]
            rows = page.evaluate(f"async () => {{ let rows; {lines}; return await rows; }}")
            assert [(row["indicator"], row["value"], row["period"]) for row in rows] == [
                (o.indicator.id, None if o.value is None else float(o.value), o.period.text if o.period else "")
                for o in dataset.observations
            ]
