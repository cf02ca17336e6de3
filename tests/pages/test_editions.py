"""The pages and tables of editions: where a row was, what changed, what must stay."""

from dataclasses import replace
from decimal import Decimal

from generators.analysis.history.releases import gone
from generators.exports.data.edition_diffs import release_differences
from generators.pages.editions import releases
from generators.pages.withdrawn_rows import withdrawn_pages
from tests.fixtures.released_sites import LATER, after, released, with_rows
from tests.fixtures.river_site import STAYS, rivers, staying


def test_the_list_says_what_the_edition_in_hand_changed_also_when_it_is_released() -> None:
    first, changed = released(rivers()), with_rows(rivers(), lambda o: replace(o, note="A."))
    for later in ((), (released(changed, "1.1.0", LATER),)):
        index = next(releases(after(changed, first, *later))).markdown
        assert '<a href="1.0.0-to-1.1.0.html">What changed in edition 1.1.0 since edition 1.0.0</a>' in index
    alone = next(releases(replace(rivers(), releases=(released(rivers(), rivers().edition.version),))))
    assert "is the first." in alone.markdown


def test_rows_that_must_stay_are_counted_alone() -> None:
    kept = with_rows(staying(), lambda o: replace(o, value=Decimal(7)), STAYS)
    catalog = after(kept, released(staying()))
    pages = {page.path: page.markdown for page in releases(catalog)}
    since = pages["releases/1.0.0-to-1.1.0.md"]
    assert "Lock keeper" not in since
    assert "4 figures revised" in since
    assert list(release_differences(catalog)) == []


def test_rows_that_may_leave_no_more_are_not_told_by_an_older_release() -> None:
    catalog = after(with_rows(staying(), lambda o: None, STAYS), released(rivers()))
    since = next(page for page in releases(catalog) if page.path == "releases/1.0.0-to-1.1.0.md")
    assert gone(catalog) == ()
    assert "over the sills" not in since.markdown
    assert list(release_differences(catalog)) == []


def test_a_site_without_a_release_has_none_of_these_pages() -> None:
    assert [*releases(rivers()), *withdrawn_pages(rivers()), *release_differences(rivers())] == []
