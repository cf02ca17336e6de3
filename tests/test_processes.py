"""Work in other processes: the same results in the same order, whatever becomes of a process."""

import os
import signal
import time
from pathlib import Path

import pytest

from generators import processes
from generators.processes import apart, mapped

MANY = range(1000)
PATIENCE = 60
"""Seconds."""


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 3)


def test_results_are_in_the_order_of_the_values() -> None:
    assert mapped(lambda number: number * 2, MANY) == [number * 2 for number in MANY]


def test_other_processes_take_part(tmp_path: Path) -> None:
    """However busy the machine is: each waits for the others."""
    end = time.monotonic() + PATIENCE

    def met(_: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        while len(os.listdir(tmp_path)) < 3 and time.monotonic() < end:
            time.sleep(0.01)
        return os.getpid()

    assert len(set(mapped(met, range(60)))) == 3


def test_an_error_in_another_process_is_raised_here() -> None:
    here = os.getpid()

    def broken_elsewhere(number: int) -> int:
        if os.getpid() != here or number == 999:
            raise ValueError(number)
        return number

    with pytest.raises(ValueError, match="999"):
        mapped(broken_elsewhere, MANY)


def test_what_a_killed_process_had_taken_is_done_here() -> None:
    here = os.getpid()

    def killed_elsewhere(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert mapped(killed_elsewhere, MANY) == [*MANY]


def test_a_result_that_cannot_be_sent_is_worked_out_here() -> None:
    results = mapped(lambda number: (number, lambda: None), MANY)
    assert [number for number, _ in results] == [*MANY]


def test_work_apart_runs_in_no_case_here(tmp_path: Path) -> None:
    here = os.getpid()

    def write(number: int) -> None:
        assert os.getpid() != here
        (tmp_path / str(number)).touch()
        raise ValueError  # is nobody's concern

    apart(write, range(20))
    assert len(list(tmp_path.iterdir())) >= 3


def test_one_core_does_all_work_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 1)
    assert set(mapped(lambda _: os.getpid(), MANY)) == {os.getpid()}


def test_this_process_does_its_own_work_first_and_then_takes_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    assert mapped(abs, MANY, first=lambda: done.append("beside")) == [*MANY]
    monkeypatch.setattr(processes, "cores", lambda: 1)
    assert mapped(abs, MANY, first=lambda: done.append("alone")) == [*MANY]
    assert done == ["beside", "alone"]
