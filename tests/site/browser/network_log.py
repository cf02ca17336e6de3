"""What a page said, asked for and broke while it was open."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", event => violations.push(
  `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile || ""}:${event.lineNumber} ${event.sample || ""}`));
"""


@dataclass
class Witness:
    """What a page said and asked for while it was open."""

    host: str
    said: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Listen to the page from now on."""
        page.add_init_script(_VIOLATIONS)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append(message.text.partition("\n")[0])

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.netloc != self.host:
            self.outside.append(request.url)
