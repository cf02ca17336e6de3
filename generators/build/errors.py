"""Refusal of a command, and errors of the operating system in one line."""

import shutil

from generators.text.wording import plural


class Refused(Exception):
    """What was asked for cannot be done; the message says why and what to do instead."""


def reason_of(error: OSError) -> str:
    """What the system refused, of several refusals the first; such as a full disk."""
    if isinstance(error, shutil.Error):
        path, _, reason = error.args[0][0]
        return f"{path}: {reason} ({plural(len(error.args[0]), 'file')} not copied)."
    return f"{error.filename or 'The system'}: {error.strerror or error}."
