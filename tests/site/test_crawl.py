"""The built site, followed link by link from its front page: no dead link, no dead anchor, no page that nothing leads to."""

from pathlib import Path

import pytest

from tests.fixtures.links import crawled


@pytest.mark.slow
def test_every_link_of_the_built_site_leads_somewhere(built: Path) -> None:
    assert crawled(built) == []
