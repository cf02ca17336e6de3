"""Paths and anchors of all pages and files.

They are built from ids and keys alone, so they do not change when rows are added.
"""

import re
from collections.abc import Mapping

from generators.model import Briefing, Catalog, ChartSpec, Dataset, Grain, Observation, Period, Place, Source
from generators.model.memo import per_catalog

FORMS = ("full", "brief")

HOME = "index.md"
BRIEFINGS = "briefings/index.md"
DATASETS = "datasets/index.md"
SOURCES = "sources/index.md"
PLACES = "places/index.md"
CHARTS = "charts/index.md"
TIMELINE = "timeline.md"
DOWNLOADS = "downloads.md"
DATA_INDEX = "data/index.json"
DATA_SCHEMA = "data/index.schema.json"
DATAPACKAGE = "data/datapackage.json"
CITATION = "data/CITATION.cff"
DATACITE = "data/datacite.json"
DCAT = "data/catalogue.jsonld"
CRATE = "data/ro-crate-metadata.json"
OPENAPI = "data/openapi.json"
EVERYTHING = "data/all.zip"
PARQUET = "data/all.parquet"
DATABASE = "data/all.sqlite"
DATASETTE = "data/all.datasette.json"
"""The metadata of the database for Datasette."""
TABLES = "data/tables/"
"""The folder of tables that the rows of all datasets refer to."""
OF_ALL_DATA = (DATAPACKAGE, CITATION, DATACITE, DCAT, CRATE, OPENAPI, EVERYTHING, PARQUET, DATABASE, DATASETTE, TABLES)
"""Files about all data; no dataset may have their names."""
SUMS = "SHA256SUMS"
"""Checksums of all published files."""
OFFLINE = "offline.zip"
"""The whole site in one file for offline use."""
OFFLINE_TOP = "offline/"
"""The top folder of the unpacked file."""
OFFLINE_SUM = "offline.sha256"
"""The checksum of the list of checksums in the unpacked file."""
LANGUAGE_SHEET = "assets/css/language.css"
LLMS = "llms.txt"
LLMS_FULL = "llms-full.txt"
"""Files for language models at a site's root."""
AFTERWARDS = (SUMS, OFFLINE, OFFLINE_SUM, LLMS, LLMS_FULL)
"""Files made after all pages."""
GLOSSARY = "glossary.md"
CORRECTIONS = "corrections.md"
KEPT = "v"
"""The folder of a published site with its archived editions."""
RELEASES = "releases/index.md"
LEFT_OUT = "left-out.md"
SILENCES = "silences.md"
JUDGEMENTS = "judgements.md"
CLAIMS = "claims.md"
DISAGREEMENTS = "disagreements/index.md"
REVISIONS = "revisions.md"
COVERAGE = "coverage.md"
GRADES = "grades.md"
RELIABILITY = f"{GRADES}#reliability"
"""The scale of letters."""
CHART_KINDS = "chart-kinds/index.md"
BY_LETTER = re.compile(r"sources/by-[a-z0-9]\.md")
"""Pages of sources by first letter of the publisher."""
ROWS_ON_A_PAGE = 40
NOTES_ON_A_PAGE = 5_000
"""Most rows, and most characters of notes, on a dataset's page; more rows get separate pages."""


def of_briefing(briefing: Briefing) -> str:
    """Return the page of a briefing."""
    return f"briefings/{briefing.slug}.md"


@per_catalog
def briefings_by_page(catalog: Catalog) -> Mapping[str, Briefing]:
    """Return the briefings by the paths of their pages."""
    return {of_briefing(briefing): briefing for briefing in catalog.briefings.values()}


def of_document(briefing: Briefing, form: str) -> str:
    """Return the PDF of a briefing in one of its forms, "full" or "brief"."""
    return of_paper(of_briefing(briefing), form)


def of_paper(page: str, form: str) -> str:
    """Return the PDF of a briefing by the path of its page.

    >>> of_paper("briefings/river-levels.md", "brief")
    'briefings/river-levels-brief.pdf'
    """
    return f"{page.removesuffix('.md')}{'' if form == 'full' else '-' + form}.pdf"


def of_dataset(dataset: str) -> str:
    """Return the page of the dataset with that id."""
    return f"datasets/{dataset}.md"


def of_row(dataset: Dataset, observation: Observation) -> str:
    """Return page and fragment of an observation's row; a long table is divided by indicator and year.

    Without redistributable rows it is the dataset's page.
    """
    if not dataset.redistributable:
        return of_dataset(dataset.id)
    return f"{rows_page(dataset, observation)}#{row_anchor(dataset, observation)}"


def rows_page(dataset: Dataset, observation: Observation) -> str:
    """Return the page with the observation's row."""
    if not is_long(dataset):
        return of_dataset(dataset.id)
    year = observation.period.first.year if observation.period else "undated"
    return f"datasets/{dataset.id}/{observation.indicator.id}-{year}.md"


def is_long(dataset: Dataset) -> bool:
    """Return True if the rows would make one page too heavy for a slow connection."""
    rows = dataset.observations
    return dataset.redistributable and (
        len(rows) > ROWS_ON_A_PAGE or sum(len(row.note) for row in rows) > NOTES_ON_A_PAGE
    )


def of_chart_kind(kind: str) -> str:
    """Return the page of a chart kind."""
    return f"chart-kinds/{kind}.md"


