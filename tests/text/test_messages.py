"""Messages: language and digits hold within their block, and values keep their direction within a sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.text.joining import comma_list, commas, ordinal
from generators.text.messages import (
    catalogue_digest,
    gettext,
    in_language,
    in_latin_digits,
    ngettext,
    site_language,
    translated,
)
from generators.text.wording import amount_with_unit, digits, half_year, month_and_year, numeral, on, when
from tests.fixtures.river_site import rivers


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
        assert (digits(-1234), ordinal(3)) == ("\u200e-1,234", "3")


def test_every_number_in_words_has_the_native_digits_of_the_site() -> None:
    high = rivers().datasets["flood-peaks"].observations[1]
    day = date(2019, 11, 9)
    assert high.period is not None
    with in_language("ar", "arab"):
        assert (digits(Decimal("-1234.5")), numeral(2019), ordinal(3)) == ("-١٬٢٣٤٫٥", "٢٠١٩", "٣")
        assert (on(day), month_and_year(day), when(high.period)) == ("٩ نوفمبر ٢٠١٩", "نوفمبر ٢٠١٩", "٩ نوفمبر ٢٠١٩")
        assert half_year(high.period) == "يوليو إلى ديسمبر ٢٠١٩"
        assert amount_with_unit(high) == "نحو ٥١٠، في نطاق ٥٠٠ إلى ٥٢٠ \u2068centimetres\u2069"
        assert gettext("Part %(number)s of %(all)s", number=1, all=3) == "الجزء ١ من ٣"
        assert ngettext("%(num)s row", "%(num)s rows", 1234) == "١٬٢٣٤ صفًا"
        assert gettext("Edition %(version)s", version="1.0.0") == "الإصدار 1.0.0"
        with in_latin_digits():
            assert digits(1234) == "1,234"
        assert digits(7) == "٧"
    assert digits(7) == "7"


def test_one_in_native_digits_has_the_unit_of_one() -> None:
    o = rivers().datasets["gauge-levels"].observations[0]
    indicator = replace(o.indicator, unit="incidents", unit_of_one="incident")
    one = replace(o, value=Decimal(1), lower=None, upper=None, indicator=indicator)
    with in_language("ar", "arab"):
        assert amount_with_unit(one) == "١ \u2068incident\u2069"


def test_the_key_of_a_cache_has_the_digits() -> None:
    with in_language("ar"):
        latin = catalogue_digest()
    with in_language("ar", "arab"):
        assert catalogue_digest() != latin


def test_a_message_without_a_translation_is_itself() -> None:
    with in_language("ar"):
        assert translated("Nobody translated this.") == "Nobody translated this."
