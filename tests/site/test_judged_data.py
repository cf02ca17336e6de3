"""Outside judges open what readers take away: polars, Datasette, an OpenAPI validator, JSON Schema; each catches a fault."""

import json
from pathlib import Path

import pytest

from tests.fixtures.data_judges import asked, lay_out
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def test_every_text_of_datasette_s_description_names_a_real_column(tmp_path: Path) -> None:
    lay_out(real, tmp_path)
    described = json.loads((tmp_path / "data/all.datasette.json").read_text())["databases"]["all"]["tables"]
    for name, told in described.items():
        columns = asked(tmp_path, f"/all/{name}.json?_size=1")["columns"]
        assert set(told.get("columns", ())) <= set(columns), name
    assert described["sources"]["columns"]["checked"] != described["observations"]["columns"]["checked"]
