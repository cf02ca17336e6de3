"""How soon a chart is seen, and for how many bytes: a page of ours, and the same page with its chart drawn by vega-embed.

`make bench`, or `python -m tests.bench.charts ROUNDS`. Both in turn in one browser, on a line of 1.6 Mb/s with 150 ms to the
server and a processor four times slower, cache empty, everything compressed. Seen is the first frame after the chart has marks.
"""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

import vl_convert
from playwright.sync_api import Browser, sync_playwright

from generators.analysis.chart_selection import expanded
from generators.build import pipeline
from generators.charts.data.chart_data import chart_data
from generators.charts.frames import WIDE
from generators.charts.render.specification import vega_lite
from generators.charts.render.vega_runtime import VEGA_LITE
from tests.bench.build import ENVIRONMENT, ROOT
from tests.fixtures.browser_launch import FLAGS, chromium

OURS, THEIRS = "ours", "vega-embed"
_SEEN = """
const look = () => {
  const marks = document.querySelectorAll(".chart-body :is(svg path, canvas)");
  if ([...marks].some(mark => mark.getClientRects().length)) requestAnimationFrame(() => window.seen = performance.now());
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


class _Compressed(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        body = gzip.compress(path.read_bytes()) if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip" if body else "identity")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing: the table is what is said."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def pages(site: Path) -> dict[str, str]:
    """The address of a page with one chart, and of its copy in which vega-embed draws that chart."""
    catalog = pipeline.load_checked(ROOT)
    charts = expanded(catalog)
    page, slug = next(_with_one_chart(site))
    spec = charts[slug]
    drawn = json.dumps(vega_lite(chart_data(spec, catalog), WIDE))
    bundle = vl_convert.javascript_bundle(vl_version=VEGA_LITE)  # type: ignore[call-arg]
    code = f'(() => {{{bundle}}})();\nvegaEmbed(document.querySelector(".chart-body"), {drawn}, {{actions: false}});'
    (site / "embed.js").write_text(code, encoding="utf-8")
    html = page.read_text(encoding="utf-8")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = re.sub(r'(<div class="chart-body"[^>]*>).*?(</div>)', r"\1\2", html, count=1, flags=re.DOTALL)
    root = "../" * (len(page.relative_to(site).parts) - 1)
    copy = page.with_name(f"embedded-{page.name}")
    copy.write_text(html.replace("</head>", f'<script src="{root}embed.js" defer></script></head>'), encoding="utf-8")
    return {OURS: page.relative_to(site).as_posix(), THEIRS: copy.relative_to(site).as_posix()}


def _with_one_chart(site: Path) -> Iterator[tuple[Path, str]]:
    for page in sorted(site.glob("datasets/*.html")):
        slugs = re.findall(r'<figure class="chart" id="chart-([^"]+)"', page.read_text(encoding="utf-8"))
        if len(slugs) == 1:
            yield page, slugs[0]


def visit(browser: Browser, address: str) -> tuple[float, int]:
    """Milliseconds until the chart is seen, and bytes over the wire until the page has all it asks for."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(_SEEN)
        session = context.new_cdp_session(page)
        taken: list[int] = []
        session.on("Network.loadingFinished", lambda event: taken.append(int(event["encodedDataLength"])))
        session.send("Network.enable")
        line = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
        session.send("Network.emulateNetworkConditions", line)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(address, timeout=60_000)
        page.wait_for_function("window.seen", timeout=60_000)
        return float(page.evaluate("window.seen")), sum(taken)


def compare(rounds: int) -> dict[str, list[tuple[float, int]]]:
    """Every visit, ours and theirs in turn."""
    taken: dict[str, list[tuple[float, int]]] = {OURS: [], THEIRS: []}
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        site = Path(place) / "site"
        mkdocs = Path(sys.executable).with_name("mkdocs")
        command: list[str | Path] = [mkdocs, "build", "--strict", "--site-dir", site]
        subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
        addresses = pages(site)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        with serving(site) as server:
            for _ in range(rounds):
                for name, address in addresses.items():
                    taken[name].append(visit(browser, server + address))
        browser.close()
    return taken


def table(taken: Mapping[str, Sequence[tuple[float, int]]]) -> str:
    """The measurements as a Markdown table, and how many times sooner ours is seen."""
    head = "| chart | rounds | median ms until seen | fastest ms | bytes |\n|---|---|---|---|---|\n"
    rows = (
        f"| {name} | {len(visits)} | {median(ms for ms, _ in visits):.0f} | {min(ms for ms, _ in visits):.0f} "
        f"| {median(size for _, size in visits):.0f} |"
        for name, visits in taken.items()
    )
    ratio = median(ms for ms, _ in taken[THEIRS]) / median(ms for ms, _ in taken[OURS])
    return f"{head}{chr(10).join(rows)}\n\nOurs is seen {ratio:.1f} times sooner."


if __name__ == "__main__":
    print(table(compare(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
