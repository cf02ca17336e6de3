"""The script that runs a live chart in a reader's browser: Vega without Vega-Lite, made from the renderer's own copy of it.

So that a live chart is drawn by the very Vega that drew the static one, and nobody needs Node. The interpreter stands in for
`eval`, which the content policy forbids. What no drawing of ours needs is left out (maps, forces, trees, loading of files):
`charts.live` refuses a drawing that needs more. Pages load the script only when a chart is touched.
"""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generators.cache import store, stored

VEGA_LITE = "6.4"
"""The grammar that drawings are written in; each release of the renderer knows several."""
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
"""The modules as vl-convert 1.9.0 carries them: another release carries others, and says which it does not find."""
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
    """The script with its licences at its head; it gives pages `window.vega`."""
    code = _GIVEN.format(**{name: f'"/npm/{module}/+esm"' for name, module in _PARTS.items()})
    licences = _LICENCES.read_text(encoding="utf-8")
    made_from = sha256(f"{version('vl-convert-python')}{VEGA_LITE}{code}{licences}".encode()).hexdigest()
    entry = cache / f"engine-{made_from[:32]}.js"
    script = stored(entry).decode()
    if not script:
        script = f"/*!\n{licences}*/\n(() => {{\n{_bundled(code)}\n}})();\n"
        store(entry, script.encode())
    return script


def _bundled(code: str) -> str:
    import vl_convert  # noqa: PLC0415 - only on a miss: it starts a JavaScript engine

    bundled: str = vl_convert.javascript_bundle(code, vl_version=VEGA_LITE)
    return bundled
