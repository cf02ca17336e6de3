"""Script for interactive charts in the browser: Vega without Vega-Lite, bundled from the renderer's copy.

So interactive and static charts are drawn by the same Vega, and no Node is needed. The interpreter replaces `eval`, which
the content policy forbids. Unused parts are left out (maps, forces, trees, loading of files); `interactive` refuses a
drawing that needs them. Pages load the script when a chart is first touched.
"""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generators.cache import store, stored

VEGA_LITE = "6.4"
"""Vega-Lite version of the drawings; each release of the renderer supports several."""
_LICENCES = Path(__file__).parents[2] / "theme" / "assets" / "js" / "vega-licences.txt"
_PARTS = {
    "dataflow": "vega-dataflow@6.1.0",
    "transforms": "vega-transforms@5.1.0",
    "marks": "vega-view-transforms@5.1.0",
    "encode": "vega-encode@5.1.0",
    "view": "vega-view@6.1.0",
    "parser": "vega-parser@7.1.0",
    "interpreter": "vega-interpreter@2.0.0",
}
"""The module versions in vl-convert 1.9.0; another release reports those it does not find."""
_GIVEN = """
import {{transforms}} from {dataflow};
import * as basic from {transforms};
import * as marks from {marks};
import * as encode from {encode};
import {{View}} from {view};
import {{parse}} from {parser};
import {{expressionInterpreter}} from {interpreter};
Object.assign(transforms, basic, marks, encode);
window.vega = {{parse, View, expressionInterpreter}};
"""


def engine(cache: Path) -> str:
    """Return the script with its licences at the top; it defines `window.vega`."""
    code = _GIVEN.format(**{name: f'"/npm/{module}/+esm"' for name, module in _PARTS.items()})
    licences = _LICENCES.read_text(encoding="utf-8")
    digest = sha256(f"{version('vl-convert-python')}{VEGA_LITE}{code}{licences}".encode()).hexdigest()
    entry = cache / f"engine-{digest[:32]}.js"
    script = stored(entry).decode()
    if not script:
        script = f"/*!\n{licences}*/\n(() => {{\n{_bundle(code)}\n}})();\n"
        store(entry, script.encode())
    return script


def _bundle(code: str) -> str:
    import vl_convert  # noqa: PLC0415 - only on a miss: it starts a JavaScript engine

    script: str = vl_convert.javascript_bundle(code, vl_version=VEGA_LITE)
    return script
