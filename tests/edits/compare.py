"""`make compare` builds the site with its cache and without one, and prints the files that differ, byte for byte."""

import filecmp
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.build.engine import new_site
from generators.build.errors import Refused
from tests.fixtures.folders import copied


def main(root: Path) -> int:
    """Compare both builds; return 1 if they differ, or if the site cannot be built."""
    try:
        number, different = _compared(root)
    except Refused as refused:
        print(refused)
        return 1
    for path in different:
        print(f"{path} is another file with the cache")
    print(f"{number} files compared, {len(different)} differ")
    return 1 if different else 0


def _compared(root: Path) -> tuple[int, list[str]]:
    """Return the number of files in both sites, and those that are not the same."""
    with TemporaryDirectory() as place:
        copy = copied(root, Path(place) / "copy")
        with new_site(root, print) as cached, new_site(copy, print) as clean:
            paths = sorted({path for site in (cached, clean) for path in _files(site)})
            return len(paths), [path for path in paths if not _same(cached / path, clean / path)]


def _files(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
