"""How data and works are described and cited: columns, citations, terms, media types."""
