"""One cell of data/ is changed: all that shows it changes and nothing else, or the build says what cannot.

A row of each topic is followed through prose, value card, citation, chart, description, table, export and judgement, one through a card.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

import pytest

from generators.analysis.chart_selection import expanded, selected
from generators.build import pipeline
from generators.build.errors import Refused
from generators.components.escaping import inline
from generators.exports.search.index import FOLDER
from generators.model import Briefing, Catalog, ChartSpec, Observation, Page, Site
from generators.model.lookup import one
from generators.text.catalog_texts import public_texts
from generators.urls.paths import (
    DATA_INDEX,
    HOME,
    chart_anchor,
    of_briefing,
    of_csv,
    of_dataset,
    of_figure,
    of_place,
    of_row,
    of_source,
)
from tests.fixtures.folders import CACHE
from tests.fixtures.repository import ROOT
from tests.site.followed_cells import CELLS, Cell

pytestmark = pytest.mark.slow

Made = tuple[Catalog, Site]
Make = Callable[..., Made]
Paths = tuple[frozenset[str], frozenset[str]]
Change = tuple[str, str, str]
"""A file of data/, a text in it, and what it becomes."""
_NUMBERED = re.compile(r'\b(?:card|note)-\d+|data-note="\d+"|<!--/?apart:\d+-->')
"""Numbers by which a page counts its cards and notes."""
_WEIGHT = re.compile(r" <span>[\d.]+ [kM]B</span>")
"""What a file weighs, which follows from all that is in it."""
_DIGEST = re.compile(r"\.[0-9a-f]{10}(?=\.js$)")
_TWIN = re.compile(r"(?:markdown/(.*\.md)\.txt|text/(.*?)(?:\.part-\d+)?\.html)")
"""A page in plain Markdown or in the text-only edition, which shows what the page shows."""
_DESCRIBED = ("data/datapackage.json", "data/catalogue.jsonld", "data/ro-crate-metadata.json")
_FAMILIES = {
    "data/all.": "all data in one file",
    **dict.fromkeys((DATA_INDEX, *_DESCRIBED), "the digests of the files"),
    "llms-full.txt": "the briefings in one file",
    "chart-kinds/": "a kind's example draws it",
    "briefings/": "a briefing on paper",
    "claims.": "it is evidence beside a claim",
    "disagreements/": "others counted the same",
    "known/": "it is listed as it was known in a year",
    "revisions/": "it stands among the dates at which a figure was stated",
}


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes the real site with texts of data/ replaced by others, without releases and corrections, which would forbid it."""
    kept = tmp_path_factory.mktemp("kept")
    if (ROOT / CACHE).exists():
        shutil.copytree(ROOT / CACHE, kept, dirs_exist_ok=True)

    def made(*changes: Change) -> Made:
        folder = tmp_path_factory.mktemp("site")
        for name in ("data", "content"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("releases", "corrections.yml"))
        for file, old, new in changes:
            text = (folder / "data" / file).read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{file} has changed: {old}"
            (folder / "data" / file).write_text(text.replace(old, new), encoding="utf-8")
        return pipeline.made(folder, kept / "charts")

    return made


@pytest.fixture(scope="module")
def before(make: Make) -> Made:
    return make()


@pytest.fixture(scope="module")
def after(make: Make) -> Made:
    """The site with all the cells changed: the numbers of each are its own, so that it can be followed by itself."""
    return make(*((cell.file, cell.old, cell.new) for cell in CELLS.values()))


@pytest.fixture(scope="module")
def differing(before: Made, after: Made) -> Paths:
    """The paths of pages, and of files, that the cells changed."""
    return changed(before[1], after[1])


def row(catalog: Catalog, cell: Cell) -> Observation:
    """The observation that stands in the cell's row."""
    return one(catalog, cell.path, {"period": cell.period, "place": cell.place})


def drawn(catalog: Catalog, observation: Observation) -> list[ChartSpec]:
    """Every chart with the row in it."""
    return [spec for spec in expanded(catalog).values() if observation in selected(spec, catalog)]


def changed(before: Site, after: Site) -> Paths:
    """The paths of pages, and of files, that are not as they were; what a page says a file weighs is left aside."""
    assert before.pages.keys() == after.pages.keys()
    old, new = _contents(before), _contents(after)
    assert old.keys() == new.keys()
    pages = (path for path, page in after.pages.items() if _unweighed(page) != _unweighed(before.pages[path]))
    return frozenset(pages), frozenset(path for path, content in new.items() if content != old[path])


