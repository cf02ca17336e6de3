"""`mkdocs serve` with error pages: every request shows the errors of a failed build until a build succeeds.

The engine's server would stop at an error in the first build, and block requests after one in a later build. Its inline
reload script is forbidden by the content policy; here it is a file.
"""

import logging
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from generators.build.static_files import THEME
from generators.components.csp import PLAIN_HEAD

_STYLE = "text.css"
_RELOAD = "livereload.js"
_POLL = "/livereload/"
_SCRIPT = """(function poll() {{
  fetch("/livereload/{epoch}/{epoch}").then((answer) => answer.text()).then((now) => {{
    if (Number(now) > {epoch}) location.reload(); else poll();
  }}).catch(() => setTimeout(poll, 1000));
}})();
"""
_PAGE = (
    '<!doctype html><html lang="en"><head>{head}<noscript><meta http-equiv="refresh" content="5"></noscript><title>The site cannot be built</title>'
    f'<link rel="stylesheet" href="/{_STYLE}"></head><body><h1>The site cannot be built</h1>'
    "<p>Fix the files and save them: this page then becomes the page again.</p>{lines}</body></html>"
)
_BUG = "This is an error of the program, not of your files. Please report it with these lines:"
_LOWEST, _USUAL, _HIGHEST = 1024, 8000, 65535
"""Lowest and highest port without privileges, and the port that is proposed in place of others."""
log = get_plugin_logger("briefings")


class Preview:
    """State of a server: the failure of the last build, if it failed."""

    def __init__(self) -> None:
        self.failure = ""
        self._started = False

    def start(self) -> None:
        """Guard every build of the server that is about to start, the first one too."""
        build = serve.build  # type: ignore[attr-defined]

        def guarded(config: MkDocsConfig, **options: Any) -> None:
            if not self._started:
                _refuse_taken(config)
            self._started = True
            with self._watch():
                build(config, **options)
                self.failure = ""

        serve.build = guarded  # type: ignore[attr-defined]  # there is no event around the first build

    def attach(self, server: LiveReloadServer) -> LiveReloadServer:
        """Return the server with guarded answers and guarded builds, reading of the settings included."""
        builder, answer = server.builder, server.serve_request

        def build(*arguments: object) -> None:
            with self._watch():
                builder(*arguments)

        def respond(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].lstrip("/")
            if path == _RELOAD:
                return _respond(start, "200 OK", "text/javascript", _reloading(environ))
            if self.failure and path == _STYLE:
                style = THEME / "assets" / "css" / _STYLE
                return _respond(start, "200 OK", "text/css", style.read_text(encoding="utf-8"))
            if self.failure and not environ["PATH_INFO"].startswith(_POLL):
                return _respond(start, "500 Internal Server Error", "text/html", _page(self.failure, _epoch(server)))
            return answer(environ, start)

        server.builder = build
        server.set_app(respond)
        setattr(server, "_inject_js_into_html", _with_script)  # noqa: B010 - the engine has no other way to it
        return server

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


def _respond(start: StartResponse, status: str, kind: str, text: str) -> list[bytes]:
    content = text.encode()
    start(status, [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(content)))])
    return [content]


def _page(failure: str, epoch: int) -> str:
    """Return the page that replaces all others: a paragraph for each line, or a traceback as it is."""
    text = escape(failure, quote=False)
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    body = f'<pre class="wide">{text}</pre>' if _BUG in failure else body
    return _with_script(_PAGE.format(head=PLAIN_HEAD, lines=body).encode(), epoch).decode()


def _epoch(server: LiveReloadServer) -> int:
    """Return the number of the last build, successful or not."""
    return int(vars(server)["_visible_epoch"])


def _with_script(content: bytes, epoch: int) -> bytes:
    """Return the page with the script that reloads it after a later build."""
    before, end, after = content.rpartition(b"</body>")
    return b"".join((before, b'<script src="/%b?%d"></script>' % (_RELOAD.encode(), epoch), end, after))


def _reloading(environ: WSGIEnvironment) -> str:
    epoch = environ.get("QUERY_STRING", "")
    return _SCRIPT.format(epoch=epoch if epoch.isascii() and epoch.isdigit() else 0)
