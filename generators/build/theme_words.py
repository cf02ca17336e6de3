"""Words of the theme's templates and scripts, which no message catalogue reaches: they get them by name."""

from collections.abc import Mapping

from generators.text.messages import gettext


def theme_words() -> Mapping[str, str]:
    """Return the words by name, in the site's language."""
    return {
        "text_only": gettext("Text-only version"),
        "feed_of_briefings": gettext("Briefings"),
        "feed_of_corrections": gettext("Corrections"),
        "kind_of_page": gettext("Kind of page"),
        "more_results": gettext("More results"),
        "not_found": gettext("Page not found"),
        "mistyped": gettext("The address may be mistyped, or the page may have moved."),
        "home_page": gettext("Home page"),
        "folder_index": gettext("Index of this folder"),
        "remove_parts": gettext("Or remove parts from the end of the address until a page of this site opens."),
        "report_link": gettext("To report a broken link, write to:"),
        "loading_failed": gettext("Search could not be loaded. Reload the page to try again."),
    }
