"""Jinja2 templates of pages and components, in generators/templates.

Values are escaped for HTML and Markdown. An undefined name or a value of the wrong type is a `BadTemplate`, at its line.
A site overrides a template by a file of the same name in the folder that mkdocs.yml names.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from html import escape
from types import TracebackType

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_eval_context,
)
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.nodes import EvalContext
from jinja2.utils import missing
from markupsafe import Markup

from generators.analysis import grades
from generators.cache import CompiledTemplates
from generators.components.escaping import as_id, comma_list, escaped_value, translating, unbroken
from generators.components.file_sizes import archive_size, size_of
from generators.components.late_values import DRAWING, LENGTH, apart, late
from generators.model import Catalog, languages
from generators.model.problems import Problem, Where, did_you_mean, report
from generators.text import joining, messages, wording
from generators.urls import paths
from generators.urls.links import absolute, html_way

_SHOWN_AS = "generators/templates"
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BLANK = re.compile(r"\n{3,}")
_FILTERS: Mapping[str, Callable[..., str]] = {
    function.__name__: function
    for function in (
        wording.amount,
        wording.amount_with_unit,
        joining.capital,
        wording.check_in_words,
        wording.digits,
        wording.document_in_words,
        wording.numeral,
        wording.on,
        wording.published_in_words,
        wording.status,
        wording.when,
        grades.code,
        grades.grade_in_words,
        grades.graded,
        grades.interest,
        grades.letter_in_words,
        grades.who,
        messages.translated,
    )
}
"""Wording of values, by its name in Python."""
_PATHS = {name: path for name, path in vars(paths).items() if name.isupper() or name.startswith("of_")} | {
    "chart_anchor": paths.chart_anchor,
}
"""Addresses of pages and files, by their names in `urls.paths`."""


_HTML_ONLY = ("tojson", "urlize", "xmlattr")
"""Filters of the library that escape for HTML and not for Markdown."""
COMPILED = CompiledTemplates()
"""Those of the generator and of the site's own."""
_MACROS = ("links", "tables", "disputes", "references", "downloads", "judgements", "chart_figure", "footnotes")
"""Templates of macros that every template knows by name."""


class _Macros:
    """The macros of a template, which is read when the first of them is called."""

    def __init__(self, environment: Environment, name: str, context: dict[str, object]) -> None:
        self._module = cache(lambda: environment.get_template(f"components/{name}.html").make_module(context))

    def __getattr__(self, macro: str) -> object:
        return getattr(self._module(), macro)


class BadTemplate(Exception):
    """Templates that cannot be rendered; each problem names a file and a line."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(report(problems))
        self.problems = problems


class _Layout(Extension):
    """Removes the indentation of lines, which Markdown would read as code, and in components the line breaks too.

    A component may be a part of a sentence or of a table cell, where a line break would end it.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source without indentation."""
        del name, filename
        return _INDENT.sub("", source)

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens, those of a component without line breaks."""
        joined = (stream.name or "").startswith("components/")
        for token in stream:
            if joined and token.type == "data":
                yield Token(token.lineno, token.type, token.value.replace("\n", ""))
            else:
                yield token


class _Unknown(StrictUndefined):
    """A name that no value has; its error proposes the name that was meant."""

    @property
    def _undefined_message(self) -> str:
        names = dir(self._undefined_obj) if self._undefined_obj is not missing else ()
        meant = did_you_mean(str(self._undefined_name), (name for name in names if not name.startswith("_")))
        return f"{super()._undefined_message}. {meant}".strip()


def render(catalog: Catalog, page: str, template: str, **values: object) -> Markup:
    """Return the template's text for the page at that path.

    Templates know the values, `catalog`, `page`, `href(target)` for a link from the page, `absolute(target)`, the addresses of
    `urls.paths` and the filters for wording.
    """
    with _reported(catalog, template):
        loaded = _environment_of(catalog).get_template(template)
        context = loaded.new_context({**_context(catalog, page), **values}, shared=True)
        text = "".join(loaded.root_render_func(context))
    return Markup(_BLANK.sub("\n\n", text).strip())  # noqa: S704 - escaped by the template


def render_document(catalog: Catalog, path: str, template: str, **values: object) -> bytes:
    """Return a whole HTML document, for a file at that path that no site engine makes."""
    return f"{render(catalog, path, f'documents/{template}.html', **values)}\n".encode()


def render_alone(template: str, **values: object) -> str:
    """Return a document, or a part of one, that depends on no site."""
    return template_environment(()).get_template(f"documents/{template}.html").render(values)


@cache
def policy() -> str:
    """Return the element with the content policy."""
    return render_alone("policy")


