"""Texts of this site, read as they are."""

import unicodedata

from generators.model.notations.encodings import mojibake
from tests.fixtures.repository import ROOT


def test_no_text_of_the_site_is_taken_for_one_in_a_wrong_encoding() -> None:
    texts = [path for folder in ("data", "content") for path in (ROOT / folder).rglob("*") if path.is_file()]
    read = [path.read_text(encoding="utf-8") for path in texts if path.suffix in {".csv", ".yml", ".md"}]
    assert len(read) > 100
    assert [text for text in read if mojibake(text) or not unicodedata.is_normalized("NFC", text)] == []
