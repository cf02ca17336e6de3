"""The Markdown that authors write: where its code, tags and expressions are, and how it becomes the Markdown of a page.

Pure, and a text stays letter for letter in its place until the last step, so that each message names a line and a column.
"""
