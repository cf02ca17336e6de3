"""Registry of page kinds, functions from the catalog to pages.

To add one: a file here with a generator function, a line in `PAGES`, a test beside the others.
"""

from generators.pages.briefings import briefings
from generators.pages.chart_kinds import chart_kind_pages
from generators.pages.charts import charts
from generators.pages.corrections import corrections
from generators.pages.data_quality import coverage_page
from generators.pages.datasets import datasets
from generators.pages.disagreements import disagreement_pages
from generators.pages.downloads import downloads
from generators.pages.editions import releases
from generators.pages.exclusions import left_out
from generators.pages.glossary import glossary
from generators.pages.grades import grade_pages
from generators.pages.home import home
from generators.pages.judgements import judgement_pages
from generators.pages.places import places
from generators.pages.plan import Kind
from generators.pages.revisions import revision_pages
from generators.pages.sources import sources
from generators.pages.static_pages import standing
from generators.pages.suppressions import silences
from generators.pages.timeline import timeline_page
from generators.pages.withdrawn_rows import withdrawn_pages

PAGES: tuple[Kind, ...] = (
    home,
    briefings,
    datasets,
    charts,
    disagreement_pages,
    revision_pages,
    coverage_page,
    grade_pages,
    chart_kind_pages,
    places,
    judgement_pages,
    timeline_page,
    sources,
    glossary,
    downloads,
    corrections,
    releases,
    withdrawn_pages,
    left_out,
    silences,
    standing,
)
