"""The message catalogues: current, whole, with the placeholders and the plural forms of each message."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from generators.text.cldr import native_numbering
from generators.text.messages import catalogued, in_language, ngettext
from tests.docs import messages

_PLACEHOLDER = re.compile(r"%\(\w+\)s")
FILES = messages.files()


def each_message(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        yield from (message for message in read_po(file, locale=path.parents[1].name) if message.id)


def test_the_template_has_every_message() -> None:
    assert messages.TEMPLATE.read_bytes() == messages.written(messages.extracted()), "Run: make messages"


def test_every_language_has_a_file() -> None:
    assert catalogued() == ("en", *(path.parents[1].name for path in FILES))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.parents[1].name))
def test_a_file_has_every_message_once(path: Path) -> None:
    assert path.read_bytes() == messages.written(messages.translations(path)), "Run: make messages"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.parents[1].name))
def test_every_message_is_translated(path: Path) -> None:
    lacking = [message.id for message in each_message(path) if message.fuzzy or not all(forms_of(message.string))]
    assert lacking == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.parents[1].name))
def test_a_translation_has_the_placeholders_of_its_message(path: Path) -> None:
    """A form for no, one or two things may have the number in words."""
    assert [message.id for message in each_message(path) if not is_faithful(message)] == []


def is_faithful(message: Message) -> bool:
    wanted = set(_PLACEHOLDER.findall(forms_of(message.id)[-1]))
    forms = forms_of(message.string)
    spoken = {"%(num)s"} if len(forms) > 1 else set()
    found = [set(_PLACEHOLDER.findall(form)) for form in forms]
    return all(wanted - spoken <= names <= wanted for names in found) and wanted in found


def forms_of(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


@pytest.mark.parametrize("language", catalogued())
def test_a_language_has_its_digits(language: str) -> None:
    """What the CLDR calls native is in the table, or a site could not choose it."""
    assert native_numbering(language) == Locale.parse(language).other_numbering_systems["native"]


def test_an_unfaithful_translation_is_found() -> None:
    assert not is_faithful(Message("On %(day)s", "Am %(tag)s"))
    assert not is_faithful(Message(("%(num)s row", "%(num)s rows"), ("a row", "rows")))
    assert is_faithful(Message(("%(num)s row", "%(num)s rows"), ("a row", "%(num)s rows")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.parents[1].name))
def test_a_plural_has_the_forms_of_its_language(path: Path) -> None:
    """As many as the CLDR knows, and the expression in the file tells them apart as the CLDR does."""
    language = path.parents[1].name
    rule = Locale.parse(language).plural_form
    numbers = (*range(1000), 1_000_000)
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    assert catalog.num_plurals == len({rule(number) for number in numbers})
    plurals = [message for message in each_message(path) if isinstance(message.id, tuple)]
    assert {len(forms_of(message.string)) for message in plurals} == {catalog.num_plurals}
    row = next(message for message in plurals if message.id == ("%(num)s row", "%(num)s rows"))
    with in_language(language):
        shown = {rule(number): ngettext("%(num)s row", "%(num)s rows", number, num="#") for number in numbers}
        assert all(
            ngettext("%(num)s row", "%(num)s rows", number, num="#") == shown[rule(number)] for number in numbers
        )
    assert set(shown.values()) == {form.replace("%(num)s", "#") for form in forms_of(row.string)}
