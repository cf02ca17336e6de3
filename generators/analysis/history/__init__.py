"""Editions compared: the snapshot of an edition, releases, redirects, feed entries."""
