"""Origin of a figure: the body that first stated it. Rows of one origin are one witness, whoever printed them.

The speaker decides, not the document: a newspaper is the origin only of what it says in its own name.
"""

import re
from collections.abc import Mapping

from generators.model import Body, Party

_CARRIED = re.compile(r", (?:via|as (?:printed|reported|given) by) ")


def lookup_names(said_by: str, speaker: Party | None) -> tuple[str, str]:
    """Return the two names under which a body is looked up: the words as written, and the name they begin with.

    >>> lookup_names("Edda Quill, via The Ferry Post", None)
    ('Edda Quill, via The Ferry Post', 'Edda Quill')
    """
    return said_by, speaker.name if speaker else _CARRIED.split(said_by, maxsplit=1)[0]


def origin(said_by: str, speaker: Party | None, bodies: Mapping[str, Body]) -> str:
    """Return the body that first stated a figure: the one behind either name, else the name itself."""
    names = lookup_names(said_by, speaker)
    return next((bodies[name].name for name in names if name in bodies), names[-1])
