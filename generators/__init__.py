"""Turns curated data and written briefings into a static, sourced briefing site.

Start with `model` (the nouns), then the four shelves that make up the product:
`charts`, `pages`, `exports` and `checks`. ARCHITECTURE.md is the map.
"""
