"""Data Packages judged by the profile that they name, with faults that it must catch."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker, ValidationError

from tests.fixtures.addressed_sites import Made, awkward, by_page, by_post, homeless, read
from tests.fixtures.exported_files import files_of
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.repository import TESTS
from tests.fixtures.river_site import rivers, staying

PROFILE = Draft7Validator(
    json.loads((TESTS / "fixtures/schemas" / "datapackage-2.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)
"""The profile that each package names, as it was published."""


@pytest.mark.parametrize("site", [homeless, awkward, by_page, by_post, staying, rivers, *SLOW_OWN])
def test_each_package_is_as_its_profile_demands(site: Made) -> None:
    paths = [path for path in files_of(site) if path.endswith("datapackage.json")]
    assert len(paths) == 1 + len(site().datasets)
    for path in paths:
        PROFILE.validate(read(site, path))
        assert read(site, path)["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"


PROFILED: dict[str, Callable[[dict[str, Any]], object]] = {
    "no resource": lambda package: package.update(resources=[]),
    "a resource without a name": lambda package: package["resources"][0].pop("name"),
    "a path out of the folder": lambda package: package["resources"][0].update(path="../levels.csv"),
    "columns matched by a word alone": lambda package: package["resources"][0]["schema"].update(fieldsMatch="exact"),
    "no reference among references": lambda package: package["resources"][0]["schema"].update(foreignKeys=[]),
    "an e-mail address that is none": lambda package: package["contributors"][0].update(email="the mill"),
    "a licence in words": lambda package: package["licenses"][0].update(name="free for all"),
}


@pytest.mark.parametrize("fault", PROFILED.values(), ids=PROFILED)
def test_the_profile_refuses_a_package_with(fault: Callable[[dict[str, Any]], object]) -> None:
    package = read(rivers, "data/datapackage.json")
    fault(package)
    with pytest.raises(ValidationError):
        PROFILE.validate(package)
