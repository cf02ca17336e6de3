"""A released figure that changes needs its reason; what says nothing else of it needs none."""

from dataclasses import replace
from decimal import Decimal

from generators.checks.revised_reasons import revised_reasons
from generators.model.problems import report
from tests.fixtures.real_site import real
from tests.fixtures.released_sites import released, with_rows


def test_the_real_site_has_its_reasons() -> None:
    assert report(revised_reasons(real())) == ""


def test_a_planted_change_is_found_in_the_real_site() -> None:
    first = next(o for o in real().observations if o.value)
    other = with_rows(real(), lambda o: replace(o, value=Decimal(987654)) if o is first else o, first.dataset)
    told = report(revised_reasons(replace(other, releases=(released(real()),))))
    assert told.startswith(f'{first.where.part("value")}  value: found "987654", expected {first.value}, as in edition')
