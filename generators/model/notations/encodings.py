"""Letters in other encodings: kinds of files by their bytes, and letters hidden by a wrong encoding."""

import re

_SIGNATURES = (
    (b"PK\x03\x04", "a spreadsheet or another compressed file (.xlsx, .ods, .zip)"),
    (b"\xd0\xcf\x11\xe0", "a workbook of an older Excel version (.xls)"),
    (b"%PDF", "a PDF"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x1f\x8b", "a compressed file (.gz)"),
    (b"Rar!", "a compressed file (.rar)"),
    (b"7z\xbc\xaf", "a compressed file (.7z)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
)
"""First bytes of files that are no text."""
_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 4000
"""Bytes that are looked at."""
_HIGH = re.compile(rb"[\x80-\xff]+")


def other_kind(content: bytes) -> str:
    r"""Return the file's kind by its first bytes, if it is not text; else empty.

    >>> other_kind(b"PK\x03\x04...")
    'a spreadsheet or another compressed file (.xlsx, .ods, .zip)'
    """
    return next((kind for start, kind in _SIGNATURES if content.startswith(start)), "")


def wide_encoding(content: bytes) -> str:
    """Return the name of an encoding with two or four bytes a letter; empty for others."""
    if content.startswith(_UTF_32):
        return "UTF-32"
    sample = content[:_SAMPLE]
    sparse = max(sample[0::2].count(0), sample[1::2].count(0)) * 4 > len(sample)
    return "UTF-16" if content.startswith(_UTF_16) or (len(sample) > 3 and sparse) else ""


def narrow_encoding(content: bytes) -> str:
    """Return the likeliest one-byte encoding: Arabic words are runs of high bytes, accents are single.

    >>> narrow_encoding("القادسية".encode("cp1256")), narrow_encoding("Prüfung".encode("cp1252"))
    ('Windows-1256 (Arabic)', 'Windows-1252')
    """
    runs = _HIGH.findall(content)
    arabic = b"".join(run for run in runs if len(run) > 2).decode("cp1256", "replace")
    letters = sum("\u0620" <= letter <= "\u06ff" for letter in arabic)
    return "Windows-1256 (Arabic)" if letters * 2 > sum(map(len, runs)) else "Windows-1252"


CODECS = {"Windows-1256 (Arabic)": "cp1256", "Windows-1252": "cp1252"}
"""Python's names of the encodings with one byte a letter."""


def _windows_letter(byte: int) -> str:
    """Return a byte's letter in Windows-1252; in Latin-1 if it has none."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


_BYTES = {_windows_letter(byte): byte for byte in range(0x80, 0x100)}
_TAIL = "[" + "".join(map(re.escape, map(_windows_letter, range(0x80, 0xC0)))) + "]"
_LEAD_2 = "[" + "".join(map(chr, range(0xC2, 0xE0))) + "]"
_LEAD_3 = "[" + "".join(map(chr, range(0xE0, 0xF0))) + "]"
_HIDDEN = re.compile(f"(?:{_LEAD_2}{_TAIL}|{_LEAD_3}{_TAIL}{_TAIL}|[ðñòóô]{_TAIL}{_TAIL}{_TAIL})+")
_CLOSING = "’”»…–—›“«\u00a0"
_PLAUSIBLE = re.compile(
    r"[\u00a0-\u017f\u0218-\u021b\u02bb-\u02bf\u0370-\u04ff\u0600-\u06ff\u1e00-\u1eff\u2010-\u203a\u20ac\u2122\u2190-\u21ff\u2260-\u2265"
    r"\ufb50-\ufdff\ufe70-\ufeff\U0001f300-\U0001faff]+"
)
"""Letters and signs that people type; not phonetic and other rare ones, which correct text can look like by chance."""


def mojibake(text: str) -> tuple[int, str, str] | None:
    """Return the place of UTF-8 read as Windows-1252, its text, and the hidden letters; None if none.

    >>> mojibake("a CafÃ© there"), mojibake("»CAFÉ« and SÃO")
    ((5, 'Ã©', 'é'), None)
    """
    if text.isascii():
        return None
    for match in _HIDDEN.finditer(text):
        hidden = _decode(match[0])
        follows = text[match.end() : match.end() + 1]
        chance = len(match[0]) == 2 and match[0][-1] in _CLOSING and not follows.isalnum()
        if hidden and not chance:
            return match.start(), match[0], hidden
    return None


def _decode(garbled: str) -> str:
    """Return the letters whose UTF-8 looks like this; empty if people do not type them."""
    try:
        hidden = bytes(_BYTES[letter] for letter in garbled).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return ""
    return hidden if _PLAUSIBLE.fullmatch(hidden) else ""
