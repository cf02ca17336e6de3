"""Words of the theme's own templates, which no catalogue reaches: they get them by name, whatever engine renders them."""

from collections.abc import Mapping

from generators.text.messages import gettext


def theme_words() -> Mapping[str, str]:
    """Return the words by name, in the site's language; a template puts links in place of names in braces."""
    return {
        "text_only": gettext("Text-only version"),
        "briefings": gettext("Briefings"),
        "corrections": gettext("Corrections"),
        "kind_of_page": gettext("Kind of page"),
        "more_results": gettext("More results"),
        "search_failed": gettext("Search could not be loaded. Reload the page to try again."),
        "comma": gettext(", "),
        "not_found": gettext("Page not found"),
        "home_page": gettext("home page"),
        "folder_index": gettext("the index of this folder"),
        "start_from": gettext(
            "The address may be mistyped, or the page may have moved. Start from the %(home)s, or go to %(pages)s.",
            home="{home}",
            pages="{pages}",
        ),
        "shorten": gettext(
            "The address may be mistyped, or the page may have moved. Try %(index)s, or remove parts from the end of the "
            "address until a page of %(site)s opens.",
            index="{index}",
            site="{site}",
        ),
        "report": gettext("To report a broken link, write to %(contact)s.", contact="{contact}"),
    }