def of_source(source: Source) -> str:
    """Return the page of a source."""
    return f"sources/{source.id}.md"


def of_place(place: Place) -> str:
    """Return the page of a place."""
    return f"places/{place.code.lower()}.md"


def of_disagreement(concept: str, place: Place, period: Period) -> str:
    """Return page and fragment of a disagreement's panel."""
    return f"disagreements/{concept}-{stretch(period)}.md#{anchor(f'{place.code}.{period.text}')}"


def of_interest(interest: str) -> str:
    """Return the page of the parties with that interest."""
    return f"grades/{interest}.md"


def of_figure(slug: str, form: str) -> str:
    """Return the drawing of a chart in one of its forms, "wide" or "narrow"."""
    return f"figures/{slug}.{form}.svg"


def of_live(slug: str, form: str, digest: str) -> str:
    """Return the script of an interactive chart, named by its content, so that no browser uses an old one."""
    return f"figures/{slug}.{form}.{digest[:10]}.js"


def of_cards(digest: str) -> str:
    """Return the script with the cards of a page's numbers."""
    return f"assets/cards/{digest}.js"


def of_engine(digest: str) -> str:
    """Return the runtime script of interactive charts."""
    return f"assets/js/vega.{digest[:10]}.js"


def of_chart(slug: str) -> str:
    """Return the page of a chart."""
    return f"charts/{slug}.md"


def of_chart_file(slug: str, ending: str) -> str:
    """Return a download of a chart, "csv", "json", "svg" or "png"."""
    return f"charts/{slug}.{ending}"


def of_embed(slug: str) -> str:
    """Return the embeddable page of a chart, as a published path."""
    return f"embed/{slug}.html"


def of_csv(dataset: Dataset) -> str:
    """Return the CSV of the dataset."""
    return of_data(dataset.id, "csv")


def of_data(dataset: str, ending: str) -> str:
    """Return a download of the dataset with that id, "csv", "json" or "zip"."""
    return f"data/{dataset}.{ending}"


def of_table(name: str) -> str:
    """Return the table of that name, which the rows of all datasets refer to."""
    return f"{TABLES}{name}.csv"


def of_differences(old: str, new: str, ending: str = "md") -> str:
    """Return the differences of two releases: the page, or with "csv" the table."""
    return f"releases/{old}-to-{new}.{ending}"


def of_edition(version: str) -> str:
    """Return the folder of an archived edition: see `briefings keep`."""
    return f"{KEPT}/{version}/"


def of_reference(page: str, ending: str) -> str:
    """Return the citation of a page for a reference manager: "bib", "ris" or "json".

    >>> of_reference("charts/levels.md", "bib")
    'cite/charts/levels.bib'
    """
    return f"cite/{page.removesuffix('.md')}.{ending}"


def of_bibliography(briefing: Briefing, ending: str) -> str:
    """Return the sources of a briefing for a reference manager."""
    return f"cite/briefings/{briefing.slug}-sources.{ending}"


def of_numbers(dataset: str, ending: str) -> str:
    """Return the citations of a dataset's numbers for a reference manager."""
    return f"cite/datasets/{dataset}-numbers.{ending}"


def of_card(slug: str) -> str:
    """Return the social card of a chart; it is not a download, so it is not with the chart's files."""
    return f"cards/{slug}.png"


def of_feed(name: str, ending: str) -> str:
    """Return the feed with that name, as "atom" or "json"; a published path."""
    return f"feeds/{name}.{ending}"


def of_twin(page: str) -> str:
    """Return the Markdown of a page, with an extension that no engine takes for a page.

    >>> of_twin("briefings/river-levels.md")
    'markdown/briefings/river-levels.md.txt'
    """
    return f"markdown/{page}.txt"


def of_text(page: str, part: int = 1) -> str:
    """Return the text-only version of a page, or a later part of it.

    >>> of_text("timeline.md"), of_text("timeline.md", 2)
    ('text/timeline.html', 'text/timeline.part-2.html')
    """
    return f"text/{page.removesuffix('.md')}{'' if part == 1 else f'.part-{part}'}.html"


def stretch(period: Period) -> str:
    """Return the time as part of an address: the year, or for single months and days the half-year."""
    if not is_halved(period):
        return str(period.first.year)
    return f"{period.first.year}-{'january-to-june' if period.first.month <= 6 else 'july-to-december'}"


def is_halved(period: Period) -> bool:
    """Return True for a single month or day, whose pages are those of half a year."""
    return period.grain in (Grain.MONTH, Grain.DAY)


def chart_anchor(chart: ChartSpec) -> str:
    """Return the id of a chart's figure on a page."""
    return f"chart-{chart.slug}"


def row_anchor(dataset: Dataset, observation: Observation) -> str:
    """Return the id of an observation's row, from its key alone; in a series without the speaker."""
    indicator, place, period, said_by, as_of = observation.key
    speaker = "" if dataset.form == "series" else said_by
    return anchor(".".join(part for part in (indicator, place, period, speaker, as_of) if part))


def anchor(text: str) -> str:
    """Return text as a fragment: lower case, letters, digits, dots and hyphens.

    >>> anchor("level.RV-A.2020-01/2020-03.Lock keeper, via The Ferry Post")
    'level.rv-a.2020-01-2020-03.lock-keeper-via-the-ferry-post'
    """
    return re.sub(r"[^\w.]+", "-", text.lower()).strip("-")
