"""Message catalogues from the code and the templates: `make messages` writes them anew.

`generators/locale/briefings.pot` has every message, `generators/locale/*/LC_MESSAGES/briefings.po` its translation. A
message that is new has no translation yet, one that nothing says any more is left out.
"""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import get_args

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import extract_from_ast

from generators.analysis.freshness import Freshness
from generators.components.templates import template_environment
from generators.model import Confidence, Kind, Likelihood, Rhythm, Verdict
from tests.docs.import_graph import parsed
from tests.fixtures.repository import ROOT

_CODE = ROOT / "generators"
LOCALE = _CODE / "locale"
TEMPLATE = LOCALE / "briefings.pot"
_IN_CODE = {"gettext": 1, "ngettext": 2, "ngettext_forms": 2, "translatable": 1, "translatable_forms": 2}
"""How many texts each function takes; what is passed as a value was marked elsewhere."""
_IN_TEMPLATES = ("_", "_n", "gettext", "ngettext")
_VOCABULARIES = (Rhythm, Kind, Freshness, Likelihood, Confidence, Verdict)
"""Closed lists of words that data and content choose from, and that pages show."""
_DATED = datetime(2026, 1, 1, tzinfo=UTC)
"""A catalogue has a date in its head, and the same input gives the same bytes."""
_LEFT_OUT = tuple(
    f'"{name}: '.encode()
    for name in ("Project-Id-Version", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team", "Generated-By")
)
"""Lines of a catalogue's head that say nothing here."""
Found = tuple[str | tuple[str, ...], str]
"""A message, or its two forms, and its file."""


def _of_code() -> Iterator[Found]:
    for path, tree in parsed("generators"):
        for call in sorted(_calls(tree), key=lambda call: (call.lineno, call.col_offset)):
            number = _IN_CODE[str(getattr(call.func, "id", ""))]
            texts = tuple(str(node.value) for node in call.args[:number] if isinstance(node, ast.Constant))
            if len(texts) == number:
                yield (texts[0] if number == 1 else texts), path.relative_to(ROOT).as_posix()


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _IN_CODE:
            yield node


def _of_templates() -> Iterator[Found]:
    folder = _CODE / "templates"
    for path in sorted(path for path in folder.rglob("*.*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        tree = template_environment(()).parse(path.read_text(encoding="utf-8"), name=name)
        for _, _, message in extract_from_ast(tree, _IN_TEMPLATES):
            forms = (message,) if isinstance(message, str) else tuple(filter(None, message or ()))
            yield (forms[0] if len(forms) == 1 else forms), path.relative_to(ROOT).as_posix()


def _of_vocabularies() -> Iterator[Found]:
    for vocabulary in _VOCABULARIES:
        for word in get_args(vocabulary):
            yield word, "generators/model"


@cache
def extracted() -> Catalog:
    """Return every message that the generator says."""
    catalog = Catalog(header_comment="# Messages of the site.", creation_date=_DATED, revision_date=_DATED, fuzzy=False)
    for message, file in (*_of_code(), *_of_templates(), *_of_vocabularies()):
        catalog.add(message, locations=[(file, 0)])
    return catalog


def written(catalog: Catalog) -> bytes:
    """Return the catalogue as a file, each message with its files, without lines, which change with every edit."""
    out = BytesIO()
    write_po(out, catalog, width=120, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return b"".join(line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(_LEFT_OUT))


def translations(path: Path) -> Catalog:
    """Return the translations of a file, with the messages that the generator says now."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parents[1].name)
    catalog.update(extracted(), no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    return catalog


def files() -> list[Path]:
    """Return the file of each language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


if __name__ == "__main__":
    TEMPLATE.write_bytes(written(extracted()))
    for each in files():
        each.write_bytes(written(translations(each)))
