"""Refusal of a command, and errors of the operating system in one line."""

import shutil

from generators.text.wording import plural


class Refused(Exception):
    """Refusal of a command; the message gives the reason and advice."""


def reason_of(error: OSError) -> str:
    """Return the error of the operating system in one line; the first of several."""
    if isinstance(error, shutil.Error):
        path, _, reason = error.args[0][0]
        return f"{path}: {reason} ({plural(len(error.args[0]), 'file')} not copied)."
    return f"{error.filename or 'The system'}: {error.strerror or error}."
