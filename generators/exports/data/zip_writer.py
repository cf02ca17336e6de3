"""ZIP whose bytes depend only on the files: in the given order, with one date and the same permissions for all."""

import io
from collections.abc import Iterable
from datetime import date
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_PACKED = (".png", ".woff2", ".zip", ".gz", ".parquet")
"""Extensions of compressed files, which are stored as they are."""


def zip_archive(files: Iterable[tuple[str, bytes]], day: date, level: int = 6) -> bytes:
    """Return the ZIP; `level` is from 1, fast, to 9, small."""
    out = io.BytesIO()
    write_zip(out, files, day, level)
    return out.getvalue()


def write_zip(out: IO[bytes], files: Iterable[tuple[str, bytes]], day: date, level: int) -> None:
    """Write the ZIP, holding one file at a time."""
    with ZipFile(out, "w") as archive:
        for name, content in files:
            file = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            file.create_system = 3
            file.external_attr = 0o644 << 16
            archive.writestr(file, content, ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED, level)
