"""Suppressions: each silences one check in one place, with a reason. An unused one is a problem."""

from collections.abc import Iterator, Mapping, Sequence

from generators.model import Silence
from generators.model.problems import Problem, did_you_mean


def heard(silences: Sequence[Silence], by_check: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """Yield the problems of all checks that are not silenced, then the problems of the silences themselves."""
    yield from unsilenced(silences, by_check)
    for silence in silences:
        yield from _silence_problems(silence, by_check)


def unsilenced(silences: Sequence[Silence], by_check: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """Yield the problems of all checks that are not silenced."""
    for name, problems in by_check.items():
        yield from (problem for problem in problems if not any(_covers(silence, name, problem) for silence in silences))


def _silence_problems(silence: Silence, by_check: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """Yield the problem of a silence, if it has one."""
    if silence.check not in by_check:
        yield _unknown_check(silence, by_check)
    elif not any(_covers(silence, silence.check, problem) for problem in by_check[silence.check]):
        yield _unused_silence(silence)
    elif len(files := {p.where.path for p in by_check[silence.check] if _covers(silence, silence.check, p)}) > 1:
        yield _ambiguous_place(silence, files)


def _covers(silence: Silence, name: str, problem: Problem) -> bool:
    return silence.check == name and silence.at in str(problem)


def _unknown_check(silence: Silence, names: Mapping[str, object]) -> Problem:
    return Problem(
        where=silence.where.part("check"),
        subject="check",
        found=silence.check,
        expected="the name of a check",
        advice=did_you_mean(silence.check, names),
    )


def _ambiguous_place(silence: Silence, files: set[str]) -> Problem:
    return Problem(
        where=silence.where.part("at"),
        subject="at",
        found=silence.at,
        expected=f"a place in one file, not in {len(files)}",
        advice=f"Write one entry for each, with its own reason: {', '.join(sorted(files)[:4])}.",
    )


def _unused_silence(silence: Silence) -> Problem:
    return Problem(
        where=silence.where.part("at"),
        subject="at",
        found=silence.at,
        expected=f"part of a problem that {silence.check} reports",
        advice="Remove the entry, or copy part of the line as it is printed.",
    )
