"""Wording of numbers, dates and periods; sentences; CSV text; authors' Markdown."""
