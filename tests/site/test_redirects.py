"""What became of pages that released editions had: the notice at each old address, and the check that asks for it."""

from dataclasses import replace

import pytest

from generators.checks.permanent_urls import permanent_urls
from generators.model.problems import report
from tests.fixtures.real_site import real


@pytest.mark.parametrize("path", ["briefings/casualties.md", "charts/gtd-attacks.md", "methodology.md"])
def test_a_planted_removal_is_found_in_the_real_site(path: str) -> None:
    name = path.rpartition("/")[2].removesuffix(".md")
    cut = replace(
        real(),
        briefings={slug: each for slug, each in real().briefings.items() if slug != name},
        charts={slug: each for slug, each in real().charts.items() if slug != name},
        standing={key: each for key, each in real().standing.items() if each.path != path},
    )
    assert report(permanent_urls(real())) == ""
    (told,) = report(permanent_urls(cut)).splitlines()
    assert f'page: found "{path}", expected an existing page, because edition {real().edition.version} had it' in told
