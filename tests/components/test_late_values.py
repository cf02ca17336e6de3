"""Placeholders: what is filled in late, and nothing around it."""

from markupsafe import Markup

from generators.components.late_values import fill, late


def test_the_text_after_a_placeholder_stays_as_it_is_whatever_the_value() -> None:
    text = f"<p>{late('size', 'a.zip')}</p><h2>b</h2>"
    for value in (" 2 kB", Markup(" <span>2 kB</span>")):
        assert fill(text, {"size:a.zip": value}) == f"<p>{value}</p><h2>b</h2>"
