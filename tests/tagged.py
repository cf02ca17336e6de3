"""What an outside library finds in a PDF that a screen reader, a search or a copy would stumble over."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf


def faults(pdf: bytes) -> list[str]:
    """What keeps a PDF from being read by everybody, as an outside library finds its structure."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return list(found(opened))


def found(opened: pikepdf.Pdf) -> Iterator[str]:
    """The faults of an opened PDF: tags, words for figures, language, title, bookmarks, faces."""
    root: Any = opened.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not tagged"
    elements = list(tags(root.StructTreeRoot)) if "/StructTreeRoot" in root else []
    kinds = {str(tag.get("/S")) for tag in elements}
    yield from (f"no {kind}" for kind in ("/H1", "/P", "/L", "/Figure", "/Link") if kind not in kinds)
    yield from (
        "figure without words" for tag in elements if tag.get("/S") == "/Figure" and len(str(tag.get("/Alt", ""))) < 20
    )
    if not str(root.get("/Lang", "")).startswith("en"):
        yield "no language"
    if not opened.docinfo.get("/Title") or not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "no title"
    if not root.get("/Outlines", {}).get("/Count"):
        yield "no bookmarks"
    yield from _bad_faces(opened)


def tags(node: Any) -> Iterator[Any]:
    """Every element of the structure below a node."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tags(node.K)


def _bad_faces(opened: pikepdf.Pdf) -> Iterator[str]:
    for each in opened.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font":
            if "/DescendantFonts" in each and "/ToUnicode" not in each:
                yield f"{each.BaseFont} cannot be copied"
        elif _is_bare(each):
            yield f"{each.FontName} is not embedded"


def _is_bare(each: Any) -> bool:
    described = isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    return described and not {"/FontFile2", "/FontFile3"} & set(each.keys())
