"""Charts: a declaration becomes a Vega-Lite specification, an SVG and PNG, and a description in words."""
