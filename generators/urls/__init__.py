"""Paths of pages and files, and links between them."""
