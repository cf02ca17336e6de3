"""Pages as plain Markdown, as the text-only edition, and llms.txt."""
