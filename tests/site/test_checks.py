"""What must hold of the whole: one row for each way to break it, and the small site breaks nothing."""

from dataclasses import replace

import pytest

from generators.checks.unique_urls import unique_urls
from generators.model.problems import report
from tests.fixtures.real_site import real


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("all", "data/all.zip"),
        ("catalogue", "data/catalogue.jsonld"),
        ("citation", "data/CITATION.cff"),
        ("datacite", "data/datacite.json"),
        ("datapackage", "data/datapackage.json"),
        ("openapi", "data/openapi.json"),
        ("ro-crate-metadata", "data/ro-crate-metadata.json"),
    ],
)
def test_a_dataset_does_not_have_the_name_of_a_file_about_all_of_them(name: str, file: str) -> None:
    named = replace(real().datasets["ctc-isis-attacks"], id=name)
    assert report(unique_urls(replace(real(), datasets={**real().datasets, name: named}))) == (
        f'{named.where}  file name: found "{name}", expected a name whose URL, {file}, is not taken. '
        "The site generates that file: choose another name."
    )
