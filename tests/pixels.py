"""How much of a drawing is not paper, counted pixel by pixel."""

import subprocess
import sys
import zlib


def ink(svg: str) -> float:
    """The share of pixels that are not paper."""
    command = (
        "import sys, vl_convert, zlib; from base64 import b64encode; "
        "sys.stdout.buffer.write(vl_convert.svg_to_png(sys.stdin.read(), scale=1))"
    )
    png = subprocess.run([sys.executable, "-c", command], input=svg.encode(), capture_output=True, check=True).stdout
    pixels = _pixels(png)
    return sum(pixel[:3] != b"\xff\xff\xff" for pixel in pixels) / len(pixels)


def _pixels(png: bytes) -> list[bytes]:
    """The pixels of an RGBA PNG, row by row: just enough of a decoder to count colours."""
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    chunks, at = b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        chunks += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    raw, above, rows = zlib.decompress(chunks), bytearray(4 * width), []
    for n in range(height):
        start = n * (4 * width + 1)
        above = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 4 * width + 1]), above)
        rows.append(bytes(above))
    return [row[n : n + 4] for row in rows for n in range(0, 4 * width, 4)]


def _unfiltered(kind: int, row: bytearray, above: bytearray) -> bytearray:
    for n in range(len(row)):
        left, corner = (row[n - 4], above[n - 4]) if n >= 4 else (0, 0)
        guess = (0, left, above[n], (left + above[n]) // 2, _nearest(left, above[n], corner))[kind]
        row[n] = (row[n] + guess) % 256
    return row


def _nearest(left: int, up: int, corner: int) -> int:
    return min((left, up, corner), key=lambda value: abs(left + up - corner - value))
