"""Where everything lives on the site: paths and anchors.

Addresses are built from ids and keys alone, so they stay when rows are added around them.
"""

import re

from generators.model import Briefing, ChartSpec, Dataset, Grain, Observation, Period, Place, Source

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
"""Who reads the database with Datasette gives it this description."""
TABLES = "data/tables/"
"""The folder of what the rows of all datasets refer to."""
OF_ALL_DATA = (DATAPACKAGE, CITATION, DATACITE, DCAT, CRATE, OPENAPI, EVERYTHING, PARQUET, DATABASE, DATASETTE, TABLES)
"""Files about all data, beside those of the datasets: no dataset may have their names."""
SUMS = "SHA256SUMS"
"""The digests of everything that is published."""
OFFLINE = "offline.zip"
"""The whole site in one file, to be opened from a folder."""
OFFLINE_TOP = "offline/"
"""The folder that everything lies in when it is unpacked."""
OFFLINE_SUM = "offline.sha256"
"""The digest of the list of digests within it, for who has unpacked it."""
LLMS = "llms.txt"
LLMS_FULL = "llms-full.txt"
"""What language models look for at a site's root."""
AFTERWARDS = (SUMS, OFFLINE, OFFLINE_SUM, LLMS, LLMS_FULL)
"""Files that are made when all pages are, or when an engine has written them."""
GLOSSARY = "glossary.md"
CORRECTIONS = "corrections.md"
KEPT = "v"
"""The folder of a published site in which its earlier editions are kept, each whole."""
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
"""The letters' scale."""
CHART_KINDS = "chart-kinds/index.md"
BY_LETTER = re.compile(r"sources/by-[a-z0-9]\.md")
"""The pages that list the sources by their publishers' first letters."""
ROWS_ON_A_PAGE = 40
NOTES_ON_A_PAGE = 5_000
"""More rows, or more letters of notes, and a dataset's rows get pages of their own."""


def of_briefing(briefing: Briefing) -> str:
    """The briefing's page."""
    return f"briefings/{briefing.slug}.md"


def of_document(briefing: Briefing, form: str) -> str:
    """The briefing as a PDF in one of its forms, "full" or "brief"."""
    return of_paper(of_briefing(briefing), form)


def of_paper(page: str, form: str) -> str:
    """The same by the path of its page.

    >>> of_paper("briefings/river-levels.md", "brief")
    'briefings/river-levels-brief.pdf'
    """
    return f"{page.removesuffix('.md')}{'' if form == 'full' else '-' + form}.pdf"


def of_dataset(dataset: str) -> str:
    """The page of the dataset with that id."""
    return f"datasets/{dataset}.md"


def of_row(dataset: Dataset, observation: Observation) -> str:
    """The page and fragment of an observation's row: a long table is cut by indicator and year.

    Where the licence lets no rows leave there is no row to point at, only the page.
    """
    if not dataset.redistributable:
        return of_dataset(dataset.id)
    return f"{rows_page(dataset, observation)}#{row_anchor(dataset, observation)}"


def rows_page(dataset: Dataset, observation: Observation) -> str:
    """The page that shows the observation's row."""
    if not is_long(dataset):
        return of_dataset(dataset.id)
    year = observation.period.first.year if observation.period else "undated"
    return f"datasets/{dataset.id}/{observation.indicator.id}-{year}.md"


def is_long(dataset: Dataset) -> bool:
    """True if the rows would make one page too heavy for a reader on a poor line."""
    rows = dataset.observations
    return dataset.redistributable and (
        len(rows) > ROWS_ON_A_PAGE or sum(len(row.note) for row in rows) > NOTES_ON_A_PAGE
    )


def of_chart_kind(kind: str) -> str:
    """The page that says when to use that kind of chart, and how to read it."""
    return f"chart-kinds/{kind}.md"


def of_source(source: Source) -> str:
    """The source's page."""
    return f"sources/{source.id}.md"


def of_place(place: Place) -> str:
    """The place's page."""
    return f"places/{place.code.lower()}.md"


def of_disagreement(concept: str, place: Place, period: Period) -> str:
    """The page and fragment of the panel of all who counted that concept there and then, where they differ."""
    return f"disagreements/{concept}-{stretch(period)}.md#{anchor(f'{place.code}.{period.text}')}"


def of_interest(interest: str) -> str:
    """The page of the parties with that interest."""
    return f"grades/{interest}.md"


def of_figure(slug: str, form: str) -> str:
    """The drawing of a chart in one of its forms, "wide" or "narrow"."""
    return f"figures/{slug}.{form}.svg"


