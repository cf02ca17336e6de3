"""Parts of a text-only page that load on the slowest connection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.exports.plaintext.html_writer import markup_within
from generators.exports.plaintext.noted_pages import Block, NotedPage

_MOST = 42_000
"""Bytes of a part with its notes; with the rest of the page it stays below 50 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Blocks of a page."""

    blocks: tuple[Block, ...]
    continues: str = ""
    """Section that began in the previous part, as HTML."""

    @property
    def sections(self) -> tuple[Block, ...]:
        """Return the headings of the sections that begin here."""
        return tuple(block for block in self.blocks if block.opens_section)


def parts_of(page: NotedPage) -> Iterator[Part]:
    """Yield parts of as many whole sections as fit; a section longer than a part is split between its blocks."""
    if page.size_of(page.blocks) <= _MOST:
        yield Part(blocks=page.blocks)
        return
    part: list[Block] = []
    begun = section = ""
    for index, block in enumerate(page.blocks):
        upcoming = _stretch(page.blocks, index)
        long = page.size_of(upcoming) > _MOST
        if part and page.size_of((*part, *(upcoming[:1] if long else upcoming))) > _MOST:
            yield Part(blocks=tuple(part), continues=begun)
            part, begun = [], "" if block.opens_section else section
        section = markup_within(block.element) if block.opens_section else section
        part.append(block)
    yield Part(blocks=tuple(part), continues=begun)


def _stretch(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """Return the blocks from a heading to the next; any other block alone."""
    if not blocks[index].is_heading:
        return blocks[index : index + 1]
    end = next((n for n in range(index + 1, len(blocks)) if blocks[n].is_heading), len(blocks))
    return blocks[index:end]
