"""Code snippets that load a table of observations, in the common languages of data analysis.

All columns are read as text, so that periods and codes are not converted; then numeric columns become numbers.
A blank is a missing number, never zero.
"""

from collections.abc import Mapping

from generators.metadata.columns import NUMBERS

_NAMES = ", ".join(f'"{name}"' for name in NUMBERS)
_POLARS = """import polars as pl

rows = pl.read_csv("{address}", infer_schema=False)
rows = rows.with_columns(pl.col({names}).cast(pl.Float64))
"""
_PANDAS = """import pandas as pd

rows = pd.read_csv("{address}", dtype=str, keep_default_na=False, na_values=[""])
rows = rows.astype(dict.fromkeys([{names}], float))
"""
_R = """rows <- read.csv("{address}", colClasses = "character", na.strings = "", encoding = "UTF-8")
numbers <- c({names})
rows[numbers] <- lapply(rows[numbers], as.numeric)
"""
_OBSERVABLE = """rows = d3.csv("{address}", (row) => {{
  for (const name of [{names}]) row[name] = row[name] === "" ? null : +row[name];
  return row;
}})
"""
_FORMS = {"Python, polars": _POLARS, "Python, pandas": _PANDAS, "R": _R, "Observable": _OBSERVABLE}


def snippets(address: str) -> Mapping[str, str]:
    """Return, by language, the code that loads the CSV file at an address or path into `rows`."""
    return {language: form.format(address=address, names=_NAMES) for language, form in _FORMS.items()}