def render_macro(catalog: Catalog, page: str, template: str, macro: str, *values: object) -> Markup:
    """Return what a macro of the template, one of `_MACROS`, makes of the values, for the page at that path."""
    with _reported(catalog, f"components/{template}.html"):
        macros = _context(catalog, page)[template]
        return Markup(getattr(macros, macro)(*values))  # noqa: S704 - escaped by the template


@contextmanager
def _reported(catalog: Catalog, template: str) -> Iterator[None]:
    """Raise what goes wrong in a template as a `BadTemplate`; what our own code raises outside any template, as it is."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise BadTemplate(_problem(catalog, error.name or template, error.lineno, error.message or "")) from error
    except Exception as error:  # whatever a template of a site does wrong
        name, line = _position(error.__traceback__, template, catalog.templates.texts)
        if not isinstance(error, TemplateError) and name not in catalog.templates.texts:
            raise
        message = f"there is no template {error}" if isinstance(error, TemplateNotFound) else str(error)
        raise BadTemplate(_problem(catalog, name, line, message or type(error).__name__)) from error


def render_page(catalog: Catalog, path: str, template: str, **values: object) -> str:
    """Return the Markdown of the page at that path, from the template of its kind."""
    return str(render(catalog, path, f"pages/{template}.md", **values))


@lru_cache(maxsize=8)
def _context(catalog: Catalog, page: str) -> dict[str, object]:
    """Return what every template of the page knows, the environment's own names and the macros of `_MACROS` included."""
    environment = _environment_of(catalog)
    context: dict[str, object] = {
        **environment.globals,
        "catalog": catalog,
        "page": page,
        "href": lambda target: Markup(escape(html_way(page, target))),  # noqa: S704 - escaped here
        "absolute": partial(absolute, catalog.config),
    }
    context |= {name: _Macros(environment, name, context) for name in _MACROS}
    return context


def _environment_of(catalog: Catalog) -> Environment:
    return template_environment(tuple(sorted(catalog.templates.texts.items())))


@lru_cache(maxsize=4)
def template_environment(own: tuple[tuple[str, str], ...]) -> Environment:
    """Return the environment of a site with templates of its own, by name."""
    environment = Environment(
        loader=ChoiceLoader([DictLoader(dict(own)), PackageLoader("generators")]),
        extensions=[_Layout, "jinja2.ext.i18n"],
        undefined=_Unknown,
        autoescape=True,
        finalize=_escaped,
        comment_start_string="{##",  # as in briefings: {# begins the id of a heading
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension: values are given by name
    environment.filters.update(_FILTERS, e=_escaped, escape=_escaped)
    for name in _HTML_ONLY:
        del environment.filters[name]
    environment.filters.update(unbroken=unbroken, as_id=as_id, comma_list=comma_list)
    environment.globals.update(
        _PATHS,
        _=messages.gettext,
        _n=messages.ngettext,
        gettext=translating(messages.gettext),
        ngettext=translating(messages.ngettext),
        size_of=size_of,
        archive_size=archive_size,
        length_of=partial(late, LENGTH),
        drawing_of=partial(late, DRAWING),
        apart=apart,
        between=wording.between,
        frame_language=_frame_language,
    )
    return environment


@pass_eval_context  # else the library would escape constants for HTML only, before this sees them
def _escaped(_context: EvalContext, value: object) -> Markup:
    return value if type(value) is Markup else escaped_value(value)


def _frame_language() -> Markup:
    """Return the attributes of a page's root element for the site's language."""
    code = messages.site_language()
    attributes = languages.attributes(code, languages.ENGLISH) or f' lang="{code}"'
    return Markup(attributes)  # noqa: S704 - of a checked language


def _position(traceback: TracebackType | None, template: str, own: Container[str]) -> tuple[str, int]:
    """Return the innermost template and line of an error; that of the site, if the error came through one of its own."""
    places = [(template, 1)]
    while traceback:
        compiled = traceback.tb_frame.f_globals.get("__jinja_template__")
        if compiled is not None:
            places.append((compiled.name, compiled.get_corresponding_lineno(traceback.tb_lineno)))
        traceback = traceback.tb_next
    return next((place for place in reversed(places) if place[0] in own), places[-1])


def _problem(catalog: Catalog, name: str, line: int, found: str) -> Problem:
    own = name in catalog.templates.texts
    folder = catalog.templates.folder if own else _SHOWN_AS
    return Problem(
        where=Where(path=f"{folder}/{name}", line=line),
        subject="template",
        found=found,
        expected="names and values that the template is given",
        advice=f"Compare it with {_SHOWN_AS}/{name}." if own else "",
    )
