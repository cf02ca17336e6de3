"""Formatting, lint and types, as tests: `make test` then says everything in one summary. `make check` runs them bare."""

import pytest

from tests.conftest import Run

TOOLS = {
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("mypy", "--no-error-summary"),
}


@pytest.mark.slow
@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_tool_has_nothing_to_say(command: tuple[str, ...], run: Run) -> None:
    run(*command)
