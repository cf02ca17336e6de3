"""Edits of declarations and settings: sentences, options, lists, entries."""

import re
from random import Random

from generators.charts.registry import KINDS
from tests.edits.sentences import reworded

OPTIONS = (
    (r"(?<=^kind: )[\w-]+", (*KINDS,)),
    (r"(?<=confidence: )\w+", ("low", "moderate", "high")),
    (r"(?<=  grade: )\d", ("1", "2", "3", "6")),
    (r"(?<=-)\d\d$", ("01", "02", "11", "12")),
    (r"(?<=takedown_days: )\d+", ("1", "5", "14")),
    (r"(?<=licence: )[\w.-]+$", ("CC0-1.0", "CC-BY-4.0")),
    (r"(?<=^version: ).*", ("1.0.0", "1.0.1", "1.1.0", "2.0.0")),
    (r"(?<=rhythm: )\w+", ("monthly", "yearly", "once")),
    (r"(?<=fractions: )\w+", ("yes", "no")),
    (r"(?<=reading: )(?:cannot be settled|came true|did not come true)", ("cannot be settled", "came true", "did not come true")),
    (r"(?<=outcome: ).*", ("none", "came true")),
    (r"(?<=address: )http\S+", ("https://vell.example/", "https://vell.example/site/", "https://other.example/")),
    (r"(?<=/2020-)\d\d", ("07", "08")),
)  # fmt: skip
"""Passages of declarations, and the few values that each may have."""
TOGGLES = (
    ("  name: material\n", "  language: ar\n"),
    ("docs_dir: content\n", "copyright: Words of our own\n"),
    ("docs_dir: content\n", "site_author: Edda Quill\n"),
    ("docs_dir: content\n", "repo_url: https://example.org/vell\n"),
    ("docs_dir: content\n", "edit_uri: edit/\n"),
    ("  generator: false\n", "  homepage: https://vell.example/start\n"),
    ("  - attr_list\n", "  - abbr\n"),
    ("  - attr_list\n", "  - smarty\n"),
    ("  - attr_list\n", "  - pymdownx.tilde\n"),
)
"""Lines of mkdocs.yml that come and go, each behind another."""
SWAPS = (
    ("[navigation.prune, ", "["),
    ("navigation.tabs", "navigation.tabs, navigation.top"),
    ("  - Sources: sources/index.md\n", "  # No tab of sources.\n"),
    ("  - Timeline: timeline.md\n  - Sources: sources/index.md\n", "  - Sources: sources/index.md\n  - Timeline: timeline.md\n"),
    ("  - toc\n", "  - toc: {permalink: true}\n"),
    ("  - toc\n", "  - toc: {toc_depth: 2}\n"),
)  # fmt: skip
"""Passages of mkdocs.yml and what may be in their place."""
_FOLDED = re.compile(r"(?m)^ {2,}(?![\w-]+:|- |#)\S.*$")
_KEYED = re.compile(
    r"(?m)^\s*(?:- )?(?:title|subtitle|summary|definition|note|reading|reason|statement|alternatives|change|why|was|now|claim|by|card_label|"
    r"caveats|label|excludes|method|coverage|tagline|map_caption|question|population|name|publisher|would_change|site_name): +(?![>|\[{'\"])(.+)$"
)


def wording(random: Random, text: str) -> str:
    """Return the declarations with another sentence behind one of the keys."""
    spans = [found.span(1) for found in _KEYED.finditer(text)] + [found.span() for found in _FOLDED.finditer(text)]
    if not spans:
        return text
    start, end = random.choice(spans)
    return text[:start] + reworded(random, text[start:end]) + text[end:]


def option(random: Random, text: str) -> str:
    """Return the declarations with another of the few values that a key may have."""
    present = [(found, values) for pattern, values in OPTIONS for found in re.finditer(pattern, text, re.MULTILINE)]
    if not present:
        return text
    found, values = random.choice(present)
    return text[: found.start()] + random.choice(values) + text[found.end() :]


def list_item(random: Random, text: str) -> str:
    """Return the declarations with a list that lacks an item or has another order."""
    lists = list(re.finditer(r"\[([^\[\]\n]+, [^\[\]\n]+)\]", text))
    if not lists:
        return text
    found = random.choice(lists)
    items = found[1].split(", ")
    changed = random.choice((items[1:], items[:-1], items[::-1]))
    return f"{text[: found.start()]}[{', '.join(changed)}]{text[found.end() :]}"


def entry_gone(random: Random, text: str) -> str:
    """Return the declarations without one entry of the whole file."""
    entries = re.split(r"(?m)^(?=[\w-]+:|- )", text)
    del entries[random.randrange(len(entries))]
    return "".join(entries) or text


def entry_again(random: Random, text: str) -> str:
    """Return the declarations with one entry again under another key."""
    entries = re.findall(r"(?m)^[\w-]+:(?:\n(?:  .*)?)+", text)
    if not entries:
        return text
    name, _, rest = random.choice(entries).partition(":")
    return f"{text.rstrip()}\n\n{name}-{random.choice('abc')}:{rest.rstrip()}\n"


def setting(random: Random, text: str) -> str:
    """Return the settings with a line more or less."""
    after, line = random.choice(TOGGLES)
    return text.replace(line, "", 1) if line in text else text.replace(after, after + line, 1)


def label(random: Random, text: str) -> str:
    """Return the settings with another name of the site, of a link or of a tab."""
    spans = [found.span(1) for found in re.finditer(r"(?m)(?:^site_name: |title: |^  - (?=\w+: ))(\w+(?: \w+)*)", text)]
    start, end = random.choice(spans)
    other = f"{text[start:end]} here" if " here" not in text[start:end] else text[start:end].replace(" here", "")
    return text[:start] + other + text[end:]


def swapped(random: Random, text: str) -> str:
    """Return the settings with other features of the theme or another order of tabs."""
    old, new = random.choice(SWAPS)
    return text.replace(old, new, 1) if old in text else text.replace(new, old, 1)
