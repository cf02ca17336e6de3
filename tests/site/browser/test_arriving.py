"""The tests' own way to a page: on a machine that is five times as slow, nothing is asked of it too early."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.browser.loading import arrive

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_scripts_have_run_on_a_slow_machine(page: Page, context: BrowserContext, server: str) -> None:
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 5})
    arrive(page, f"{server}charts/unami-and-ibc.html")
    assert page.locator("main table.sortable thead button").count() > 0
    assert page.locator(".chart-explore:visible").count() > 0
