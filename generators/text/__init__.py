"""Numbers, dates and periods in words; sentences; CSV text; the Markdown of authors."""
