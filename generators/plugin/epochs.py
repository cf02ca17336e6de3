"""Numbers of the states of a served site: browsers wait for a higher one, and the engine's server holds requests back between two."""

import time

from mkdocs.livereload import LiveReloadServer


def visible(server: LiveReloadServer) -> int:
    """Return the number of the state that is served."""
    return int(vars(server)["_visible_epoch"])


def unblock(server: LiveReloadServer) -> None:
    """Answer requests during a build that has begun, from what there is."""
    with vars(server)["_epoch_cond"]:
        vars(server)["_wanted_epoch"] = visible(server)
        vars(server)["_epoch_cond"].notify_all()


def finish(server: LiveReloadServer) -> None:
    """Give the state that a build has made a number; the server makes it visible."""
    vars(server)["_wanted_epoch"] = _next(server)


def advance(server: LiveReloadServer) -> None:
    """Make a new state visible at once."""
    with vars(server)["_epoch_cond"]:
        vars(server)["_visible_epoch"] = vars(server)["_wanted_epoch"] = _next(server)
        vars(server)["_epoch_cond"].notify_all()


def rebuild(server: LiveReloadServer) -> None:
    """Ask for a build of the whole site."""
    with vars(server)["_rebuild_cond"]:
        vars(server)["_want_rebuild"] = True
        vars(server)["_rebuild_cond"].notify_all()


def _next(server: LiveReloadServer) -> int:
    return max(visible(server) + 1, round(time.monotonic() * 1000))
