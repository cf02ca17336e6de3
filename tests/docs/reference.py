"""The pages of docs/reference/ that are made from the code: `make docs`, or `python -m tests.docs.reference`.

Names, types and lists come from the code. Words come from docstrings, from the registries and from
docs/reference/descriptions.yml, which has to describe every name and nothing else.
"""

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from importlib import import_module
from inspect import getdoc
from types import ModuleType
from typing import Any, get_args

import yaml

from generators.analysis.derived_values import AVERAGES
from generators.charts.chart_kind import Need, Offer
from generators.charts.registry import KINDS
from generators.checks import ALONE, CHECKS, SURVIVABLE
from generators.cli import parser
from generators.components.shortcodes import voice
from generators.load.formats.yaml_records import Keys
from generators.metadata.columns import HEADER, MEANING
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import rivers

FOLDER = ROOT / "docs" / "reference"
_MADE = "<!-- Generated from the code by `make docs`. Do not edit it here. -->"
_CODE = re.compile(r"^(?=.*(\bKeys\(|^COLUMNS\b|\bLiteral\[|\(Enum\)))", re.MULTILINE)
"""What a file contains if a name of the reference is in it."""
_OFFERS: Mapping[Offer, str] = {
    "tips": "show the figure or event of each mark",
    "speaker": "hide other speakers",
    "indicator": "hide other indicators",
    "place": "hide other places",
    "topic": "hide other topics",
    "time": "zoom to a period",
}


class Incomplete(ValueError):
    """The descriptions and the code do not name the same things."""


def pages() -> Mapping[str, str]:
    """Return every generated page by its file name."""
    parts = {
        "checks.md": ("Checks", _checks()),
        "chart-kinds.md": ("Chart kinds", _kinds()),
        "commands.md": ("Commands", _commands()),
        "csv-columns.md": ("CSV columns", _columns()),
        "expressions.md": ("Expressions", _expressions()),
        "files.md": ("Files", _files()),
        "yaml-keys.md": ("YAML keys", _keys()),
    }
    return {name: "\n".join((f"# {title}", "", _MADE, "", *lines)) + "\n" for name, (title, lines) in parts.items()}


def _checks() -> Iterator[str]:
    yield "The build fails if a check reports a problem. Checks run in this order. Those marked *alone* run even if another file cannot be"
    yield "read. After problems of those marked *continues*, the build still assembles the pages and reports their problems too."
    yield "How to silence a check: [suppress a check](../how-to/suppress-a-check.md)."
    yield ""
    rows = []
    for check in CHECKS:
        text = (getdoc(check) or "").split("\n\n", 1)[0].replace("\n", " ")
        each = text.removeprefix("Yield a problem for each ")
        if each == text:
            raise Incomplete(f'The docstring of {check.__name__} has to begin with "Yield a problem for each".')
        marks = ("alone" if check in ALONE else "", "continues" if check in SURVIVABLE else "")
        rows.append((f"`{check.__name__}`", each, ", ".join(filter(None, marks))))
    yield from _table(("check", "reports each", ""), rows)


def _kinds() -> Iterator[str]:
    needs = _described("needs", get_args(Need))
    yield "The `kind` of a declaration in `content/charts/`. The site's own page on chart kinds shows an example of each."
    for name, kind in KINDS.items():
        yield from ("", f"## {kind.called}: `kind: {name}`", "")
        yield from (f"- Use: {kind.use}", f"- Limits: {kind.avoid}", f"- Reading: {kind.reading}")
        yield f"- Needs: {'; '.join(needs[need] for need in kind.needs)}."
        yield f"- Interaction: {'; '.join(_OFFERS[offer] for offer in kind.offers) or 'none'}."


