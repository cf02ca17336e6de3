"""Faults and changes planted in a copy of the real site: time and correction notice them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from generators.analysis.data_quality import coverage_tables
from generators.analysis.freshness import freshness
from generators.analysis.revisions import revisions
from generators.build import assemble
from generators.model import Catalog, Correction, Dataset, parse
from generators.model.problems import Where, report
from generators.pages.revisions import revision_pages
from tests.fixtures.plain_drawings import draw
from tests.fixtures.real_site import real

MISTAKE = Correction(
    date=date(2026, 11, 21),
    was="It was 12.",
    now="It is 21.",
    why="Two digits were swapped.",
    pages=("about.md",),
    where=Where(path="data/corrections.yml"),
)


def planted(dataset: Dataset) -> Catalog:
    return replace(real(), datasets=MappingProxyType({**real().datasets, dataset.id: dataset}))


def test_a_changed_cell_changes_the_steps_the_page_and_the_command() -> None:
    dataset = real().datasets["ibc-monthly"]
    rows = tuple(replace(o, value=Decimal(4099), checked=True) if o.value == 4088 else o for o in dataset.observations)
    catalog = planted(replace(dataset, observations=rows))
    (june,) = (r for r in revisions(catalog) if r.speaker == "Iraq Body Count" and r.period.text == "2014-06")
    assert june.steps[-1].observation.number == 4099
    text = "".join(page.markdown for page in revision_pages(catalog))
    assert ">4,099</a>" in text
    assert ">4,088</a>" not in text
    assert coverage_tables(catalog)[0].rows != coverage_tables(real())[0].rows


def test_a_further_statement_is_a_further_step() -> None:
    dataset = real().datasets["ibc-snapshots"]
    june = next(o for o in dataset.observations if o.period and o.period.text == "2014-06")
    later = replace(june, value=Decimal(2600), as_of=parse.period("2015-06"))
    catalog = planted(replace(dataset, observations=(later, *dataset.observations)))
    (found,) = (r for r in revisions(catalog) if r.speaker == "Iraq Body Count" and r.period.text == "2014-06")
    assert [step.observation.number for step in found.steps] == [1934, 2534, 2600, 4088]


def test_a_series_that_nobody_marked_as_ended_is_overdue() -> None:
    dataset = real().datasets["unami-monthly"]
    assert freshness(dataset, real().edition.date) == "ended"
    assert freshness(replace(dataset, ended=None), real().edition.date) == "overdue"


def test_a_correction_is_noted_on_each_page_that_it_names_and_on_no_other() -> None:
    catalog = replace(real(), corrections=(MISTAKE,))
    made, problems = assemble.assemble(catalog, draw)
    noted = {path for path, page in made.pages.items() if "Corrected on 21 November 2026" in page.markdown}
    assert problems == ()
    assert noted == {"about.md"}
    lines = made.pages["about.md"].markdown.splitlines()
    heading = next(n for n, line in enumerate(lines) if line.startswith("# "))
    assert "Before: It was 12. Now: It is 21. Two digits were swapped." in lines[heading + 2]


def test_several_corrections_of_a_page_open_from_one_line() -> None:
    later = replace(MISTAKE, date=MISTAKE.date + timedelta(days=1), was="It was 21.", now="It is 22.")
    made, problems = assemble.assemble(replace(real(), corrections=(MISTAKE, later)), draw)
    assert problems == ()
    (note,) = [line for line in made.pages["about.md"].markdown.splitlines() if "notice" in line]
    summary = "<summary>Corrected on 22 November 2026: 2 corrections</summary>"
    assert note.startswith(f'<div class="notice"><details>{summary}')
    assert note.index("Before: It was 21.") < note.index("Before: It was 12. Now: It is 21.")


def test_a_correction_of_a_page_that_does_not_exist_is_refused() -> None:
    catalog = replace(real(), corrections=(replace(MISTAKE, pages=("abuot.md",)),))
    told = report(assemble.assemble(catalog, draw)[1])
    assert (
        told
        == f'{MISTAKE.where}  pages: found "abuot.md", expected the path of a page of this site. Did you mean about.md?'
    )
