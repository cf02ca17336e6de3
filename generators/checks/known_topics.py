"""Unknown topics of datasets, events and briefings."""

from collections.abc import Iterator

from generators.model import Catalog
from generators.model.problems import Problem, Where, did_you_mean


def known_topics(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each topic that `content/site.yml` does not list."""
    for subject, topic, where in _all(catalog):
        if topic not in catalog.config.topics:
            yield Problem(
                where=where.part(subject),
                subject=subject,
                found=topic,
                expected=f"a topic of {catalog.config.where.path}",
                advice=did_you_mean(topic, catalog.config.topics),
            )


def _all(catalog: Catalog) -> Iterator[tuple[str, str, Where]]:
    for dataset in catalog.datasets.values():
        yield "folder", dataset.topic, dataset.where
    for event in catalog.events:
        yield "topic", event.topic, event.where
    for briefing in catalog.briefings.values():
        yield "topic", briefing.topic, briefing.where
