"""What changed, for feed readers: the MUSTs of RFC 4287, JSON Feed 1.1 by a schema, and identities that never change."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from generators.analysis.history.feed_entries import changes
from generators.analysis.history.releases import in_hand
from generators.analysis.history.snapshot import key_of
from generators.exports.feeds import feed_files
from generators.model import Catalog, Release
from tests.fixtures.feeds import everything, left_out
from tests.fixtures.real_site import SLOW_OWN
from tests.fixtures.river_site import rivers

ATOM = "{http://www.w3.org/2005/Atom}"
SITES = pytest.mark.parametrize("site", [rivers, *SLOW_OWN])
STAMP = {"type": "string", "format": "date-time", "pattern": "^\\d{4}-\\d\\d-\\d\\dT00:00:00Z$"}
ADDRESS = {"type": "string", "pattern": "^https?://"}
WORDS = {"type": "string", "minLength": 1}
ITEM = {
    "type": "object",
    "required": ["id", "title", "content_text", "date_published", "date_modified"],
    "properties": {
        "id": WORDS | {"pattern": "^tag:"},
        "url": ADDRESS,
        "title": WORDS,
        "content_text": WORDS,
        "content_html": WORDS,
        "date_published": STAMP,
        "date_modified": STAMP,
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "language", "authors", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "language": WORDS,
        "authors": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}},
        "items": {"type": "array", "items": ITEM, "uniqueItems": True},
    },
    "additionalProperties": False,
}
JUDGE = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def files(catalog: Catalog, ending: str) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in feed_files(catalog) if asset.path.endswith(ending)}


def wrong(atom: bytes) -> list[str]:
    """What RFC 4287 demands and the feed lacks; nothing else looks at that."""
    feed = ET.fromstring(atom)  # noqa: S314 - our own bytes
    said = [] if feed.tag == f"{ATOM}feed" else ["feed"]
    said += [f"feed: {name}" for name in ("id", "title", "updated") if len(feed.findall(f"{ATOM}{name}")) != 1]
    said += [] if feed.find(f"{ATOM}author/{ATOM}name") is not None else ["author"]
    for entry in feed.iter(f"{ATOM}entry"):
        said += [f"entry: {n}" for n in ("id", "title", "updated") if len(entry.findall(f"{ATOM}{n}")) != 1]
        links = [link.get("rel") for link in entry.findall(f"{ATOM}link")]
        said += [] if links.count("alternate") == 1 else ["alternate"]
    names = [each.text or "" for each in feed.iter(f"{ATOM}id")]
    said += ["an id twice"] if len(names) != len(set(names)) else []
    said += [name for name in names if not name.startswith("tag:")]
    stamps = [e.text or "" for tag in ("updated", "published") for e in feed.iter(f"{ATOM}{tag}")]
    return said + [stamp for stamp in stamps if not FormatChecker().conforms(stamp, "date-time") or stamp[-1:] != "Z"]


@SITES
def test_every_atom_feed_keeps_the_musts_and_a_reader_takes_it(site: Any) -> None:
    for path, atom in files(everything(site()), "atom").items():
        assert wrong(atom) == [], path
        read = feedparser.parse(atom)
        assert not read.bozo, path
        assert read.version == "atom10"
        assert all(entry.link and entry.summary for entry in read.entries)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"<id>tag:vell.example,2021:published", b"<id>published", "published/river-levels"),
        (b"<published>2021-03-01T00:00:00Z", b"<published>2021-3-1", "2021-3-1"),
        (b"<author>", b"<rights>", "mismatched"),
        (b"<summary>", b"<title>x</title><summary>", "entry: title"),
        (b'rel="alternate" type="text/html" href="https://vell.example/briefings', b'href="', "alternate"),
    ],
)
def test_a_planted_fault_is_seen(old: bytes, new: bytes, said: str) -> None:
    atom = files(rivers(), "atom")["feeds/briefings.atom"]
    assert old in atom
    try:
        found = wrong(atom.replace(old, new))
    except ET.ParseError as error:
        found = [str(error)]
    assert any(said in each for each in found), found


@SITES
def test_every_json_feed_is_one(site: Any) -> None:
    for content in files(everything(site()), "json").values():
        JUDGE.validate(json.loads(content))


@pytest.mark.parametrize("key", ["version", "title", "items"])
def test_the_schema_misses_what_a_json_feed_must_have(key: str) -> None:
    feed = json.loads(files(rivers(), "json")["feeds/briefings.json"])
    del feed[key]
    with pytest.raises(ValidationError):
        JUDGE.validate(feed)


def test_what_is_left_out_later_is_an_entry_of_its_day_and_the_others_stay() -> None:
    """A day that the row has, and one that a release tells: the row was a figure in it."""
    (row,) = rivers().left_out
    new = replace(row, collected="new", since=date(2021, 5, 1))
    gone = replace(row, collected="levels:level-c-07")
    first = replace(in_hand(rivers()), path="data/releases/1.0.0.csv")
    edition = replace(rivers().edition, date=date(2021, 6, 1), version="1.1.0")
    catalog = replace(rivers(), left_out=(row, new, gone), releases=(first,), edition=edition)
    assert left_out(rivers())[0] == left_out(catalog)[0]
    assert [(c.name, c.day) for c in left_out(catalog)[1:]] == [
        ("2021-05-01", date(2021, 5, 1)),
        ("2021-06-01", date(2021, 6, 1)),
    ]
    later = replace(catalog, edition=replace(edition, date=date(2021, 9, 1)), releases=(first, released_as(catalog)))
    assert left_out(later) == left_out(catalog)


def test_an_event_that_is_left_out_after_a_release_is_told_on_a_day_after_it() -> None:
    """Never under the day from which others were left out, nor under one on which it stood there."""
    event, *others = rivers().events
    (row,) = rivers().left_out
    first = replace(in_hand(rivers()), path="data/releases/1.0.0.csv")
    edition = replace(rivers().edition, date=date(2021, 6, 1), version="1.1.0")
    days = {
        None: edition.date,
        date(2021, 5, 1): date(2021, 5, 1),
        first.date: edition.date,
        date(2020, 5, 1): edition.date,
    }
    for since, told in days.items():
        gone = replace(row, what="event", collected=event.collected, since=since)
        catalog = replace(rivers(), events=tuple(others), left_out=(row, gone), releases=(first,), edition=edition)
        assert left_out(catalog)[0] == left_out(rivers())[0]
        assert [change.day for change in left_out(catalog)[1:]] == [told]


def released_as(catalog: Catalog) -> Release:
    """The edition as its release keeps it; the row that is left out is no figure any more."""
    now = in_hand(catalog)
    (left,) = (o for o in rivers().observations if o.collected == "levels:level-c-07")
    kept = {key: record for key, record in now.records.items() if key != key_of(left)}
    return replace(now, records=kept, path="data/releases/1.1.0.csv")


@SITES
def test_identities_stay_when_others_are_added_and_a_new_edition_comes(site: Any) -> None:
    before, added = site(), everything(site())
    editions = {release.version: release for release in (in_hand(before), *before.releases, *added.releases)}
    edition = replace(added.edition, date=date(2031, 1, 1), version="9.0.0")
    later = replace(added, edition=edition, releases=tuple(editions[v] for v in sorted(editions)))
    for path, content in files(before, "json").items():
        old = {item["id"] for item in json.loads(content)["items"]}
        assert old <= {item["id"] for item in json.loads(files(later, "json")[path])["items"]}


@SITES
def test_identities_stay_when_words_and_contact_are_mended(site: Any) -> None:
    before = everything(site())
    (slug, briefing), *others = before.briefings.items()
    revisions = tuple(replace(one, change="Mended words.") for one in briefing.revisions)
    mended = replace(
        before,
        config=replace(
            before.config,
            contact="somebody@mail.example",
            name="Another",
            news=tuple(replace(one, change="Mended.") for one in before.config.news),
        ),
        briefings={slug: replace(briefing, title="Mended", summary="Mended.", revisions=revisions), **dict(others)},
        corrections=tuple(replace(one, was="Mended.", why="Mended.") for one in before.corrections),
        left_out=tuple(replace(one, reason="Mended.") for one in before.left_out),
    )
    assert identities(mended) == identities(before)
    assert len(set(identities(before))) > 4


def identities(catalog: Catalog) -> list[str]:
    """Of all entries, and of the feeds themselves."""
    whole = b"".join(files(catalog, "atom").values()).decode()
    return sorted(re.findall(r"<id>(.*?)</id>", whole))


def test_two_of_one_day_have_two_names_and_the_first_keeps_its_own() -> None:
    (first,) = rivers().corrections
    two = replace(rivers(), corrections=(first, replace(first, was="Another.")))
    names = [change.name for change in changes(two) if change.kind == "corrected"]
    assert names == ["2021-03-01/1", "2021-03-01/2"]


def test_without_an_authority_the_contact_s_host_and_a_day_name_the_entries() -> None:
    bare = replace(rivers(), config=replace(rivers().config, authority=""))
    assert "tag:vell.example,2021-03-01:published/river-levels" in identities(bare)


def test_links_lead_to_pages_with_and_without_an_address() -> None:
    placed = replace(rivers(), config=replace(rivers().config, address="https://vell.example/b/"))
    for catalog in (placed, replace(rivers(), config=replace(rivers().config, address=""))):
        for path, atom in files(catalog, "atom").items():
            for entry in feedparser.parse(atom).entries:
                link = urljoin(f"https://vell.example/b/{path}", entry.link)
                assert link.startswith("https://vell.example/b/")
                assert link.partition("#")[0].endswith(".html")
    assert "url" not in json.loads(files(catalog, "json")["feeds/briefings.json"])["items"][0]
    assert "feed_url" not in json.loads(files(catalog, "json")["feeds/briefings.json"])


def test_an_angle_in_a_text_stays_a_text() -> None:
    atom = files(everything(rivers()), "atom")["feeds/corrections.atom"]
    assert b"It was &lt;12&gt; &amp; more." in atom
