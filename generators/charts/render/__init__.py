"""Vega-Lite specifications rendered as SVG, PNG and interactive charts."""
