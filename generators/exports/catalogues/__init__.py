"""Catalogue records and package descriptors, one standard per file."""
