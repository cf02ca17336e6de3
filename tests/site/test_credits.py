"""Who is named as what: whoever put figures together has made the compilation, and those who counted stand in every form of it."""

import re
from html import unescape
from pathlib import Path

from generators.metadata.citation_styles import APA, styled
from generators.metadata.csl_items import Item, citation_line, numbers, of_a_dataset, of_all_data, ours
from tests.fixtures.credits import DATASET
from tests.fixtures.real_site import real
from tests.fixtures.river_site import rivers


def test_no_work_of_a_recorder_gets_our_year_or_version() -> None:
    for item in ours(real()).values():
        assert item["author"] == [{"literal": real().config.publisher}]
    for dataset in real().datasets.values():
        assert dataset.recorder in str(of_a_dataset(dataset, real())["title"])


def plain(reference: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", reference))


def test_the_plain_line_is_what_the_processor_makes_in_apa(tmp_path: Path) -> None:
    items: dict[str, Item] = {"all": of_all_data(rivers()), **ours(rivers())}
    items |= dict(list(ours(real()).items())[::9])
    items["elsewhere"] = {**items["all"], "container-title": "An almanac", "publisher": "A press"}
    told = {path: item for path, item in items.items() if item["type"] != "report"}
    told |= {str(item["id"]): item for item in list(numbers(DATASET, rivers()))[::3]}
    told |= {str(item["id"]): item for item in numbers(real().datasets["hashimi-kidnap-murder"], real())}
    texts = styled([(APA, path) for path in told], told, tmp_path / "references.json")
    assert {path: citation_line(item) for path, item in told.items()} == {
        path: plain(t) for (_, path), t in texts.items()
    }
