"""Three ways in which a sentence about figures can be wrong that a machine sees: a claim told as a count, a sum of ours told"""

import pytest

from generators.checks import Check
from generators.checks.claims_as_counts import claims_as_counts
from generators.checks.nothing_later import nothing_later
from generators.checks.sums_named_ours import sums_named_ours
from tests.fixtures.real_site import real


@pytest.mark.parametrize("check", [claims_as_counts, sums_named_ours, nothing_later])
def test_the_evidence_is_worded_rightly(check: Check) -> None:
    assert [str(problem) for problem in check(real())] == []
