"""Chart images and embeddable charts."""
