"""Links of a page in its plain forms, which lead to the same form of other pages."""

from collections.abc import Callable, Container
from functools import cache
from posixpath import dirname, join, normpath

from generators.urls.links import has_scheme, html_way
from generators.urls.paths import of_twin

Way = Callable[[str], str]
"""Function from the address of a link to its address in a plain form."""


def plain_way(page: str, pages: Container[str], ending: str) -> Way:
    """Return the function for links of a plain form with that file ending: to the same form of a page, without its anchor, else to the file."""

    @cache
    def link_to(href: str) -> str:
        href = href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
        if not href or has_scheme(href):
            return href
        path = href.partition("#")[0].removesuffix(".html").removesuffix(".md")
        if not path:
            return page.rpartition("/")[2].removesuffix(".md") + ending
        if normpath(join(dirname(page), f"{path}.md")) in pages:
            return path + ending
        return html_way(of_twin(page), join(dirname(page), href))

    return link_to
