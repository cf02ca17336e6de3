"""File formats: UTF-8 text, CSV tables, YAML records and front matter, each with line and column."""
