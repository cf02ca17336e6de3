"""What is typed in foreign notation, and the advice that answers it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model import Period, parse
from generators.model.notations.encodings import mojibake, narrow_encoding, wide_encoding
from generators.model.notations.numbers import Measure, candidates
from generators.model.problems import CellError

PERSONS = Measure(unit="persons", fractions=False)
PERCENT = Measure(unit="percent")
CHANGE = Measure(unit="persons", fractions=False, signed=True)
BLANK = "This means no figure: leave the cell blank."
FORMULA = "A formula is not a figure: type its result."
SPREADSHEET = (
    "A spreadsheet shows this where a formula fails or a column is too narrow: "
    "type the figure of the source, or leave the cell blank if there is none."
)
DASH = "Leave the cell blank if the figure is not known; write 0 if the source says that a dash means none."
DATE = "A spreadsheet converted the figure, or a range such as 3-4, to a date: type the text of the source."
RANGE = "A range: write 3 under lower and 5 under upper, and leave value blank."
ENDS = "A range: write its lower end under lower and its upper end under upper, and leave value blank."
WORDS = "Words such as hundreds belong in the wording column."
ONE = "Write one figure in digits alone; words belong in wording, remarks in note, each further figure in its own row."
TWO = "Two figures, or a fraction: write one figure per row, or the ends of a range under lower and upper."
TRUTH = "A spreadsheet converted the cell to true or false: type the figure of the source."
MARK = "Write 120 here, and the meaning of the mark in note."
ALONE = "Write 5 alone: the unit is in the sidecar, and remarks belong in note."
CURRENCY = "Write the number alone, and the currency as the unit of the indicator in the sidecar."
BELOW = "For a change, which can be below 0, write kind: change under its indicator in the sidecar."
TEXT = "This is how a spreadsheet stores a date: format its column as text."


def fraction(digits: str) -> str:
    return f"If the source says {digits}, write that, and fractions: yes under this indicator in the sidecar."


def refused(text: str, measure: Measure) -> CellError:
    with pytest.raises(CellError) as error:
        parse.figure(text, measure)
    return error.value


FIGURES = {
    "1.234": f"Write 1234 if the dot separates thousands. {fraction('1.234')}",
    "1,234": f"Write 1234 if the comma separates thousands. {fraction('1.234')}",
    "12.000": "Write 12000 if the dot separates thousands, or 12 if the dot begins decimals.",
    "12,5": fraction("12.5"), "1,23": fraction("1.23"), "0,123": fraction("0.123"), "0.5": fraction("0.5"), "½": fraction("0.5"),
    "1.234,5": fraction("1234.5"), "1,234.5": fraction("1234.5"), "1 234 567,8": fraction("1234567.8"),
    "1.234.567": "Did you mean 1234567?", "1,234,567": "Did you mean 1234567?", "12,34,567": "Did you mean 1234567?",
    "1 234": "Did you mean 1234?", "1'234": "Did you mean 1234?", "1’234": "Did you mean 1234?",
    "1\u202f234": "Did you mean 1234?", "1\u00a0234": "Did you mean 1234?", "1_234": "Did you mean 1234?", "1٬234": "Did you mean 1234?",
    "١٢٣": "Did you mean 123?", "１２３": "Did you mean 123?", "۱۲۳": "Did you mean 123?",
    "012": "Did you mean 12?", "12.0": "Did you mean 12?", "12.00": "Did you mean 12?", "'012": "Did you mean 12?", "+5": "Did you mean 5?",
    " 91": "Did you mean 91?", "9l": "Did you mean 91?", "2o8": "Did you mean 208?", "1O": "Did you mean 10?",
    "−5": BELOW, "-5": BELOW, "-99": "Many tables write -99 for unknown: leave the cell blank.",
    "-9": "Many tables write -9 for unknown: leave the cell blank.",
    "-1": f"Some tables write -1 for unknown: then leave the cell blank. {BELOW}",
    "(5)": "Write 5 if the parentheses are a remark; in accounts they mean -5, which is below 0.",
    "3–5": RANGE, "3-5": RANGE, "3 - 5": RANGE, "3 to 5": RANGE, "3 bis 5": RANGE, "between 3 and 5": RANGE, "5-3": ENDS, "1.200-1.500": ENDS,
    "3/5": TWO, "3 1/2": TWO,
    "40+": "Write 40 here, and at_least under qualifier.", "≥ 40": "Write 40 here, and at_least under qualifier.",
    ">=40": "Write 40 here, and at_least under qualifier.", "at least 40": "Write 40 here, and at_least under qualifier.",
    "40 or more": "Write 40 here, and at_least under qualifier.", ">40": "Write 40 here, and more_than under qualifier.",
    "more than 1.234": "Write 1234 here, and more_than under qualifier.", "≤5": "Write 5 here, and up_to under qualifier.",
    "up to 5": "Write 5 here, and up_to under qualifier.", "<5": "Write fewer than 5 under wording, and leave this cell blank.",
    "~40": "Write 40 here, and about under qualifier.", "c. 40": "Write 40 here, and about under qualifier.",
    "ca. 40": "Write 40 here, and about under qualifier.", "approx. 40": "Write 40 here, and about under qualifier.", "approx": WORDS,
    "120**": MARK, "120*": MARK, "120[1]": MARK, "120¹": MARK, "120†": MARK, "120 (1)": MARK, "120a": MARK,
    "12k": "Write 12000 and about under qualifier if the source has rounded it.",
    "1.2m": "Write 1200000 if m stands for million, and about under qualifier if the source has rounded it.",
    "1,5 Mio.": "Write 1500000 and about under qualifier if the source has rounded it.",
    "$5": CURRENCY, "5 USD": CURRENCY, "5 killed": ALONE, "5 persons": ALONE, "5 killed, 3 injured": ONE, "1 2": ONE,
    "1e3": "A spreadsheet shortened the number: type all digits of the source; these mean 1000.",
    "1.2E+03": "A spreadsheet shortened the number: type all digits of the source; these mean 1200.",
    "1E+999": "A spreadsheet shortened the number: type all digits of the source.",
    "12%": "This indicator counts persons: use a separate indicator with unit: percent for a share.",
    "=6+6": FORMULA, "6+6": FORMULA, "@SUM(A1)": FORMULA, "#REF!": SPREADSHEET, "#N/A": SPREADSHEET, "######": SPREADSHEET, "#BEZUG!": SPREADSHEET,
    "N/A": BLANK, "n.a.": BLANK, "NULL": BLANK, "nan": BLANK, "?": BLANK, "unknown": BLANK, "not stated": BLANK, "-": DASH, "—": DASH, "..": DASH,
    "TRUE": TRUTH, "WAHR": TRUTH, "03.Apr": DATE, "Apr-03": DATE, "2018-03-04 00:00:00": DATE, "01/02/2018": DATE,
    "hundreds": WORDS, "dozens": WORDS, "5" + " " * 70 + "6": ONE,
}  # fmt: skip


@pytest.mark.parametrize(("text", "advice"), FIGURES.items())
def test_a_count_in_foreign_notation_is_answered(text: str, advice: str) -> None:
    error = refused(text, PERSONS)
    assert error.advice == advice
    negative = text.startswith("-") and text[1:].isdigit()
    assert error.expected == ("a number of 0 or more" if negative else "a whole number of persons")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("1,234", "Write 1234 if the comma separates thousands, or 1.234 if the comma begins decimals."),
        ("12,5", "Did you mean 12.5?"),
        ("12 %", "Write 12: the unit of this indicator is percent already."),
        ("012.5", "Did you mean 12.5?"),
        ("½", "Did you mean 0.5?"),
        ("⅓", TWO),
        ("1.5–2", "A range: write 1.5 under lower and 2 under upper, and leave value blank."),
        (
            ">1.234",
            "Write 1234 (if the dot separates thousands) or 1.234 (if the dot begins decimals) here, and more_than under qualifier.",
        ),
    ],
)  # fmt: skip
def test_a_share_in_foreign_notation_is_answered(text: str, advice: str) -> None:
    assert (refused(text, PERCENT).expected, refused(text, PERCENT).advice) == ("a number in plain digits", advice)


@pytest.mark.parametrize("text", ["12.5", "1.234", "12.0", "0.123456789012345"])
def test_an_indicator_with_fractions_takes_them_as_they_are(text: str) -> None:
    assert str(parse.figure(text, PERCENT)) == text


def test_a_change_can_fall_below_nought() -> None:
    assert parse.figure("-99", CHANGE) == -99
    assert refused("−5", CHANGE).advice == "Did you mean -5?"
    assert refused("(5)", CHANGE).advice == "Write -5 if the parentheses mean a number below 0, as in accounts, else 5."


@given(st.text(max_size=30), st.sampled_from([PERSONS, PERCENT, CHANGE]))
def test_whatever_is_typed_has_an_answer(text: str, measure: Measure) -> None:
    with suppress(CellError):
        assert parse.figure(text, measure) is not None or not text


@given(st.integers(min_value=0, max_value=10**12))
def test_every_way_to_separate_thousands_is_read_back(number: int) -> None:
    for mark in ",. '":
        assert candidates(f"{number:,}".replace(",", mark))[0].digits == str(number)


PERIODS = {
    "Jul-18": f"Write 2018-07 if 18 is the year, or the year and -07-18 if 18 is the day. {TEXT}",
    "18-Jul": f"Write 2018-07 if 18 is the year, or the year and -07-18 if 18 is the day. {TEXT}",
    "Jun-31": f"Did you mean 2031-06? {TEXT}",
    "03.Apr": f"Write 2003-04 if 03 is the year, or the year and -04-03 if 3 is the day. {TEXT}",
    "06/17/2018": "Did you mean 2018-06-17?", "17.06.2018": "Did you mean 2018-06-17?",
    "10/06/2016": "Write 2016-06-10 if 06 is the month, or 2016-10-06 if 10 is the month.",
    "10.06.2016": "Write 2016-06-10 if 06 is the month, or 2016-10-06 if 10 is the month.",
    "06.06.2016": "Did you mean 2016-06-06?", "10-Jun-31": "Did you mean 2031-06-10?",
    "16-06-10": "Write 2010-06-16 if 06 is the month, or 2016-06-10 if 16 is the year.",
    "2018-07-01 00:00:00": f"Write 2018-07-01, or 2018-07 if the month is meant. {TEXT}",
    "2019-06-11 00:00:00.000": f"Did you mean 2019-06-11? {TEXT}", "2018-07-15T13:00:00Z": "Did you mean 2018-07-15?",
    "43282": f"Write 2018-07-01 if this is a spreadsheet's number for a day, or 2018-07 if the month is meant. {TEXT}",
    "43627": f"Write 2019-06-11 if this is a spreadsheet's number for a day. {TEXT}",
    "June 2018": "Did you mean 2018-06?", "Juni 2018": "Did you mean 2018-06?", "juin 2018": "Did you mean 2018-06?", "Sept. 2018": "Did you mean 2018-09?",
    "août 2018": "Did you mean 2018-08?", "حزيران 2018": "Did you mean 2018-06?", "يونيو ٢٠١٨": "Did you mean 2018-06?",
    "10 June 2019": "Did you mean 2019-06-10?", "10. Juni 2019": "Did you mean 2019-06-10?", "June 10, 2019": "Did you mean 2019-06-10?",
    "10th of June 2019": "Did you mean 2019-06-10?", "Sunday, 10 June 2019": "Did you mean 2019-06-10?",
    "06/2017": "Did you mean 2017-06?", "1-2018": "Did you mean 2018-01?", "2018/06": "Did you mean 2018-06?", "2018-6": "Did you mean 2018-06?",
    "2018/6/10": "Did you mean 2018-06-10?", "20180617": "Did you mean 2018-06-17?", "201806": "Did you mean 2018-06?",
    "Q2 2018": "Did you mean 2018-Q2?", "2018Q2": "Did you mean 2018-Q2?", "2018-q2": "Did you mean 2018-Q2?", "2. Quartal 2018": "Did you mean 2018-Q2?",
    "H1 2018": "Did you mean 2018-01/2018-06?", "2018-W23": "Did you mean 2018-06-04/2018-06-10?",
    "2018/19": "Did you mean 2018/2019?", "2018-2019": "Did you mean 2018/2019?", "2018–2019": "Did you mean 2018/2019?",
    "2011/12": "Write 2011-12, or 2011/2012 if 12 is a year.", "2018-06 to 2018-08": "Did you mean 2018-06/2018-08?",
    "June-July 2018": "Did you mean 2018-06/2018-07?", " 2018": "Did you mean 2018?", "2018‑06": "Did you mean 2018-06?", "2O18": "Did you mean 2018?",
    "N/A": "If the source gives no date, leave the cell blank.", "unknown": "If the source gives no date, leave the cell blank.",
    "2018-Q5": "", "18": "", "2018/": "", "summer 2018": "", "13/13/2018": "", "2018-06-17/2018-06-1": "",
}  # fmt: skip
IMPOSSIBLE = {
    "2018-13": "Check the month and the day.", "2018-02-30": "Check the month and the day.", "2018-13-01": "Write 2018-01-13 if 01 is the month.",
    "2019-06-00": "Write 2019-06 if the day is not known.", "2019-00-00": "Write 2019 if the month is not known.", "2018-19": "Did you mean 2018/2019?",
}  # fmt: skip


@pytest.mark.parametrize(("text", "advice"), {**PERIODS, **IMPOSSIBLE}.items())
def test_a_period_in_foreign_notation_is_answered(text: str, advice: str) -> None:
    with pytest.raises(CellError) as error:
        parse.period(text)
    forms = "a period such as 2018-06-17, 2018-06, 2018-Q2, 2018 or first/last"
    assert error.value.expected == ("a day that exists in the calendar" if text in IMPOSSIBLE else forms)
    assert error.value.advice == advice


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("June 2018", "That is 2018-06: write the day too, as in 2018-07-25."),
        ("2018", "That is 2018: write the day too, as in 2018-07-25."),
        ("10 June 2018", "Did you mean 2018-06-10?"),
        ("43282", "Write 2018-07-01 if this is a spreadsheet's number for a day."),
        ("some day", ""),
    ],
)
def test_a_day_in_foreign_notation_is_answered(text: str, advice: str) -> None:
    with pytest.raises(CellError) as error:
        parse.day(text)
    assert (error.value.expected, error.value.advice) == ("a date such as 2018-07-25", advice)


@given(st.text(max_size=30))
def test_whatever_is_typed_for_a_period_has_an_answer(text: str) -> None:
    with suppress(CellError):
        assert isinstance(parse.period(text), Period) or not text


@pytest.mark.parametrize(
    ("text", "meant"), [("WAHR", "yes"), ("TRUE", "yes"), ("FALSCH", "no"), ("1", "yes"), ("Yes", "yes")]
)
def test_what_a_spreadsheet_makes_of_yes_is_answered(text: str, meant: str) -> None:
    with pytest.raises(CellError) as error:
        parse.yes(text)
    assert (error.value.expected, error.value.advice) == ("one of yes, no", f"Did you mean {meant}?")


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_no_id_is_a_name_that_windows_keeps(name: str) -> None:
    with pytest.raises(CellError) as error:
        parse.slug(name)
    assert error.value.advice == f"Windows reserves {name}: choose another name."
    assert parse.slug(f"{name}-a") == f"{name}-a"


@pytest.mark.parametrize(
    "text", ["Café – quoted", "für “quoted” text", "القادسية", "Şalāḩ ad Dīn", "→ ≥ €", "İstanbul"]
)
def test_letters_that_a_wrong_encoding_hides_are_named(text: str) -> None:
    shown = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    found = mojibake(shown)
    assert found is not None
    assert found[2] in text


@pytest.mark.parametrize(
    "text",
    [
        "CAFÉ–BAR",
        "« CAFÉ »",
        "«CAFÉ»",
        "„Ä“ und „Ö“",
        "SÃO PAULO",
        "a “quoted” text",
        "20 °C",
        "Ã",
        "Ångström",
        "IRMÔ, he",
        "ÀÉÎ…",
    ],
)
def test_letters_that_belong_there_are_left_alone(text: str) -> None:
    assert mojibake(text) is None


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_recognised(codec: str) -> None:
    assert wide_encoding("indicator\tplace\n".encode(codec)) == "UTF-16"
    assert wide_encoding("Für, القادسية".encode()) == ""


def test_one_byte_a_letter_is_recognised_by_its_words() -> None:
    assert narrow_encoding("place: القادسية, value".encode("cp1256")) == "Windows-1256 (Arabic)"
    assert narrow_encoding("Prüfung größer".encode("cp1252")) == "Windows-1252"
