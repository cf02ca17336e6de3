"""Parts that chart kinds share: axes, legends, patterns, theme, text layout."""
