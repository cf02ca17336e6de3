"""Markup planted into each kind of text of the real site is caught at its place; signs that only look like it are letters."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

from generators.checks.active_content import active_content
from generators.model import Catalog, Harm, Templates, Text, Words
from generators.model.problems import Where
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def planted(value: object, name: str, done: set[str]) -> object:
    """The value with a script in each of its texts that says of which noun and key it is."""
    if isinstance(value, str):
        done.add(script := f"<script data-{name}>")
        return value + script
    if isinstance(value, tuple):
        return tuple(planted(each, name, done) for each in value)
    if isinstance(value, Mapping):
        return {key: planted(each, name, done) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Where | Harm | Words | Templates):
        noun = name if isinstance(value, Text) else type(value).__name__
        each = {f.name: planted(getattr(value, f.name), f"{noun}.{f.name}", done) for f in fields(value)}
        return replace(value, **each)
    return value


def test_a_script_in_any_text_of_the_real_site_is_caught() -> None:
    done: set[str] = set()
    broken = planted(real(), "", done)
    assert isinstance(broken, Catalog)
    told = [*active_content(broken)]
    assert {problem.found for problem in told} == done
    assert {"<script data-Source.title>", "<script data-Indicator.unit>", "<script data-Event.at>"} < done
    assert all(problem.where.path for problem in told)
