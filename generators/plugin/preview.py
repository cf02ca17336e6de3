"""`mkdocs serve` with fresh pages: what is asked for after a save is made first, and the rest of the site follows.

A mistake is shown on the last good pages, or on a page of its own before there are any. The engine's server would stop at an
error in the first build, block requests during and after a later one, and put a script into pages that the policy forbids.
"""

import logging
import traceback
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from threading import Event, Lock
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from generators import processes
from generators.build import static_files
from generators.build.static_files import THEME
from generators.components.templates import render_alone
from generators.plugin import epochs, watching
from generators.plugin.fresh_pages import FreshPages

_STYLE = "text.css"
_RELOAD = "livereload.js"
_POLL = "/livereload/"
_SCRIPT = """(function () {{
  var epoch = {epoch};
  function page() {{
    return fetch(location.pathname).then((answer) => answer.text()).then((text) => text.replace(/livereload.js.[0-9]+/, ""));
  }}
  page().then(function (before) {{
    (function poll() {{
      fetch("/livereload/" + epoch + "/" + epoch).then((answer) => answer.text()).then(function (now) {{
        if (!(Number(now) > epoch)) return poll();
        epoch = Number(now);
        return page().then((after) => (after === before ? poll() : location.reload()));
      }}).catch(() => setTimeout(poll, 1000));
    }})();
  }});
}})();
"""
"""Reloads a page if it has become another; it then stays where it was."""
_BANNER_STYLE = """.build-failure { position: fixed; z-index: 100; inset: auto 0 0; max-height: 45vh; overflow: auto; padding: 0.6rem 1rem;
  background: #fff; color: #111; border-top: 4px solid #b3261e; font-size: 0.8rem; }
.build-failure h2 { margin: 0; font-size: 0.9rem; }
.build-failure p { margin: 0.3rem 0; }
"""
_FIRST = 0.7
"""Seconds that a build waits for the page that somebody looks at."""
_BUG = "This is an error of the program, not of your files. Please report it with these lines:"
_LOWEST, _USUAL, _HIGHEST = 1024, 8000, 65535
"""Lowest and highest port without privileges, and the port that is proposed in place of others."""
log = get_plugin_logger("briefings")


