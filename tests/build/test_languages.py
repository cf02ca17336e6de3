"""A site in Arabic: by the command, in the same process as one in English, in its own digits; a language without a catalogue is refused."""

import re
from pathlib import Path

import pytest

from generators.build import pipeline
from generators.build.errors import Refused
from tests.fixtures.commands import Run
from tests.fixtures.foreign_words import COLUMNS, authored, latin_digits, left_over, page_texts
from tests.fixtures.river_site import rivers, rivers_copy

OF_THE_SITE = ("About", "Method", "Downloads", "Briefings", "Data", "Places", "Timeline", "Sources")
"""Names of the navigation and the footer, from mkdocs.yml."""
FOR_PROGRAMS = (".csv", ".json", ".jsonld", ".bib", ".ris", ".cff", ".sqlite")
"""Ends of the files that have Latin digits whatever the site says, but feeds."""


def in_arabic(folder: Path, language: str = "ar") -> Path:
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  name: material\n", f"  name: material\n  language: {language}\n"), encoding="utf-8"
    )
    return folder


@pytest.mark.slow
def test_an_arabic_site_runs_from_the_right_and_has_no_english_of_ours(
    run: Run, tmp_path: Path, drawings: Path
) -> None:
    folder = in_arabic(rivers_copy(tmp_path / "rivers", drawings))
    run("mkdocs", "build", "--strict", cwd=folder)
    site = folder / "site"
    own = authored(rivers(), *OF_THE_SITE, *COLUMNS, fewest=1)
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert {path: left for path, page in pages.items() if (left := left_over(page_texts(page), own))} == {}
    assert [path for path, page in pages.items() if 'dir="rtl"' not in page and path != "404.html"] == []


@pytest.mark.slow
def test_two_languages_in_one_process_do_not_mix(tmp_path: Path, drawings: Path) -> None:
    english, arabic = (rivers_copy(tmp_path / name, drawings) for name in ("english", "arabic"))
    in_arabic(arabic)
    first = texts_of(english)
    translated = texts_of(arabic)
    assert texts_of(english) == first
    assert texts_of(arabic) == translated
    same = {path for path, text in first.items() if path.endswith(".md") and translated[path] == text}
    assert same <= {page.path for page in rivers().standing.values()}


@pytest.mark.slow
def test_a_site_in_native_digits_has_them_wherever_it_words_a_number(tmp_path: Path, drawings: Path) -> None:
    folder = in_arabic(rivers_copy(tmp_path / "rivers", drawings))
    settings = folder / "content" / "site.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}digits: native\n", encoding="utf-8")
    made = texts_of(folder)
    texts = {path: text if isinstance(text, str) else text.decode("utf-8", "replace") for path, text in made.items()}
    assert re.findall(r'class="opening[^>]*>([^<]*)<', texts["briefings/river-levels.md"])[0] == "٢١٢"
    assert re.findall(r'data-part="number">([^<]*)<', texts["datasets/gauge-levels.md"])[1].startswith("٢١٢ ")
    assert {"١٠٠", "٢٠٠", "٣٠٠", "٢٠٢٠"} <= set(re.findall(r"<t(?:ext|span)[^>]*>([^<]*)<", texts["charts/levels.svg"]))
    assert '<time datetime="2019-11-09">٩ نوفمبر ٢٠١٩</time>' in texts["timeline.md"]
    assert "٣ أحداث" in texts["timeline.md"]
    assert "## ٢٠١٩ {#2019}" in texts["timeline.md"]
    assert 'data-late="archive:offline.zip:ar:arab"' in texts["downloads.md"]
    assert '"numbering":"arab"' in texts["search/index.js"]
    assert "counter(page,arabic-indic)" in texts["assets/css/language.css"]
    assert all(re.search("[٠-٩]+ kB", texts[path]) for path in ("datasets/gauge-levels.md", "text/downloads.html"))
    pages = {path: page_texts(text) for path, text in texts.items() if path.endswith(".html")}
    assert {path: left for path, page in pages.items() if (left := latin_digits(page))} == {}
    files = {path: text for path, text in texts.items() if path.endswith(FOR_PROGRAMS) and "feeds/" not in path}
    assert len(files) > 50
    assert [path for path, text in files.items() if re.search("[٠-٩]", text)] == []
    heads = "".join(text for path, text in texts.items() if path.startswith("head of "))
    assert re.findall('"(?:contentSize":|citation":\\[)"[^]"]*[٠-٩]', heads) == []


def texts_of(folder: Path) -> dict[str, str | bytes]:
    _, site = pipeline.made(folder, folder / pipeline.CACHE)
    pages = {path: page.text for path, page in site.pages.items()}
    assets = {path: asset.content for path, asset in site.assets.items()}
    return {**pages, **assets, **{f"head of {path}": head for path, head in site.heads.items()}}


def test_a_language_without_a_catalogue_is_refused_with_those_there_are(tmp_path: Path, drawings: Path) -> None:
    folder = in_arabic(rivers_copy(tmp_path / "rivers", drawings), "fr")
    with pytest.raises(Refused) as refused:
        pipeline.load_checked(folder)
    assert str(refused.value).startswith(
        'mkdocs.yml:7:13  theme language: found "fr", expected a language with a catalogue: en or ar. '
        "docs/how-to/translate.md describes how to add one."
    )
