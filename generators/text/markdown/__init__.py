"""Authors' Markdown: its code, tags and expressions, and its conversion to the Markdown of a page.

Pure. Offsets stay unchanged until the last step, so that each message has a line and a column.
"""
