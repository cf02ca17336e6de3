"""Labels of time axes, as expressions of Vega: those of a drawing and of its live view. Loads no Altair."""

YEARS = "format(utcyear(datum.value), 'd')"
"""By the format of numbers, as that of times has no digits but Latin ones."""
MONTHS = f"[utcFormat(datum.value, '%b'), {YEARS}]"
