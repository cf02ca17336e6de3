"""Work on all cores: forked processes, which share what has been read. Where there is no fork, all work is done here."""

import gc
import os
import pickle
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")
_FEWEST = 4
"""Values below which a process costs more than it saves."""
_alone = False
_TURNS = 256
"""Most portions that values are dealt out in: each is a byte, which one process takes out of a pipe."""


def mapped(
    function: Callable[[Value], Result], values: Sequence[Value], first: Callable[[], object] | None = None
) -> list[Result]:
    """Return the result for each value, in their order. What a process does not finish, by an error or a kill, is done here.

    `first` is work that this process does while the others begin.

    >>> mapped(abs, [-1, 2, -3, 4, -5])
    [1, 2, 3, 4, 5]
    """
    others = min(cores(), len(values)) - 1 if len(values) >= _FEWEST else 0
    results = _dealt(function, values, others, first=first) if others else {}
    if first and not others:
        first()
    return [results[number] if number in results else function(value) for number, value in enumerate(values)]


def apart(function: Callable[[Value], object], values: Sequence[Value]) -> None:
    """Run the function for each value in other processes, for what it stores on disk; errors are left to who asks for it again.

    Nothing runs here: a library with threads of its own, such as the renderer, must not start in a process that forks it later.
    """
    if len(values) > 1 and cores() > 1:
        _dealt(function, values, min(cores(), len(values)), here=False)


def cores() -> int:
    """Return how many processes can work at a time; one where a fork is not safe, as with the system libraries of macOS."""
    if _alone or not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_alone() -> None:
    """Start no process from now on: one that has threads would leave their locks closed in its children."""
    globals()["_alone"] = True


def _dealt(
    function: Callable[[Value], Result],
    values: Sequence[Value],
    processes: int,
    *,
    here: bool = True,
    first: Callable[[], object] | None = None,
) -> dict[int, Result]:
    """Return the results that other processes, and this one, have come to, by number of the value."""
    turns, end = os.pipe()
    portion = -(-len(values) // _TURNS)
    os.write(end, bytes(range(-(-len(values) // portion))))
    os.close(end)
    gc.freeze()  # what was read before stays on shared pages
    started: list[tuple[ForkProcess, Connection]] = []
    with suppress(OSError):  # a system that allows no more processes: the work is done by fewer
        for _ in range(processes):
            started.append(_started(function, values, portion, turns))
    gc.unfreeze()
    try:
        if first:
            first()
        results = dict(_portions(function, values, portion, turns)) if here else {}
        for _, connection in started:
            with suppress(EOFError, OSError, pickle.UnpicklingError):
                results |= pickle.loads(connection.recv_bytes())  # noqa: S301 - of a process of our own
    finally:
        os.read(turns, _TURNS)  # after an error here, the others stop as well
        os.close(turns)
        for process, connection in started:
            connection.close()
            process.join()
    return results


def _portions(
    function: Callable[[Value], Result], values: Sequence[Value], portion: int, turns: int
) -> Iterator[tuple[int, Result]]:
    """Yield the results of the portions that this process takes, each with the number of its value."""
    while turn := os.read(turns, 1):
        for number in range(turn[0] * portion, min((turn[0] + 1) * portion, len(values))):
            yield number, function(values[number])


def _started(
    function: Callable[[Value], Result], values: Sequence[Value], portion: int, turns: int
) -> tuple[ForkProcess, Connection]:
    context = get_context("fork")
    connection, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(function, values, portion, turns, there), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads hold no lock that the work needs
        process.start()
    there.close()
    return process, connection


def _send(
    function: Callable[[Value], Result], values: Sequence[Value], portion: int, turns: int, there: Connection
) -> None:
    """Send the results and end; an error sends nothing."""
    try:
        there.send_bytes(pickle.dumps(dict(_portions(function, values, portion, turns)), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)  # without a word, and without closing what the parent has opened