def _contents(site: Site) -> dict[str, bytes]:
    """What each file but those of the search index holds, by its path without the digest that some have in their name."""
    return {_DIGEST.sub("", path): file.content for path, file in site.assets.items() if not path.startswith(FOLDER)}


def _unweighed(page: Page) -> str:
    return _WEIGHT.sub("", page.text)


def silent(made: Made, cell: Cell) -> Iterator[str]:
    """Each place of the site that should show the cell's number and does not."""
    catalog, site = made
    briefing = catalog.briefings[cell.briefing]
    page = site.pages[of_briefing(briefing)].markdown
    dataset = catalog.datasets[row(catalog, cell).dataset]
    rows, _, anchor = of_row(dataset, row(catalog, cell)).partition("#")
    for name, shown, pattern in (
        ("prose", page, f">{cell.said}</button>"),
        ("value card", page, rf"<strong>{cell.said}\b"),
        ("citation", page, rf">Cite: [^<]*: {cell.said}\b"),
        ("judgement", page, rf'<ol class="judgements">(?s:.)*>{cell.said}</button>(?s:.)*</ol>'),
        ("row", site.pages[rows].markdown, rf'<tr id="{re.escape(anchor)}">.*>{cell.said}\b'),
        *([("card", _card(site, briefing), f"card-number.*>{cell.said}</button>")] if cell.on_card else []),
        ("download", site.assets[of_csv(dataset)].content.decode(), rf",{cell.period},{_digits(cell)},"),
    ):
        if not re.search(pattern, shown):
            yield name
    for spec in drawn(catalog, row(catalog, cell)):
        yield from (f"{spec.slug}: {part}" for part in _undrawn(site, spec, cell))


def _card(site: Site, briefing: Briefing) -> str:
    cards = site.pages[HOME].markdown.split('<li class="card">')
    return next(card for card in cards if f"briefings/{briefing.slug}.html" in card)


def _undrawn(site: Site, spec: ChartSpec, cell: Cell) -> Iterator[str]:
    forms = [site.figures[of_figure(spec.slug, form)] for form in ("wide", "narrow")]
    if not any(re.search(rf"\b{_printed(cell)}\b", form) for form in forms):
        yield "drawing"
    figures = re.findall(
        rf'<figure class="chart" id="{chart_anchor(spec)}".*?</figure>',
        "\n".join(page.markdown for page in site.pages.values()),
        re.DOTALL,
    )
    for figure in figures:
        if not all(cell.said in alternative for alternative in re.findall(r'alt="([^"]*)"', figure)):
            yield "alternative text"
        if not re.search(rf"</summary><p>[^<]*{cell.said}", figure):
            yield "description"
        if "<table" in figure and not re.search(rf'<td class="num" data-part="number">{cell.said}\b', figure):
            yield "table beside"


def _printed(cell: Cell) -> str:
    return cell.said.split()[-1]


def _digits(cell: Cell) -> str:
    return _printed(cell).replace(",", "")


def showing(catalog: Catalog, observation: Observation) -> dict[str, str]:
    """Why a page shows the row, by the page's path; by its name for the files of a dataset and of its charts."""
    specs = expanded(catalog).values()
    alike = {spec.slug for spec in specs if observation.dataset in {one for one, _ in spec.series}}
    together = [o for spec in drawn(catalog, observation) for o in selected(spec, catalog)]
    return {
        **dict.fromkeys(
            (observation.dataset, f"{observation.dataset}-numbers", *alike),
            "a file of its dataset, or of a chart of it, which tells the digests of the dataset's files",
        ),
        HOME: "a briefing's card",
        **dict.fromkeys(map(of_briefing, catalog.briefings.values()), "a briefing that quotes or draws it"),
        **dict.fromkeys((of_dataset(o.dataset) for o in together), "a chart with it"),
        of_dataset(observation.dataset): "its dataset",
        of_row(catalog.datasets[observation.dataset], observation).partition("#")[0]: "its row",
        of_place(observation.place): "its place",
        **dict.fromkeys(map(of_source, (observation.source, *observation.also_in)), "its source"),
        "disagreements/index.md": "others counted the same",
    }


def reason(path: str, shown: Mapping[str, str]) -> str:
    """Why a page or a file shows the row, or a blank if there is no reason why it should."""
    if twin := _TWIN.fullmatch(path):
        return reason(twin[1] or f"{twin[2]}.md", shown)
    named = PurePosixPath(path).name.partition(".")[0]
    families = (why for family, why in _FAMILIES.items() if path.startswith(family))
    return shown.get(path) or shown.get(named) or next(families, "")


