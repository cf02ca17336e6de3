"""Parts of a page that browsers load only when a reader opens them.

The Markdown of a page is complete, so that its text forms, its PDF and its search entry are. A browser gets a link to what
another page has.
"""

import re

_ROWS = re.compile(
    r'<details class="chart-data"[^>]*? data-elsewhere="([^"]*)"[^>]*>\s*<summary>(.*?)</summary>.*?</details>',
    re.DOTALL,
)


def with_linked_rows(html: str) -> str:
    """Return the page with a link to the rows of each chart that has them on its own page; tables.js opens them in place."""
    return _ROWS.sub(r'<p class="chart-data"><a href="\1">\2</a></p>', html)
