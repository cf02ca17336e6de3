"""The picture in README.md: the home page of a built site at 1,280 pixels, as a small PNG without loss.

    python -m tests.docs.screenshot [SITE] [PNG]

Flat areas of colour compress best without the filters of PNG, which is how this writes the file.
"""

import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.fixtures.browser_launch import FLAGS, chromium
from tests.fixtures.http_server import serving

PICTURE = "docs/images/home.png"
WIDTH, HEIGHT = 1280, 940
MOST = 150_000
"""Bytes of the picture: it is loaded whenever somebody opens the repository's front page."""


def picture(site: Path) -> Image.Image:
    """Return the home page in the light palette, in the site's own fonts."""
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.reload()  # a font that came too late for the first view is in the cache for the second
        page.evaluate("document.fonts.ready")
        return Image.open(BytesIO(page.screenshot())).convert("RGB")


def png(image: Image.Image) -> bytes:
    """Return the image as PNG."""
    pixels, step = image.tobytes(), 3 * image.width
    rows = b"".join(b"\0" + pixels[start : start + step] for start in range(0, len(pixels), step))
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


if __name__ == "__main__":
    folder, target = [*sys.argv[1:], *("site", PICTURE)[len(sys.argv) - 1 :]]
    written = png(picture(Path(folder)))
    Path(target).write_bytes(written)
    print(f"Wrote {target}, {len(written):,} bytes" + (f": more than {MOST:,}" if len(written) > MOST else ""))
