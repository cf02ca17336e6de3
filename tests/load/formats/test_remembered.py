"""A file is read once as long as its bytes are the same; its problems are told each time."""

from pathlib import Path

from generators.load.formats.reading import Reading, gathered
from generators.load.formats.remembered import remembered
from generators.model.problems import Problem, Where


def test_only_changed_files_are_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1", "utf-8")
    times: list[str] = []

    def read() -> Reading[str]:
        text = (tmp_path / "a.csv").read_text("utf-8")
        times.append(text)
        yield Problem(where=Where(path="a.csv"), subject="cell", expected=f"another number than {text}")
        return text

    ground = object()
    first = gathered(remembered(read, tmp_path, ["a.csv"], ground))
    assert first[0] == "1"
    assert gathered(remembered(read, tmp_path, ["a.csv"], ground)) == first
    assert times == ["1"]
    (tmp_path / "a.csv").write_text("2", "utf-8")
    value, problems = gathered(remembered(read, tmp_path, ["a.csv"], ground))
    assert (value, [problem.expected for problem in problems]) == ("2", ["another number than 2"])
    gathered(remembered(read, tmp_path, ["a.csv"], object()))
    assert times == ["1", "2", "2"], "other ground is another reading"


def test_a_file_that_cannot_be_read_is_read_by_its_own_reader(tmp_path: Path) -> None:
    def read() -> Reading[None]:
        yield Problem(where=Where(path="a.csv"), subject="file", expected="this file to exist")

    for _ in range(2):
        assert len(gathered(remembered(read, tmp_path, ["a.csv"]))[1]) == 1
