"""Registry of mutations: what a slip, a spreadsheet, an editor or a stranger's habit does to a file."""

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, str], str]

CELLS = (
    "1.234", "1,234", "12,5", "3–5", "3-5", "40+", ">40", "-99", "-9", "120**", "N/A", "n/a", "-", "012", "12.0", "=6+6", "1.2E+03", "12%", "½", "١٢٣",
    "1e400", "9" * 40, "nan", "inf", "-0", "0", "", " ", "''", '"', '""', "#REF!", "#####", "WAHR", "Jul-18", "06/17/2018", "2018-07-01 00:00:00", "43282",
    "17.06.2018", "June 2018", "Juli 2018", "2018/06", "2018-13", "2018-02-30", "0000", "9999-12-31", "2018-06/2018-01", "../..", "2018-Q5", "2018-W23",
    "IQG01", "iq", "IQ-XX", "at least", "AT_LEAST", "unknown", "TODO", "http://[", "https://example.org/a b", "javascript:alert(1)", "file:///etc/hosts",
    "<b>x</b>", "<script>x</script>", "{{ value() }}", "{% raw %}", "[x](y)", "a\u202eb", "a\u200bb", "e\u0301", "CafÃ©", "\ufeff", "\u00a0", "😀",
    "con", "NUL", "a" * 300, "x;y", "x|y", "a,b", '"a,b"', 'a"b', "yes", "no", "true", "null", "~", "[]", "{}", "&a", "*a", "!!x y", "- x", "? x", "%x", "@x", "`x`",
)  # fmt: skip
"""Foreign notations and texts that are no value of any column."""
LINES = (
    "", ",,,,", "sep=;", "#adm1,#date", "<<<<<<< HEAD", "=======", ">>>>>>> main", "---", "...", "key: value", "  key: value", "\tkey: value", "- item", "  - item",
    "key:", "key: [", "key: {a: 1", "key: &a {b: *a}", "key: !!python/object:os.system x", "? [a, b]\n: c", "1: 2", "true: x", "null: x", "x: |", "x: >-\n  text", "%YAML 1.2",
    "a: b: c", "'", '"', "{", "}", "<<: {a: 1}", "x: 2018-06-17", "x: 0x1F", "x: 12:30", "x: .inf", "# comment",
)  # fmt: skip
STRUCTURES = (
    "# Second title", "## ", "###### Deep", "#### Skipped", "Setext\n======", "Setext\n------", "####### Seven", "[^1]", "[^1]: A note.", "[^a]: [^a]", "Text.[^none]",
    "<details>", "<p>", "<ol>", "<div>", "</div>", "<table>", "<b>x", "<br>", "x<y", "a < b > c", "<!-- open", "<!-- SECRET -->", "{# note #}", "{#id .class}", "{: #id }",
    "```", "```python\nprint(1)\n```", "~~~~", "    code", "> quote", "> - list\n>     - list", "- a\n    - b\n        - c", "1. a\n1) b", "- [ ] task", "***", "**open", "`open",
    "| a | b |\n|---|---|\n| 1 | 2 |", "| a |\n|--|--|\n| 1 |", "Term\n:   Definition", "*[HTML]: x", "!!! note\n    text", "??? note\n    text", "=== \"Tab\"\n    x", "---\ntitle: x\n---",
    "![](x.png)", "![x](nope.png)", "[x](#nope)", "[x](nope.md)", "[x]()", "[x](<>)", "[x][y]", "[y]: z", "[x](../../..)", "<https://example.org>", "www.example.org", "x@example.org",
    "{{ }}", "{{", "}}", "{{ x }}", "{{ value(}}", "{{ value() }}", '{{ value("a") }}', "{{ value(“a/b”, “c”) }}", '{{ valeu("a/b", "c") }}', '{{ chart("x") }}', '- {{ chart("x") }}', '{{ cite("x") }}',
    '{{ "a" * 10**9 }}', "{{ ((((((((1)))))))) }}", "{{ [x for x in y] }}", "{{ value.__class__ }}", "{% for x in y %}", "{{ value('a', place=) }}", '{{ value("a", "b", "c", "d", "e") }}',
    "42 people", "3 % of 1,200", "almost certainly likely", "&nbsp;&#0;&#x110000;&bogus;", "\\{{ x \\}}", "\u202e", "\u200b", "😀", "مرحبا", "e\u0301", "a" * 500, "“quoted”", "$x^2$", "H~2~O", "^x^", "==x==", "++x++", ":smile:", "(c)", "--- x", "<svg onload=x>", "<a href='javascript:x'>y</a>",
)  # fmt: skip
"""Markdown that people write, whole and broken."""


def _line(random: Random, text: str) -> tuple[list[str], int]:
    """Return the lines of the text and the index of one."""
    lines = text.split("\n")
    return lines, random.randrange(len(lines))


def cell(random: Random, text: str) -> str:
    """Return the text with another value in one cell."""
    lines, at = _line(random, text)
    cells = lines[at].split(",")
    cells[random.randrange(len(cells))] = random.choice(CELLS)
    lines[at] = ",".join(cells)
    return "\n".join(lines)


