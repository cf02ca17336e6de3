"""Sealing: drawings inline, scripts in files, one policy, and nothing left to do the second time."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from generators.build import postprocess
from generators.components.late_values import DRAWING, late
from generators.model.problems import report

MATERIAL = find_spec("material")
assert MATERIAL is not None
TEMPLATES = Path(str(MATERIAL.origin)).parent / "templates" / "partials" / "javascripts"


def of_the_theme(name: str, root: str = "..") -> str:
    """The script that one of the theme's templates writes last, on a page from which `root` leads to the site's root."""
    code = (TEMPLATES / f"{name}.html").read_text("utf-8").rpartition("<script>")[2].partition("</script>")[0]
    return code.replace("{{ config.extra.scope | d(base_url) }}", root)


CODE = of_the_theme("base")
IMAGE = '<img class="chart-wide" src="../figures/levels.wide.svg" alt="Levels">'
LATE = late(DRAWING, "figures/levels.wide.svg", IMAGE)
PAGE = f"""<!doctype html><html><head>
<link rel="stylesheet" href="../assets/stylesheets/main.css"><script src="../assets/js/first.js"></script>
<script>{CODE}</script></head>
<body><figure>{LATE}</figure>
<img class="photo" src="../figures/levels.wide.svg">
<script src="../assets/app.js"></script>
<script type="application/json">{{"a": 1}}</script>
</body></html>"""
FIGURES = {"figures/levels.wide.svg": '<svg class="chart-wide"></svg>'}


def sealed(html: str = PAGE) -> postprocess.Sealed:
    return postprocess.sealed_page(html, "datasets/levels.html", FIGURES)


def test_a_drawing_is_put_in_place_of_its_image_and_no_other_image() -> None:
    html = sealed().html
    assert '<figure><svg class="chart-wide"></svg></figure>' in html
    assert '<img class="photo" src="../figures/levels.wide.svg">' in html


def test_an_unknown_drawing_leaves_the_image() -> None:
    html = postprocess.sealed_page(PAGE, "datasets/levels.html", {}).html
    assert LATE in html


def test_inline_code_moves_to_a_file_named_by_its_content() -> None:
    result = sealed()
    (script,) = result.scripts
    assert script.content == f"{CODE}\n".encode()
    assert f'<script src="../{script.path}"></script>' in result.html
    assert CODE not in result.html


def test_data_and_files_stay_as_they_are() -> None:
    html = sealed().html
    assert '<script src="../assets/app.js"></script>' in html
    assert '<script type="application/json">{"a": 1}</script>' in html


def test_the_policy_stands_first_in_the_head_once() -> None:
    html = sealed().html
    assert html.count("Content-Security-Policy") == 1
    assert html.index("Content-Security-Policy") < html.index("stylesheet")


@pytest.mark.parametrize("head", ["<head>", '<head class="no-js">', "<HEAD>"])
def test_every_head_gets_the_policy(head: str) -> None:
    assert (
        f"{head}<meta http-equiv="
        in postprocess.sealed_page(f"<html>{head}<title>x</title></head></html>", "x.html", {}).html
    )


def test_sealing_a_sealed_page_changes_nothing() -> None:
    once = sealed()
    again = sealed(once.html)
    assert again.html == once.html
    assert again.scripts == ()


def test_the_page_of_a_missing_page_keeps_the_engine_s_absolute_way_to_the_root() -> None:
    html = '<head><script src="/site/assets/js/first.js"></script></head><script>' + CODE + "</script>"
    result = postprocess.sealed_page(html, "404.html", {})
    assert f'src="/site/{result.scripts[0].path}"' in result.html


def test_ways_of_writing_a_script_that_an_engine_may_choose() -> None:
    html = f"<head></head><SCRIPT data-src=\"x\">{CODE}</SCRIPT ><script type='application/json'>{{}}</script>"
    result = postprocess.sealed_page(html, "index.html", {})
    assert CODE not in result.html
    assert "<script type='application/json'>{}</script>" in result.html


@pytest.mark.parametrize("name", ["base", "palette", "content"])
@pytest.mark.parametrize("root", [".", "../..", "/site/", "https://example.org/a/"])
def test_what_the_theme_s_templates_write_is_known(name: str, root: str) -> None:
    result = postprocess.sealed_page(f"<head></head><script>{of_the_theme(name, root)}</script>", "index.html", {})
    assert result.problems == ()
    assert len(result.scripts) == 1


@pytest.mark.parametrize(
    "script",
    [
        "<script>run()</script>",
        f"<script>{CODE};run()</script>",
        f"<script>run(){CODE}</script>",
        f"<script>{of_the_theme('base', '..' + chr(34) + ',run(),' + chr(34))}</script>",
        f"<!-- <script> --><script>{CODE}</script>",
        "<svg><script>run()</script></svg>",
        '<script data-x=">">run()</script>',
    ],
)
def test_any_other_script_is_left_to_the_policy_and_told(script: str) -> None:
    result = postprocess.sealed_page(f"<head></head><p>{script}</p>", "a/b.html", {})
    assert result.scripts == ()
    assert script in result.html
    (problem,) = result.problems
    told = str(problem)
    assert told.startswith("a/b.html:1:1  script: found ")
    assert "expected a page on which only the theme's scripts run. Remove it from its text or data" in told


def test_the_message_names_the_beginning_of_the_script_and_its_digest() -> None:
    told = report(postprocess.sealed_page(f"<script>\n  run(1)\n{'x' * 100}</script>", "x.html", {}).problems)
    assert f'found "run(1) {"x" * 53}"' in told
    assert told.endswith("add 21405a95e2b25c6712edb5755b0e5d32 to generators/build/postprocess.py.")


DRAWING = (
    '<svg aria-labelledby="levels-wide-title" aria-describedby="levels-wide-desc"><title id="levels-wide-title">a</title>'
    '<desc id="levels-wide-desc">b</desc><g clip-path="url(#levels-wide-1)"/><clipPath id="levels-wide-1"/></svg>'
)


def test_a_drawing_that_a_page_has_twice_has_its_own_ids_each_time() -> None:
    html = PAGE.replace("</figure>", f"</figure><figure>{LATE}</figure>")
    result = postprocess.sealed_page(html, "datasets/levels.html", {"figures/levels.wide.svg": DRAWING})
    marks = re.findall(r'\bid="([^"]+)"', result.html)
    named = re.findall(r'(?:aria-\w+by="|url\(#)([^")]+)', result.html)
    assert len(marks) == len(set(marks)) == 6
    assert sorted(named) == sorted(marks)
    assert result.problems == ()


def test_a_copied_drawing_keeps_its_words() -> None:
    html = PAGE.replace("</figure>", f"</figure><figure>{LATE}</figure>")
    words = 'The gauge "id="3"" and its url(#1) &amp; more'
    drawing = DRAWING.replace(">b</desc>", f">{words}</desc>")
    result = postprocess.sealed_page(html, "datasets/levels.html", {"figures/levels.wide.svg": drawing})
    assert result.html.count(words) == 2


@pytest.mark.parametrize(
    ("html", "times"),
    [
        ('<h2 id="a">x</h2><p id="a">y</p>', 2),
        ("<i id='a'></i><i ID=a></i><i\nid = \"a\"></i>", 3),
        ('<i id="a"></i><i id="&#97;"></i>', 2),
        ('<i id="a"></i><i id="A"></i>', 0),
        ('<i id="a"></i><!-- <i id="a"> --><p>&lt;i id="a"&gt; id="a"</p>', 0),
        ('<i id="a" data-id="a" title=\'id="a"\'></i>', 0),
    ],
)
def test_an_id_that_two_elements_have_is_told(html: str, times: int) -> None:
    told = report(postprocess.sealed_page(f"<head></head>{html}", "x.html", {}).problems)
    expected = (
        f'x.html:1:1  id: found "a", expected each id once on a page. Give one of the {times} another, such as '
        "## Heading {#another-id}."
    )
    assert told == (expected if times else "")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<b onclick="run()">x</b>', '<b onclick="run()">'),
        ("<img src=x\nONERROR=run()>", '<img onerror="run()">'),
        ('<svg/onload="run()"></svg>', '<svg onload="run()">'),
        ('<b title="a>b"onclick=run()>x</b>', '<b onclick="run()">'),
        ("<p>so on = that</p>", None),
        ('<p title="it goes on = so">x</p>', None),
        ("<p>&lt;b onclick=run()&gt;</p>", None),
    ],
)
def test_an_attribute_that_runs_something_is_told(html: str, found: str | None) -> None:
    told = report(postprocess.sealed_page(html, "x.html", {}).problems)
    assert (f'x.html:1:1  attribute: found "{found}"' in told) if found else not told
