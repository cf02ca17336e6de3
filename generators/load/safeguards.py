"""content/harm.yml and content/names.yml: lists for the do-no-harm checks."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generators.load.formats.reading import Reading
from generators.load.formats.text_files import is_there
from generators.load.formats.yaml_records import Keys, record_file, records_file
from generators.model import Harm

PATH = "content/harm.yml"
NAMES = "content/names.yml"
_KEYS = Keys(needed=(), optional=("beside_names", "small_cells", "refused_hosts", "allowed_hosts"))
_HOST = Keys(needed=("host", "why"))
_NAME = Keys(needed=("name", "why"))


def load_safeguards(root: Path) -> Reading[Harm]:
    """Return both lists, empty without a file."""
    names = yield from _names(root)
    record = (yield from record_file(root, PATH, _KEYS)) if is_there(root, PATH) else None
    if record is None:
        return Harm(names=names)
    hosts = {}
    for host in (yield from record.records("allowed_hosts", _HOST)):
        hosts[(yield from host.text("host"))] = yield from host.text("why")
    return Harm(
        beside_names=(yield from record.texts("beside_names")),
        small_cells=(yield from record.texts("small_cells")),
        refused_hosts=(yield from record.texts("refused_hosts")),
        allowed_hosts=MappingProxyType(hosts),
        names=names,
    )


def _names(root: Path) -> Reading[Mapping[str, str]]:
    names = {}
    for record in (yield from records_file(root, NAMES, _NAME)):
        names[(yield from record.text("name"))] = yield from record.text("why")
    return MappingProxyType(names)
