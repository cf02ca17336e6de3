"""What changed, for feed readers: the MUSTs of RFC 4287, JSON Feed 1.1 by a schema, and identities that never change."""

import re
from collections import Counter

from generators.analysis.history.feed_entries import feeds
from tests.fixtures.feeds import everything, left_out
from tests.fixtures.real_site import real


def test_each_change_stands_in_the_streams_it_belongs_to() -> None:
    kinds = {feed.name: {entry.kind for entry in feed.entries} for feed in feeds(everything(real()))}
    assert kinds["briefings"] == {"published", "revised"}
    assert kinds["corrections"] == {"corrected", "revised"}
    assert kinds["data"] == {"corrected", "news", "left-out", "figures"}
    assert set(kinds) == {"briefings", "corrections", "data", *(f"topics/{name}" for name in real().config.topics)}
    mine = next(iter(real().briefings.values())).topic
    assert {"published", "revised", "corrected"} <= kinds[f"topics/{mine}"]


def test_every_reason_for_leaving_out_is_told_with_its_number() -> None:
    entries = left_out(real())
    text = "\n".join(entry.text for entry in entries)
    days = Counter((row.what, row.since, row.reason) for row in real().left_out)
    assert all(f"{number} {what}{'s' * (number > 1)}: {reason}" in text for (what, _, reason), number in days.items())
    told = sum(int(number) for entry in entries for number in re.findall(r"^Left out: (\d+)", entry.title))
    assert told == len(real().left_out)
