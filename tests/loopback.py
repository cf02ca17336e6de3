"""A server on loopback for a built site, with the headers a strict host would send."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    policy = ""
    below = ""
    fonts_after = 0.0

    def do_GET(self) -> None:
        if self.path.endswith(".woff2"):
            sleep(self.fonts_after)
        super().do_GET()

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """The file for an address; what is not below the site's folder is not there."""
        return super().translate_path(
            path.removeprefix(self.below) if path.startswith(f"{self.below}/") else "/no/file"
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for missing pages, as hosts do, if it has one."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing: a test's output is its verdict."""


@contextmanager
def serving(folder: Path, policy: str = POLICY, below: str = "", fonts_after: float = 0) -> Iterator[str]:
    """The address at which the folder is served, until the block ends.

    `below` is a path such as /sub/dir, `fonts_after` the seconds that each font takes.
    """
    handler = type("_Guarded", (_Quiet,), {"policy": policy, "below": below, "fonts_after": fonts_after})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{below}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
