"""The tests' own way to a page: on a machine that is five times as slow, nothing is asked of it too early."""

import pytest
from playwright.sync_api import Page

from tests.site.browser.loading import arrive

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_scripts_have_run_on_a_slow_machine(fresh: Page, server: str) -> None:
    """On a page of its own: one that is slow stays slow."""
    fresh.context.new_cdp_session(fresh).send("Emulation.setCPUThrottlingRate", {"rate": 5})
    arrive(fresh, f"{server}charts/unami-and-ibc.html")
    assert fresh.locator("main table.sortable thead button").count() > 0
    assert fresh.locator(".chart-explore:visible").count() > 0
