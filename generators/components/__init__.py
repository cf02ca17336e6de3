"""What pages are made of: value cards, chart figures, citation boxes, notices, shortcodes."""
