"""Synthetic sites of many briefings of the real kind: the real ones in turn, each copy with its own judgements and charts.

The copies quote the same figures, so every reference in them holds. The same number gives the same site.
"""

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

from tests.fixtures.folders import copied

_BLOCK = re.compile(r"^(?=[\w-]+:\s*$)", re.MULTILINE)
_JUDGEMENT = re.compile(r'judgement\("([\w-]+)"\)')
_CHART = re.compile(r'chart\("([\w-]+)"\)')


def multiplied(root: Path, folder: Path, number: int) -> Path:
    """Return a copy of the repository in the folder, with that many more briefings."""
    copied(root, folder)
    shutil.rmtree(folder / "tests", ignore_errors=True)
    content = folder / "content"
    briefings = sorted((content / "briefings").glob("*.md"))
    judgements = (content / "judgements.yml").read_text("utf-8")
    texts = {path.stem: path.read_text("utf-8") for path in briefings}
    more = []
    for count, stem in enumerate(islice(cycle(texts), number), 1):
        suffix = _letters(count)
        _write_copy(content, stem, texts[stem], suffix)
        more += [_copied_judgement(block, stem, suffix) for block in _of_briefing(judgements, stem)]
    (content / "judgements.yml").write_text("".join((judgements.rstrip("\n"), "\n\n", *more)), "utf-8")
    return folder


def _letters(number: int) -> str:
    """Return the number in three letters: a text may contain no figure that is not quoted.

    >>> _letters(1), _letters(27)
    ('aab', 'abb')
    """
    return "".join(chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0))


def _write_copy(content: Path, stem: str, text: str, suffix: str) -> None:
    """Write the briefing under another name, with charts of its own."""
    for slug in dict.fromkeys(_CHART.findall(text)):
        declaration = (content / "charts" / f"{slug}.yml").read_text("utf-8")
        own = re.sub(r"^title: *(['\"]?)", rf"title: \g<1>({suffix}) ", declaration, count=1, flags=re.MULTILINE)
        (content / "charts" / f"{slug}-{suffix}.yml").write_text(own, "utf-8")
    text = re.sub(r"^title: *(['\"]?)", rf"title: \g<1>({suffix}) ", text, count=1, flags=re.MULTILINE)
    text = _JUDGEMENT.sub(rf'judgement("\1-{suffix}")', _CHART.sub(rf'chart("\1-{suffix}")', text))
    (content / "briefings" / f"{stem}-{suffix}.md").write_text(text, "utf-8")


def _of_briefing(judgements: str, stem: str) -> list[str]:
    return [block for block in _BLOCK.split(judgements) if re.search(rf"^  briefing: {stem}$", block, re.MULTILINE)]


def _copied_judgement(block: str, stem: str, suffix: str) -> str:
    name, _, rest = block.partition(":")
    text = re.sub(rf"^  briefing: {stem}$", f"  briefing: {stem}-{suffix}", rest, flags=re.MULTILINE)
    return f"{name}-{suffix}:{text.rstrip()}\n\n"
