"""What somebody says against a figure stands with it, with or without a number of their own."""

from generators.analysis.disagreements import disagreements
from generators.pages.disagreements import disagreement_pages
from generators.urls.paths import DISAGREEMENTS
from tests.fixtures.real_site import real


def test_who_disputes_is_told_where_it_is_known() -> None:
    disputed = {
        (o.dataset, o.place.code, o.period.text): [dispute.by.split(",")[0] for dispute in o.disputes]
        for o in real().observations
        if o.disputes and o.period
    }
    assert (
        disputed.items()
        >= {
            ("unami-2006", "IQ", "2006"): ["Ali al-Dabbagh", "the office of the Iraqi Prime Minister"],
            ("strength-estimates", "IQ", "2018-06"): ["Col Sean Ryan"],
            ("hashimi-kidnap-murder", "kirkuk-diyala-salah-al-din", "2018-03"): ["ISIS", "Kurdistan 24"],
            ("death-row", "IQ", "2021-01/2022-10"): ["Amnesty International", "Hemin Bajalan"],
        }.items()
    )


def test_no_false_disagreement_of_the_evidence_is_told() -> None:
    concepts = {(one.concept, one.period.text) for one in disagreements(real())}
    assert ("executions", "2011") not in concepts
    assert ("death-row", "2018-06") not in concepts
    units = [{o.indicator.unit for o in one.observations} for one in disagreements(real()) if not one.disputes]
    assert [found for found in units if len(found) > 1] == []


def test_a_page_says_whom_each_counts_before_it_shows_the_gap() -> None:
    for page in disagreement_pages(real()):
        if page.path != DISAGREEMENTS:
            assert page.markdown.index("## Who counts whom") < page.markdown.index('<table class="data">')
