"""Files as one ZIP whose bytes depend on nothing but theirs: in the given order, with one day for all and the same rights."""

import io
from collections.abc import Iterable
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_PACKED = (".png", ".woff2", ".zip", ".gz", ".parquet")
"""What is packed already is stored as it is."""


def zip_archive(files: Iterable[tuple[str, bytes]], day: date, level: int = 6) -> bytes:
    """The ZIP; `level` from 1, quick, to 9, small."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files:
            file = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            file.create_system = 3
            file.external_attr = 0o644 << 16
            archive.writestr(file, content, ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED, level)
    return out.getvalue()