class Preview:
    """State of a server: the folder of the last complete site, newer pages, and the mistakes of the last save."""

    def __init__(self) -> None:
        self.failure = ""
        self.fresh = FreshPages()
        self._folder: Path | None = None
        self._files = 0
        """Number of saves of files that pages load."""
        self._answered = Event()
        self._saving = Lock()
        self._started = False

    def start(self) -> None:
        """Guard every build of the server that is about to start, the first one too."""
        build = serve.build  # type: ignore[attr-defined]

        def guarded(config: MkDocsConfig, **options: Any) -> None:
            if not self._started:
                _refuse_taken(config)
            self._started = True
            saves = self.fresh.saves
            with self._watch():
                build(config, **options)
                self.failure = self.failure if saves != self.fresh.saves else ""

        serve.build = guarded  # type: ignore[attr-defined]  # there is no event around the first build

    def next_folder(self, folder: str) -> str:
        """Return the folder for the next build, which is not that of the last complete site."""
        return str(next(path for name in ("a", "b") if (path := Path(folder, name)) != self._folder))

    def complete(self, folder: Path) -> None:
        """Serve this folder from now on."""
        self._folder = folder

    def attach(self, server: LiveReloadServer, theme: Path, content: Path) -> LiveReloadServer:
        """Return the server with our answers, our events and guarded builds, reading of the settings included."""
        builder = server.builder
        processes.work_alone()  # requests are threads

        def build(*arguments: object) -> None:
            epochs.unblock(server)
            self._answered.wait(_FIRST)
            with self._watch():
                builder(*arguments)
            self._serve_folder(server)
            epochs.finish(server)

        self._serve_folder(server)
        server.builder = build
        server.set_app(partial(self._respond, server, server.serve_request))
        setattr(server, "_inject_js_into_html", self._with_script)  # noqa: B010 - the engine has no other way to it
        watching.watch(server, partial(self._saved, server, (theme, content)))
        return server

    def _serve_folder(self, server: LiveReloadServer) -> None:
        server.root = str(self._folder or server.root)

    def _saved(self, server: LiveReloadServer, folders: Sequence[Path], paths: Collection[Path]) -> None:
        """Show what was saved; unless it has mistakes, the site is built then. An error is left to that build, which reports it."""
        with self._saving:
            try:
                self._show(server, folders, paths)
            except Exception:
                self.failure = ""
            if not self.failure:
                epochs.rebuild(server)

    def _show(self, server: LiveReloadServer, folders: Sequence[Path], paths: Collection[Path]) -> None:
        """Take over what was saved, and let browsers ask for their pages again."""
        files = [asset for folder in folders for asset in static_files.saved_files(folder, paths)]
        if files and self._folder:
            static_files.write_files(self._folder, files)
            self._files += 1
        self._answered.clear()
        problems = self.fresh.save()
        if problems:
            log.error(problems)
        self.failure = problems
        epochs.advance(server)

    def _respond(
        self, server: LiveReloadServer, answer: WSGIApplication, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"].removeprefix(server.mount_path).lstrip("/")
        if environ["PATH_INFO"] == f"/{_RELOAD}":
            return _sent(start, "200 OK", "text/javascript", _reloading(environ))
        if environ["PATH_INFO"] == "/preview.css":
            return _sent(start, "200 OK", "text/css", _BANNER_STYLE)
        if self.failure and environ["PATH_INFO"] == f"/{_STYLE}":
            style = THEME / "assets" / "css" / _STYLE
            return _sent(start, "200 OK", "text/css", style.read_text(encoding="utf-8"))
        if self.failure and not self._folder and not environ["PATH_INFO"].startswith(_POLL):
            whole = self._with_script(_rendered("build_failure", self.failure), epochs.visible(server))
            return _sent(start, "500 Internal Server Error", "text/html", whole.decode())
        page = self._fresh_page(path if path and path[-1] != "/" else f"{path}index.html")
        if page is None:
            return answer(environ, start)
        return _sent(start, "200 OK", "text/html", self._with_script(page, epochs.visible(server)).decode())

    def _fresh_page(self, address: str) -> bytes | None:
        """Return a page that is newer than the complete site; an error in it is left to the build."""
        if not address.endswith(".html") or self._folder is None:
            return None
        try:
            return self.fresh.html(address, self._folder)
        except Exception:  # the build that follows reports it
            return None
        finally:
            self._answered.set()

    def _with_script(self, content: bytes, epoch: int) -> bytes:
        """Return the page with the mistakes of the last save, and with the script that reloads it."""
        before, end, after = content.rpartition(b"</body>")
        failure = self.failure if self._folder else ""
        added = _rendered("preview_end", failure, script=f"{_RELOAD}?{epoch}.{self._files}")
        return b"".join((before, added, end, after))

    @contextmanager
    def _watch(self) -> Iterator[None]:
        """Store any exception as the failure, with the engine's log before it."""
        handler = _Collected()
        logging.getLogger("mkdocs").addHandler(handler)
        try:
            yield
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a library's panic is no Exception
            self.failure = "\n".join((*handler.lines, _error_text(error)))
            log.error(_error_text(error))  # noqa: TRY400 - the traceback is in it where it helps
        finally:
            logging.getLogger("mkdocs").removeHandler(handler)


class _Collected(logging.Handler):
    """Handler that collects the engine's log before it stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _error_text(error: BaseException) -> str:
    """Return a maintainer's error in its own words, any other as a bug with its traceback."""
    if isinstance(error, MkDocsException):
        return error.format_message().strip()
    if isinstance(error, SystemExit):
        return str(error)
    return f"{_BUG}\n{''.join(traceback.format_exception(error))}"


def _refuse_taken(config: MkDocsConfig) -> None:
    """Refuse an address that cannot be served, such as another server's, before anything is built."""
    host, port = config.dev_addr
    with socket(AF_INET6 if ":" in host else AF_INET) as probe:
        probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            other = port + 1 if _LOWEST <= port < _HIGHEST else _USUAL
            raise Abort(f"\n{host}:{port} cannot be served: {reason}. Try: make serve PORT={other}") from None


def _sent(start: StartResponse, status: str, kind: str, text: str) -> list[bytes]:
    content = text.encode()
    start(status, [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(content)))])
    return [content]


def _rendered(template: str, failure: str, **values: str) -> bytes:
    """Return what a template makes of a failure."""
    return render_alone(template, failure=failure, is_bug=_BUG in failure, **values).encode()


def _reloading(environ: WSGIEnvironment) -> str:
    epoch = environ.get("QUERY_STRING", "").partition(".")[0]
    return _SCRIPT.format(epoch=epoch if epoch.isascii() and epoch.isdigit() else 0)
