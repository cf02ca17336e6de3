"""Names of months in the languages that sources of figures are written in."""

from types import MappingProxyType

from generators.model.problems import fold

_NAMES = (
    ("jan", "january", "januar", "jänner", "janv", "janvier", "كانون الثاني", "يناير"),
    ("feb", "february", "februar", "févr", "février", "شباط", "فبراير"),
    ("mar", "march", "märz", "mär", "mars", "آذار", "اذار", "مارس"),
    ("apr", "april", "avr", "avril", "نيسان", "أبريل", "ابريل"),
    ("may", "mai", "أيار", "ايار", "مايو"),
    ("jun", "june", "juni", "juin", "حزيران", "يونيو"),
    ("jul", "july", "juli", "juil", "juillet", "تموز", "يوليو"),
    ("aug", "august", "août", "آب", "اب", "أغسطس", "اغسطس"),
    ("sep", "sept", "september", "septembre", "أيلول", "ايلول", "سبتمبر"),
    ("oct", "october", "okt", "oktober", "octobre", "تشرين الأول", "تشرين الاول", "أكتوبر", "اكتوبر"),
    ("nov", "november", "novembre", "تشرين الثاني", "نوفمبر"),
    ("dec", "december", "dez", "dezember", "déc", "décembre", "كانون الأول", "كانون الاول", "ديسمبر"),
)


MONTHS = MappingProxyType({fold(name): number for number, names in enumerate(_NAMES, 1) for name in names})
"""The number of each month, by its name without accents."""
_EVERY = sorted({*MONTHS, *(name for names in _NAMES for name in names)}, key=lambda name: (-len(name), name))
MONTH_NAME = "|".join(_EVERY)
"""A pattern for the name of a month, with or without its accents; the longest name first."""
