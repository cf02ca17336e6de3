"""Suppressions: each silences one check in one place, with a reason. An unused one is a problem."""

from collections.abc import Iterator, Mapping, Sequence

from generators.model import Silence
from generators.model.problems import Problem, did_you_mean


def heard(silences: Sequence[Silence], told: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """What the checks told, by their names, without what is silenced; then every silence that is wrong itself."""
    yield from unsilenced(silences, told)
    for silence in silences:
        yield from _itself(silence, told)


def unsilenced(silences: Sequence[Silence], told: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """What the checks told, by their names, without what is silenced."""
    for name, problems in told.items():
        yield from (problem for problem in problems if not any(_covers(each, name, problem) for each in silences))


def _itself(silence: Silence, told: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """What is wrong with a silence."""
    if silence.check not in told:
        yield _unknown(silence, told)
    elif not any(_covers(silence, silence.check, problem) for problem in told[silence.check]):
        yield _idle(silence)
    elif len(files := {p.where.path for p in told[silence.check] if _covers(silence, silence.check, p)}) > 1:
        yield _wide(silence, files)


def _covers(silence: Silence, name: str, problem: Problem) -> bool:
    return silence.check == name and silence.at in str(problem)


def _unknown(silence: Silence, names: Mapping[str, object]) -> Problem:
    return Problem(
        where=silence.where.part("check"),
        subject="check",
        found=silence.check,
        expected="the name of a check",
        advice=did_you_mean(silence.check, names),
    )


def _wide(silence: Silence, files: set[str]) -> Problem:
    return Problem(
        where=silence.where.part("at"),
        subject="at",
        found=silence.at,
        expected=f"a place in one file, not in {len(files)}",
        advice=f"Write one entry for each, with its own reason: {', '.join(sorted(files)[:4])}.",
    )


def _idle(silence: Silence) -> Problem:
    return Problem(
        where=silence.where.part("at"),
        subject="at",
        found=silence.at,
        expected=f"part of a problem that {silence.check} reports",
        advice="Remove the entry, or copy part of the line as it is printed.",
    )