def scalar(random: Random, text: str) -> str:
    """Return the text with another value behind one key."""
    lines, at = _line(random, text)
    lines[at] = re.sub(r"^([\s-]*[\w-]+:|\s*-).*", lambda key: f"{key[1]} {random.choice(CELLS)}", lines[at])
    return "\n".join(lines)


def without_line(random: Random, text: str) -> str:
    """Return the text without one line."""
    lines, at = _line(random, text)
    return "\n".join(lines[:at] + lines[at + 1 :])


def twice(random: Random, text: str) -> str:
    """Return the text with one line twice."""
    lines, at = _line(random, text)
    return "\n".join(lines[: at + 1] + lines[at:])


def swapped(random: Random, text: str) -> str:
    """Return the text with two lines in each other's place."""
    lines, at = _line(random, text)
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def foreign_line(random: Random, text: str) -> str:
    """Return the text with a line that means something elsewhere."""
    lines, at = _line(random, text)
    return "\n".join([*lines[:at], random.choice(LINES), *lines[at:]])


def structure(random: Random, text: str) -> str:
    """Return the text with a piece of Markdown as a paragraph, within one, or at the end of a line."""
    lines, at = _line(random, text)
    piece = random.choice(STRUCTURES)
    before, after = random.choice((("\n", "\n"), ("", ""), (f"{lines[at]} ", "")))
    return "\n".join([*lines[:at], f"{before}{piece}{after}", *lines[at + (before not in {"", "\n"}) :]])


def indented(random: Random, text: str) -> str:
    """Return the text with one line further in or out."""
    lines, at = _line(random, text)
    lines[at] = random.choice(
        (f"  {lines[at]}", f" {lines[at]}", f"\t{lines[at]}", lines[at].lstrip(), f"- {lines[at]}", f"> {lines[at]}")
    )
    return "\n".join(lines)


def nested(random: Random, text: str) -> str:
    """Return the text with the value of a line as a list, a mapping, or text of several lines."""
    lines, at = _line(random, text)
    form = random.choice(
        (
            "[{}]",
            "{{{}}}",
            "[[{}]]",
            "|\n    {}",
            ">\n    {}",
            "{{a: {}}}",
            '"{}"',
            "'{}'",
            "- {}",
            "&x {}",
            "!!str {}",
            "!!int {}",
        )
    )
    lines[at] = re.sub(r"(:\s+)(.*)$", lambda value: value[1] + form.format(value[2]), lines[at], count=1)
    return "\n".join(lines)


def character(random: Random, text: str) -> str:
    """Return the text with one character left out, doubled, or another."""
    at = random.randrange(max(len(text), 1))
    other = random.choice("\x00\x07\x85\u2028\ufffd,;:\"'{}[]()<>#&*!|-?%@`\\/ \t\n\r0a9Zß")
    return text[:at] + random.choice(("", text[at : at + 1] * 2, other, other * 3)) + text[at + 1 :]


def cut_off(random: Random, text: str) -> str:
    """Return the beginning of the text."""
    return text[: random.randrange(len(text) + 1)]


def separated(random: Random, text: str) -> str:
    """Return the text with other separators, line ends or quotation marks throughout."""
    old, new = random.choice(
        (
            (",", ";"),
            (",", "\t"),
            ("\n", "\r\n"),
            ("\n", "\r"),
            ('"', "“"),
            (".", ","),
            (" ", "\u00a0"),
            ("-", "–"),
            (":", "="),
            ("\n", "\n\n"),
            ("  ", "\t"),
        )
    )
    return text.replace(old, new)


def column(random: Random, text: str) -> str:
    """Return the text without one column, or with one twice."""
    at, twice_over = random.randrange(18), random.random() < 0.5
    rows = (row.split(",") for row in text.split("\n"))
    return "\n".join(",".join(row[: at + twice_over] + row[at + (not twice_over) :]) for row in rows)


_ANY: tuple[Mutation, ...] = (
    without_line,
    twice,
    swapped,
    foreign_line,
    indented,
    character,
    character,
    cut_off,
    separated,
)
MUTATIONS: dict[str, tuple[Mutation, ...]] = {
    ".csv": (cell, cell, cell, cell, column, *_ANY),
    ".yml": (scalar, scalar, scalar, nested, nested, *_ANY),
    ".md": (structure, structure, structure, structure, scalar, *_ANY),
    ".topojson": (cell, character, cut_off, separated),
}
"""By the ending of a file, what may happen to its text; what is there twice happens twice as often."""


def spoilt(random: Random, content: bytes) -> bytes:
    """Return the bytes with one flipped, in another encoding, or with a mark before them."""
    at = random.randrange(max(len(content), 1))
    return random.choice(
        (
            content[:at] + bytes([random.randrange(256)]) + content[at + 1 :],
            content[:at] + bytes([random.randrange(128, 256)]) + content[at:],
            b"\xef\xbb\xbf" + content,
            content.decode(errors="replace").encode(
                random.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "cp437")), "replace"
            ),
            content + b"\x1a",
            b"",
            b"PK\x03\x04" + content[:40],
        )
    )
