"""How a chart was made: PROV that another library reads and writes again, with the digests of what there is."""

import json
from hashlib import sha256

import pytest
from prov import Error
from prov.model import ProvDocument

from generators.analysis.chart_selection import expanded, selected
from generators.charts.data.chart_data import chart_data
from generators.exports.catalogues.prov import prov
from generators.model import Asset
from tests.fixtures.addressed_sites import homeless
from tests.fixtures.exported_files import files_of
from tests.fixtures.prov import Made, told
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.river_site import STAYS, rivers, staying

DRAWN = Asset(path="charts/levels.svg", content=b"<svg/>")


def read(content: bytes | str) -> ProvDocument:
    """The document as the library understands it."""
    text = content.decode() if isinstance(content, bytes) else content
    return ProvDocument.deserialize(content=text, format="json")


@pytest.mark.parametrize("site", [homeless, staying, *SLOW_OWN])
def test_the_library_reads_each_file_and_writes_the_same(site: Made) -> None:
    for slug in expanded(site()):
        document = read(files_of(site)[f"charts/{slug}.prov.json"])
        assert read(str(document.serialize(format="json"))) == document
        assert len(document.records) == sum(
            len(records) for kind, records in told(site, slug).items() if kind != "prefix"
        )


@pytest.mark.parametrize("site", [rivers, staying, *SLOW_OWN])
def test_each_digest_is_that_of_the_file_and_each_name_is_told(site: Made) -> None:
    for slug, spec in expanded(site()).items():
        found = told(site, slug)
        for name, entity in found["entity"].items():
            path = name.removeprefix("site:")
            if not path.startswith("sources/"):
                assert entity["schema:sha256"] == sha256(files_of(site)[path]).hexdigest(), path
        names = {name for kind in ("entity", "activity", "agent") for name in found[kind]}
        links = (link for kind in found if kind[0] in "wu" or kind[0:5] == "acted" for link in found[kind].values())
        assert {name for link in links for name in link.values()} <= names
        assert {dataset.recorder for dataset in chart_data(spec, site()).drawn_datasets.values()} <= {
            agent["prov:label"] for agent in found["agent"].values()
        }


def test_a_chart_names_its_drawing_its_table_and_the_documents_of_its_rows_alone() -> None:
    made = [*(Asset(path=path, content=content) for path, content in files_of(rivers).items()), DRAWN]
    files = {asset.path: json.loads(asset.content) for asset in prov(rivers(), made)}
    spec = expanded(rivers())["levels"]
    found = files["charts/levels.prov.json"]
    assert found["entity"]["site:charts/levels.svg"]["schema:sha256"] == sha256(DRAWN.content).hexdigest()
    assert {"prov:entity": "site:charts/levels.svg", "prov:activity": "site:charts/levels.html#making"} in [
        *found["wasGeneratedBy"].values()
    ]
    documents = {link["prov:usedEntity"] for link in found["wasDerivedFrom"].values()}
    assert documents == {f"site:sources/{o.source.id}.html" for o in selected(spec, rivers())}


def test_where_rows_stay_no_document_is_named() -> None:
    slug = next(
        slug for slug, spec in expanded(staying()).items() if STAYS in chart_data(spec, staying()).drawn_datasets
    )
    assert f"site:data/{STAYS}.json" in told(staying, slug)["entity"]
    assert f"site:data/{STAYS}.csv" not in told(staying, slug)["entity"]
    used = {link["prov:generatedEntity"] for link in told(staying, slug)["wasDerivedFrom"].values()}
    assert f"site:data/{STAYS}.json" not in used


@pytest.mark.parametrize(
    ("there", "planted"),
    [
        ('"wasGeneratedBy"', '"wasDrawnBy"'),
        ('"prov:activity":', '"activity":'),
        ('"prov:label"', '"nowhere:label"'),
        ('"entity":{', '"entity":['),
    ],
)
def test_the_library_refuses(there: str, planted: str) -> None:
    text = files_of(rivers)["charts/levels.prov.json"].decode()
    assert there in text
    with pytest.raises((Error, json.JSONDecodeError)):
        read(text.replace(there, planted))
