"""Chart kinds, one per file; `registry.py` lists them."""
