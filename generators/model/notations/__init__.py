"""Foreign notation: figures, dates and letters as other programs and people write them, and what to type instead.

Advice only: nothing here turns a text into a value. Pure.
"""
