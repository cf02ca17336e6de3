"""Descriptions and citations of data and works: columns, citations, terms, media types."""
