"""Charts in words: descriptions, comparisons, tooltips."""
