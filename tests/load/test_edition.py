"""content/site.yml: the choice of digits, which the language of the site must have."""

from pathlib import Path

import pytest

from generators.load.edition import load_edition
from generators.load.formats.reading import gathered
from generators.model.problems import report
from tests.fixtures.river_site import RIVERS


def read(folder: Path, language: str, digits: str) -> tuple[str, str]:
    """The numbering system of a site with that line, and its problems."""
    path = Path("content/site.yml")
    (folder / "content").mkdir()
    (folder / path).write_text(f"{(RIVERS / path).read_text(encoding='utf-8')}{digits}\n", encoding="utf-8")
    site, problems = gathered(load_edition(folder, language))
    assert site is not None
    return site[0].numbering, report(problems)


@pytest.mark.parametrize(
    ("language", "digits", "numbering"),
    [
        ("ar", "digits: native", "arab"),
        ("ar", "digits: latin", "latn"),
        ("ar", "", "latn"),
        ("en", "digits: latin", "latn"),
    ],
)
def test_digits_are_latin_unless_the_site_says_otherwise(
    tmp_path: Path, language: str, digits: str, numbering: str
) -> None:
    assert read(tmp_path, language, digits) == (numbering, "")


def test_another_choice_is_refused_with_those_there_are(tmp_path: Path) -> None:
    assert read(tmp_path, "ar", "digits: arabic")[1] == (
        'content/site.yml:21:9  digits: found "arabic", expected one of latin, native.'
    )


def test_native_digits_are_refused_where_the_language_has_latin_ones(tmp_path: Path) -> None:
    assert read(tmp_path, "en", "digits: native")[1] == (
        'content/site.yml:21:9  digits: found "native", expected latin. '
        "English, the language of the site, has no digits of its own. Type digits: latin."
    )
