"""Briefings as PDF documents."""
