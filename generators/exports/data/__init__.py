"""Data files, one format per file."""
