"""Releases as values: what is kept, what differs, what is gone and why; and the checks that hold them to it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generators.checks.withdrawals_explained import withdrawals_explained
from generators.model.problems import report
from tests.fixtures.real_site import real
from tests.fixtures.released_sites import after, of_figures, released, with_rows
from tests.fixtures.river_site import STAYS, staying

pytestmark = pytest.mark.slow


def test_a_feed_of_many_figures_says_how_many_it_tells_and_tells_none_that_must_stay() -> None:
    every = with_rows(real(), lambda o: replace(o, note="Another note."), "unami-monthly")
    (told,) = of_figures(after(every, released(real())))
    assert (len(told.figures), told.text) == (60, "From edition 1.0.0 to 1.1.0. These are 60 of them.")
    kept = with_rows(staying(), lambda o: replace(o, value=Decimal(7)), STAYS)
    (told,) = of_figures(after(kept, released(staying())))
    assert (told.figures, told.whole) == (
        (),
        "From edition 1.0.0 to 1.1.0. The licence does not allow redistribution of these rows.",
    )


def test_a_planted_withdrawal_is_found_in_the_real_site() -> None:
    first = next(real().observations)
    cut = with_rows(real(), lambda o: None if o is first else o, first.dataset)
    assert report(withdrawals_explained(replace(cut, releases=(released(real()),)))).count("\n") == 0
    assert first.place.name in report(withdrawals_explained(replace(cut, releases=(released(real()),))))
