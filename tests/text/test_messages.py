"""Messages: the language holds within its block, and values keep their direction within a sentence."""

import pytest

from generators.text.joining import comma_list, commas, ordinal
from generators.text.messages import catalogue_digest, gettext, in_language, ngettext, site_language, translated
from generators.text.wording import digits


def fail() -> None:
    assert (site_language(), translated("Sources")) == ("ar", "المصادر")
    raise ValueError("stop")


def test_a_language_holds_within_its_block_and_after_an_error() -> None:
    with pytest.raises(ValueError, match="stop"), in_language("ar"):
        fail()
    assert (site_language(), translated("Sources")) == ("en", "Sources")
    assert catalogue_digest() == "en"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "لا صفوف"), (1, "صف واحد"), (2, "صفان"), (7, "7 صفوف"), (1234, "1,234 صفًا"), (100, "100 صف")],
)
def test_a_plural_has_the_form_of_its_language(number: int, text: str) -> None:
    with in_language("ar"):
        assert ngettext("%(num)s row", "%(num)s rows", number) == text


def test_a_value_in_other_letters_is_an_isolate_and_a_sentence_of_ours_is_not() -> None:
    with in_language("ar"):
        assert gettext("Source: %(documents)s.", documents="The Ferry Post.") == "المصدر: \u2068The Ferry Post.\u2069."
        assert commas(["Birch Weir", "2020"]) == "\u2068Birch Weir\u2069، 2020"
        assert gettext("Source: %(names)s", names=commas(["A", "B"])) == "المصدر: \u2068A\u2069، \u2068B\u2069"
        assert comma_list(["Weir", "جسر"]) == "\u2068Weir\u2069 وجسر"
    assert commas(["Birch Weir", "2020"]) == "Birch Weir, 2020"


def test_digits_are_latin_and_positions_plain() -> None:
    with in_language("ar"):
        assert (digits(-1234), ordinal(3)) == ("-1,234", "3")


def test_a_message_without_a_translation_is_itself() -> None:
    with in_language("ar"):
        assert translated("Nobody translated this.") == "Nobody translated this."
