"""The catalog: everything that was read and checked, the input of every page, chart, export and check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generators.model.content import Briefing, ChartSpec, Correction, StandingPage, Term
from generators.model.dataset import Concept, Dataset, Dispute, Event, Indicator, LeftOut, Observation, Place, Source
from generators.model.edition import Edition, SiteConfig
from generators.model.evidence import GradedRows
from generators.model.grades import Body, Party
from generators.model.judgements import Claim, Judgement
from generators.model.redirects import Moved, ReleasedPage
from generators.model.release import Release
from generators.model.rules import Harm, Incomparable, Silence, Words
from generators.model.site import Templates


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Catalog:
    """All items by id, in the order in which readers meet them.

    A catalog equals itself alone, so that results can be kept by catalog (`model.memo`).
    """

    config: SiteConfig
    edition: Edition
    concepts: Mapping[str, Concept]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    datasets: Mapping[str, Dataset]
    events: tuple[Event, ...]
    charts: Mapping[str, ChartSpec]
    briefings: Mapping[str, Briefing]
    standing: Mapping[str, StandingPage]
    terms: Mapping[str, Term]
    corrections: tuple[Correction, ...]
    left_out: tuple[LeftOut, ...]
    geometry: bytes | None
    """TopoJSON of the places' outlines, one object named `data`; None where a site has no map."""
    silences: tuple[Silence, ...] = ()
    words: Words = field(default_factory=Words)
    harm: Harm = field(default_factory=Harm)
    incomparable: tuple[Incomparable, ...] = ()
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    """The body behind each further name of one; the observations have their origins already."""
    credibility: tuple[GradedRows, ...] = ()
    """Grades of single rows; the observations have them already."""
    disputes: tuple[Dispute, ...] = ()
    """Disputes of single rows; the observations have them already."""
    releases: tuple[Release, ...] = ()
    """Records of earlier editions, the oldest first."""
    released_pages: Mapping[str, ReleasedPage] = field(default_factory=dict)
    """Pages of released editions, by path."""
    moved: Mapping[str, Moved] = field(default_factory=dict)
    """Redirects of removed pages, by path."""
    drafts: tuple[Briefing, ...] = ()
    """Briefings that are written but not published; they are among `briefings` only where a maintainer looks at them."""
    templates: Templates = field(default_factory=Templates)
    previous: "Catalog | None" = None
    """In a preview, the catalog of the last complete site: it tells quickly what other pages say."""

    @property
    def observations(self) -> Iterator[Observation]:
        """All observations, dataset by dataset."""
        for dataset in self.datasets.values():
            yield from dataset.observations

    @property
    def indicators(self) -> Iterator[Indicator]:
        """All indicators, dataset by dataset."""
        for dataset in self.datasets.values():
            yield from dataset.indicators.values()

    def wholes(self, place: Place) -> tuple[str, ...]:
        """Return the codes of all places around this one, the nearest first; none for a circle."""
        codes: list[str] = []
        area = place
        while area.parent in self.places:
            if area.parent in codes or area.parent == place.code:
                return ()
            codes.append(area.parent)
            area = self.places[area.parent]
        return tuple(codes)

    def dataset_of(self, observation: Observation) -> Dataset:
        """Return the dataset of the observation."""
        return self.datasets[observation.dataset]

    def series(self, dataset: str, indicator: str) -> tuple[Observation, ...]:
        """Return the observations of one indicator in file order; empty if there is none."""
        table = self.datasets.get(dataset)
        return tuple(o for o in table.observations if o.indicator.id == indicator) if table else ()
