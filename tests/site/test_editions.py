"""The pages and tables of editions: where a row was, what changed, what must stay."""

from dataclasses import replace

from generators.exports.data.edition_diffs import release_differences
from generators.pages.editions import releases
from tests.fixtures.real_site import real
from tests.fixtures.released_sites import after, released, with_rows


def test_many_differences_are_counted_by_dataset_and_listed_in_the_table() -> None:
    every = with_rows(real(), lambda o: replace(o, note="Another note."), "unami-monthly")
    catalog = after(every, released(real()))
    pages = {page.path: page.markdown for page in releases(catalog)}
    (table,) = release_differences(catalog)
    rows = len(real().datasets["unami-monthly"].observations)
    assert f"{rows} figures described anew" in pages["releases/1.0.0-to-1.1.0.md"]
    assert table.content.decode().count("described anew,figure,unami-monthly") == rows
