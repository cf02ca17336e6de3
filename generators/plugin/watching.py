"""Saves of files, by events of the operating system; reading a file, as a build does, is none."""

from collections.abc import Callable, Collection
from pathlib import Path
from threading import Lock, Timer

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET = 0.03
"""Seconds without an event after which a save is complete; editors write a file in several steps."""
_READING = frozenset({"opened", "closed_no_write"})


class _Saves(FileSystemEventHandler):
    """Collects the paths of changed files until nothing has happened for a moment."""

    def __init__(self, saved: Callable[[Collection[Path]], None]) -> None:
        self._saved = saved
        self._paths: set[Path] = set()
        self._lock = Lock()
        self._timer: Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the file, and begin to wait anew."""
        if event.is_directory or event.event_type in _READING:
            return
        with self._lock:
            self._paths |= {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
            if self._timer:
                self._timer.cancel()
            self._timer = Timer(_QUIET, self._tell)
            self._timer.daemon = True
            self._timer.start()

    def _tell(self) -> None:
        with self._lock:
            paths, self._paths = self._paths, set()
        if paths:
            self._saved(paths)


class _OneFile(FileSystemEventHandler):
    """Passes on the events of one file in its folder: an editor may put a new file in its place."""

    def __init__(self, path: Path, saves: _Saves) -> None:
        self._path, self._saves = path, saves

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on an event of the file."""
        if str(self._path) in (event.src_path, event.dest_path):
            self._saves.on_any_event(event)


def watch(server: LiveReloadServer, saved: Callable[[Collection[Path]], None]) -> None:
    """Call the function after each save in what the server watches, or will watch, instead of polling."""
    observer, saves = Observer(), _Saves(saved)
    watched: dict[str, int] = vars(server)["_watched_paths"]

    def add(name: str, func: None = None, *, recursive: bool = True) -> None:
        del func
        path = Path(name).resolve()
        watched[str(path)] = 1
        if path.is_dir():
            observer.schedule(saves, str(path), recursive=recursive)
        else:
            observer.schedule(_OneFile(path, saves), str(path.parent))

    names = [*watched]
    watched.clear()
    setattr(server, "observer", observer)  # noqa: B010 - the engine's polls twice a second
    setattr(server, "watch", add)  # noqa: B010
    for name in names:
        add(name)
