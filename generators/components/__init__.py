"""Parts of pages: value cards, chart figures, citation boxes, notices, shortcodes."""
