"""data/<topic>/: datasets, each a table and a sidecar with the same name."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generators.load import dataset_metadata
from generators.load.formats.csv_tables import load_table
from generators.load.formats.reading import Field, Reading, read_each, slug_of_file, unclaimed
from generators.load.formats.remembered import remembered
from generators.load.formats.text_files import folders, is_there, paths_below
from generators.load.observations import COLUMNS, OPTIONAL, observation
from generators.load.reference_data import Ground
from generators.model import Dataset
from generators.model.problems import Problem, Where
from generators.model.release import FOLDER


def load_datasets(root: Path, ground: Ground) -> Reading[Mapping[str, Dataset]]:
    """Return the datasets by id, in the order of topics and names."""
    datasets: dict[str, Dataset] = {}
    files: dict[str, Where] = {}
    for stem in _stems(root):
        where = Where(path=f"{stem}.csv" if is_there(root, f"{stem}.csv") else f"{stem}.yml")
        name = yield from slug_of_file(where.path)
        if (yield from unclaimed(Field(subject="file name", text=name, where=where), files)):
            files[name] = where
            dataset = yield from remembered(
                partial(_dataset, root, stem, ground), root, [f"{stem}.csv", f"{stem}.yml"], ground
            )
            if dataset is not None:
                datasets[name] = dataset
    return MappingProxyType(datasets)


def _stems(root: Path) -> tuple[str, ...]:
    """Return the paths of all datasets without extensions."""
    topics = (folder for name in folders(root, "data") if (folder := f"data/{name}") != FOLDER)
    paths = (path for folder in topics for e in (".csv", ".yml") for path in paths_below(root, folder, e))
    return tuple(sorted({path[:-4] for path in paths}))


def _dataset(root: Path, stem: str, ground: Ground) -> Reading[Dataset | None]:
    if not is_there(root, f"{stem}.csv"):
        yield _missing_file(stem, ".csv", ".yml")
        return None
    if not is_there(root, f"{stem}.yml"):
        if (yield from load_table(root, f"{stem}.csv", COLUMNS, OPTIONAL)):
            yield _missing_file(stem, ".yml", ".csv")
        return None
    dataset = yield from dataset_metadata.load_dataset_metadata(root, f"{stem}.yml", ground)
    rows = yield from load_table(root, f"{stem}.csv", COLUMNS, OPTIONAL)
    if rows is None or dataset is None:
        return None
    if rows.whole and not rows.rows:
        below = Where(path=rows.path, line=2)
        yield Problem(where=below, subject="rows", expected="at least one row below the header")
    observations = yield from read_each(rows.rows, lambda row: observation(row, dataset, ground))
    return replace(dataset, observations=observations)


def _missing_file(stem: str, absent: str, present: str) -> Problem:
    noun = "sidecar" if absent == ".yml" else "table"
    return Problem(
        where=Where(path=f"{stem}{present}"),
        subject=noun,
        expected=f"{stem}{absent} beside this file",
        advice="Every dataset is a .csv and a .yml file with the same name.",
    )
