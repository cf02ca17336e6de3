"""Every kind of page the site has, and one page of each: the heaviest, where layout and memory are tried most."""

from pathlib import Path

KINDS = {
    "home": "index.html",
    "briefing": "briefings/*.html",
    "briefings": "briefings/index.html",
    "dataset": "datasets/*.html",
    "dataset-year": "datasets/*/*.html",
    "datasets": "datasets/index.html",
    "chart": "charts/*.html",
    "charts": "charts/index.html",
    "chart-kind": "chart-kinds/*.html",
    "chart-kinds": "chart-kinds/index.html",
    "embed": "embed/*.html",
    "source": "sources/*.html",
    "sources": "sources/index.html",
    "place": "places/*-*.html",
    "country": "places/??.html",
    "places": "places/index.html",
    "timeline": "timeline.html",
    "glossary": "glossary.html",
    "grades": "grades.html",
    "grade": "grades/*.html",
    "judgements": "judgements.html",
    "claims": "claims.html",
    "disagreement": "disagreements/*.html",
    "disagreements": "disagreements/index.html",
    "revision": "revisions/*.html",
    "revisions": "revisions.html",
    "known": "known/*.html",
    "coverage": "coverage.html",
    "releases": "releases/index.html",
    "downloads": "downloads.html",
    "silences": "silences.html",
    "corrections": "corrections.html",
    "left-out": "left-out.html",
    "methodology": "methodology.html",
    "about": "about.html",
    "missing": "404.html",
    "text": "text/briefings/*.html",
    "text-home": "text/index.html",
}


def page_of(kind: str, site: Path) -> str:
    """The address, from the site's root, of the heaviest page of that kind."""
    pages = (path for path in site.glob(KINDS[kind]) if path.name != "index.html" or KINDS[kind].endswith("index.html"))
    found = sorted(pages, key=lambda path: (path.stat().st_size, path.name))
    assert found, f"The site has no page of the kind {kind}: {KINDS[kind]}"
    return found[-1].relative_to(site).as_posix()
