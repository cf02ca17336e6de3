"""Rows and events that a chart shows, prepared for drawing."""