def left_behind(made: Made, cell: Cell) -> Iterator[str]:
    """Each page that still has the old number, but where a person typed it.

    A description or a note may tell in its own words what a source says; nothing that is generated repeats the cell.
    """
    catalog, after = made
    observation = row(catalog, cell)
    typed = {inline(text.markdown) for _, text in public_texts(catalog) if cell.was.split()[-1] in text.markdown}
    typed |= {inline(source.title) for source in catalog.sources.values()}
    briefing = of_briefing(catalog.briefings[cell.briefing])
    for path in (briefing, of_dataset(observation.dataset), of_place(observation.place)):
        left = _NUMBERED.sub("", after.pages[path].markdown)
        for text in sorted(typed, key=len, reverse=True):
            left = left.replace(text, "")
        if re.search(rf"\b{cell.was}\b", left):
            yield path


every_cell = pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)


@every_cell
def test_all_that_shows_a_cell_changes_with_it(cell: Cell, before: Made, after: Made) -> None:
    assert _naming(cell, before[1]) == set()
    assert list(silent(after, cell)) == []
    assert list(left_behind(after, cell)) == []
    assert list(left_behind(before, cell))


@every_cell
def test_nothing_changes_that_has_no_reason_to_show_the_cell(cell: Cell, after: Made, differing: Paths) -> None:
    catalog, site = after
    shown = showing(catalog, row(catalog, cell))
    number = re.compile(rf"(?<![\w.])(?:{_digits(cell)}|{_printed(cell)})(?!\w)".encode())
    files = {path for path, content in _contents(site).items() if path in differing[1] and number.search(content)}
    assert {path for path in _naming(cell, site) | files if not reason(path, shown)} == set()
    assert of_csv(catalog.datasets[row(catalog, cell).dataset]) in files
    forms = {of_figure(spec.slug, form) for spec in drawn(catalog, row(catalog, cell)) for form in ("wide", "narrow")}
    assert forms <= differing[1]


def test_nothing_else_changes(after: Made, differing: Paths) -> None:
    catalog, site = after
    pages, files = differing
    assert pages == set.union(*(_naming(cell, site) for cell in CELLS.values()))
    shown = [showing(catalog, row(catalog, cell)) for cell in CELLS.values()]
    assert {path for path in pages | files if not any(reason(path, paths) for paths in shown)} == set()


def _naming(cell: Cell, site: Site) -> set[str]:
    """The pages with the new number of the cell, which is nowhere in the real site."""
    number = re.compile(rf"\b{_printed(cell)}\b")
    return {path for path, page in site.pages.items() if number.search(page.text)}


ROW = "killed,IQ,2018-02,91,,,at_least,,,nba-2018-02,"
QUOTED = '{{ value("unami-monthly/killed", "2018-02") }}'


def test_an_upper_end_below_the_lower_stops_the_build(make: Make) -> None:
    with pytest.raises(Refused) as refused:
        make(("comeback/hashimi-kidnap-murder.csv", ",2018-06,83,83,,", ",2018-06,83,83,7,"))
    assert (
        'data/comeback/hashimi-kidnap-murder.csv:4:49  lower: found "83", expected a number up to the upper end 7. '
        "Check that lower, value and upper are in the right columns."
    ) in str(refused.value)


def test_a_row_that_is_quoted_cannot_be_removed_nor_its_speaker_renamed(make: Make) -> None:
    """Every place that quotes the row is named, in the briefing and among the judgements."""
    table = "casualties/unami-monthly.csv"
    lines = (ROOT / "data" / table).read_text(encoding="utf-8").splitlines(keepends=True)
    speaker = '"%s, via CNN",cnn-kvia-2019-10-09'
    with pytest.raises(Refused) as refused:
        make(
            (table, next(line for line in lines if line.startswith(ROW)), ""),
            ("prisons/sdf-held-detainees.csv", speaker % "US officials", speaker % "A US official"),
        )
    assert (
        'found "{{ value("sdf-held-detainees/all", "2019-10", said_by="US officials, via CNN") }}", expected a row that '
        "exists. No row has said_by US officials, via CNN."
    ) in str(refused.value)
    assert (ROOT / "content/briefings/casualties.md").read_text(encoding="utf-8").count(QUOTED) == 4
    assert str(refused.value).count(f'expression: found "{QUOTED}", expected a row that exists.') == 3
    assert " more like this." in str(refused.value)
    assert "content/judgements.yml:" in str(refused.value)
