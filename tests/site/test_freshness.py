"""Fresh, due, overdue or ended: by the rhythm and the edition's date, never by the clock."""

import pytest

from generators.pages.datasets import datasets
from generators.text.wording import on
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def test_a_dataset_s_page_says_it() -> None:
    pages = {page.path: page.markdown for page in datasets(real())}
    day = on(real().edition.date)
    shown = f"<dt>Freshness</dt>\n<dd>ended; the last period is December 2018. Assessed on {day}.</dd>"
    assert shown in pages["datasets/unami-monthly.md"]