def of_live(slug: str, form: str, digest: str) -> str:
    """The script that makes one form of a chart live; named by its content, so that no browser keeps an old one."""
    return f"figures/{slug}.{form}.{digest[:10]}.js"


def of_engine(digest: str) -> str:
    """The script that live charts run on."""
    return f"assets/js/vega.{digest[:10]}.js"


def of_chart(slug: str) -> str:
    """The chart's own page: its permanent address."""
    return f"charts/{slug}.md"


def of_chart_file(slug: str, ending: str) -> str:
    """What can be taken of a chart, "csv", "json", "svg" or "png", beside its page."""
    return f"charts/{slug}.{ending}"


def of_embed(slug: str) -> str:
    """The page of a chart that another site shows in a frame; made by us, so it ends as it is published."""
    return f"embed/{slug}.html"


def of_csv(dataset: Dataset) -> str:
    """The dataset's rows as a table."""
    return of_data(dataset.id, "csv")


def of_data(dataset: str, ending: str) -> str:
    """What can be taken of the dataset with that id, "csv", "json" or "zip"."""
    return f"data/{dataset}.{ending}"


def of_table(name: str) -> str:
    """The table of that name, to which the rows of all datasets refer."""
    return f"{TABLES}{name}.csv"


def of_differences(old: str, new: str, ending: str = "md") -> str:
    """What differs between two releases: the page, or with "csv" the table."""
    return f"releases/{old}-to-{new}.{ending}"


def of_edition(version: str) -> str:
    """The whole site as it was in that edition, for which it is kept: see `briefings keep`."""
    return f"{KEPT}/{version}/"


def of_reference(page: str, ending: str) -> str:
    """How the page at that path is cited, for a reference manager: "bib", "ris" or "json".

    >>> of_reference("charts/levels.md", "bib")
    'cite/charts/levels.bib'
    """
    return f"cite/{page.removesuffix('.md')}.{ending}"


def of_bibliography(briefing: Briefing, ending: str) -> str:
    """What the briefing cites, for a reference manager."""
    return f"cite/briefings/{briefing.slug}-sources.{ending}"


def of_numbers(dataset: str, ending: str) -> str:
    """How each number of the dataset with that id is cited, for a reference manager."""
    return f"cite/datasets/{dataset}-numbers.{ending}"


def of_card(slug: str) -> str:
    """The chart as a picture that fits where links are shared; not beside its files, since nobody takes it away."""
    return f"cards/{slug}.png"


def of_feed(name: str, ending: str) -> str:
    """The stream of changes with that name, as "atom" or "json"; never a page, so it ends as it is published."""
    return f"feeds/{name}.{ending}"


def of_twin(page: str) -> str:
    """The page at that path as plain Markdown; no engine takes a text for a page.

    >>> of_twin("briefings/river-levels.md")
    'markdown/briefings/river-levels.md.txt'
    """
    return f"markdown/{page}.txt"


def of_text(page: str, part: int = 1) -> str:
    """The page at that path in the text-only edition, or a later part of it.

    >>> of_text("timeline.md"), of_text("timeline.md", 2)
    ('text/timeline.html', 'text/timeline.part-2.html')
    """
    return f"text/{page.removesuffix('.md')}{'' if part == 1 else f'.part-{part}'}.html"


def stretch(period: Period) -> str:
    """The part of an address that says when: the year; single months and days get half a year each, for there may be many."""
    if period.grain not in (Grain.MONTH, Grain.DAY):
        return str(period.first.year)
    return f"{period.first.year}-{'january-to-june' if period.first.month <= 6 else 'july-to-december'}"


def chart_anchor(chart: ChartSpec) -> str:
    """The id of a chart's figure on a page."""
    return f"chart-{chart.slug}"


def row_anchor(dataset: Dataset, observation: Observation) -> str:
    """The id of an observation's row, from its key alone; in a series the speaker goes without saying."""
    indicator, place, period, said_by, as_of = observation.key
    speaker = "" if dataset.form == "series" else said_by
    return anchor(".".join(part for part in (indicator, place, period, speaker, as_of) if part))


def anchor(text: str) -> str:
    """Text as a fragment: lower case, letters, digits, dots and hyphens.

    >>> anchor("level.RV-A.2020-01/2020-03.Lock keeper, via The Ferry Post")
    'level.rv-a.2020-01-2020-03.lock-keeper-via-the-ferry-post'
    """
    return re.sub(r"[^\w.]+", "-", text.lower()).strip("-")