def _commands() -> Iterator[str]:
    make = re.findall(r"^([a-z-]+):.*## (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    yield from ("## make", "")
    yield from _table(("command", "what it does"), ((f"`make {name}`", words) for name, words in make))
    yield from (
        "",
        "## briefings",
        "",
        "In the virtual environment, `.venv/bin`. Every command exits with 0, or with 1 and a message.",
        "",
    )
    yield from _table(("command", "what it does"), _subcommands(parser()))


def _subcommands(whole: ArgumentParser) -> Iterator[tuple[str, str]]:
    commands = next(action for action in whole._actions if isinstance(action, _SubParsersAction))
    for name, command in commands.choices.items():
        given = (action for action in command._actions if action.dest != "help")
        words = (f"[{action.option_strings[0]} {action.metavar or action.dest.upper()}]" if action.option_strings
                 else str(action.metavar) for action in given)  # fmt: skip
        yield f"`briefings {' '.join((name, *words))}`", command.description or ""


def _columns() -> Iterator[str]:
    yield "The header names every column, unless it is marked *optional*."
    yield "References have the form `dataset/indicator@period`, then `@place`, `@said_by` and `@as_of` if several rows match."
    modules = [vars(module) for module in _modules() if "COLUMNS" in vars(module)]
    codes = [(tuple(code["COLUMNS"]), tuple(code.get("OPTIONAL", code.get("_OPTIONAL", ())))) for code in modules]
    for table, (_, optional) in _matched("tables", "columns", codes):
        yield from _section(table, "columns", optional)
    yield from ("", "## Published columns", "", "In every download: CSV, JSON, Parquet and SQLite.", "")
    yield from _table(("column", "meaning"), ((f"`{name}`", MEANING[name]) for name in HEADER))


def _keys() -> Iterator[str]:
    yield "A key is required unless it is marked *optional*. A date is a day, `2026-11-30`, unless it says otherwise. A reference has the form"
    yield "`dataset/indicator@period`, then `@place`, `@said_by` and `@as_of` if several rows match; a part may be blank:"
    yield "`ibc-snapshots/killed@2014-06@@@2014-07`."
    found = {id(keys): keys for module in _modules() for keys in vars(module).values() if isinstance(keys, Keys)}
    codes = [(keys.needed, keys.optional) for keys in found.values()]
    for record, (_, optional) in _matched("records", "keys", codes):
        yield from _section(record, "keys", optional)


def _files() -> Iterator[str]:
    yield "What people write and curate. No other file is read; an unknown one in `data/` or `content/` is reported."
    yield ""
    rows: dict[str, list[str]] = {}
    for section, page in (("tables", "csv-columns.md"), ("records", "yaml-keys.md")):
        for entry in _descriptions()[section]:
            link = f"[{entry['title'].replace('`', '')}]({page}#{_anchor(entry['title'])})"
            for file in entry["file"].split(", "):
                rows.setdefault(file, []).append(link)
    for file, words in _descriptions()["files"].items():
        rows[file] = [words]
    yield from _table(("file", "contents"), ((f"`{file}`", ", ".join(rows[file])) for file in sorted(rows)))


def _anchor(title: str) -> str:
    """Return the anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _expressions() -> Iterator[str]:
    words = voice(rivers(), "index.md").words()
    yield "In the Markdown of a briefing or a static page, between `{{` and `}}`. An expression is one name with literal texts."
    yield "A derived value opens its formula and its rows. It needs one recorder, one place and one unit."
    yield ""
    lines = _described("expressions", [name for name in words if name not in AVERAGES]).values()
    yield from _table(
        ("expression", "result"), ((f"`{call}`", text) for call, _, text in (line.partition(" | ") for line in lines))
    )
    yield ""
    yield f"There is no expression for an average: {', '.join(f'`{name}`' for name in AVERAGES)} are refused."


def _section(entry: Mapping[str, Any], part: str, optional: Sequence[str]) -> Iterator[str]:
    files = ", ".join(f"`{file}`" for file in entry["file"].split(", "))
    yield from ("", f"## {entry['title']}", "", f"{files}. {entry.get('about', '')}".rstrip(), "")
    rows = ((f"`{name}`" + " *(optional)*" * (name in optional), _filled(text)) for name, text in entry[part].items())
    yield from _table((part.removesuffix("s"), "meaning"), rows)


def _matched(
    section: str, part: str, codes: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
) -> Iterator[tuple[Mapping[str, Any], tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Yield each described table or record with the one of the code that has the same names."""
    matched = set()
    for entry in _descriptions()[section]:
        names = set(entry[part])
        nearest = min(codes, key=lambda code: len(names ^ {*code[0], *code[1]}))
        if differing := names ^ {*nearest[0], *nearest[1]}:
            raise Incomplete(
                f"{entry['title']}: only the code or only the description has {', '.join(sorted(differing))}."
            )
        matched.add(nearest)
        yield entry, nearest
    if missing := set(codes) - matched:
        raise Incomplete(f"No entry of {section} describes {sorted(missing)}.")


def _described(section: str, names: Sequence[str]) -> Mapping[str, str]:
    texts: Mapping[str, str] = _descriptions()[section]
    if differing := set(texts) ^ set(names):
        raise Incomplete(f"{section}: only the code or only the description has {', '.join(sorted(differing))}.")
    return {name: texts[name] for name in texts}


def _filled(text: str) -> str:
    """Return the text with the allowed values in place of the name of their type."""
    return re.sub(r"\{([A-Z]\w+)\}", lambda match: _values(match[1]), text)


def _values(name: str) -> str:
    value = next(vars(module)[name] for module in _modules() if name in vars(module))
    if isinstance(value, Mapping):
        return ", ".join(f"`{key}` {words}" for key, words in value.items())
    if isinstance(value, type) and issubclass(value, Enum):
        value = [member.value for member in value]
    return ", ".join(f"`{option}`" for option in (value if isinstance(value, list | tuple) else get_args(value)))


@cache
def _modules() -> tuple[ModuleType, ...]:
    """Return the modules that define a record, a table or a set of allowed values, wherever they are."""
    files = (path for path in sorted((ROOT / "generators").rglob("*.py")) if path.stem != "__init__")
    paths = (path.relative_to(ROOT) for path in files if _CODE.search(path.read_text(encoding="utf-8")))
    return tuple(import_module(".".join(path.with_suffix("").parts)) for path in paths)


@cache
def _descriptions() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((FOLDER / "descriptions.yml").read_text(encoding="utf-8"))
    return found


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


if __name__ == "__main__":
    for file, text in pages().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
