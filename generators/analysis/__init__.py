"""Derived knowledge: disagreements, revisions, calculations, grades, data quality."""
