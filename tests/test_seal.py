"""Sealing: drawings inline, scripts in files, one policy, and nothing left to do the second time."""

from generators import seal

PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="../assets/stylesheets/main.css">
<script>var before = "</b>";</script></head>
<body><figure><img class="chart-wide" src="../figures/levels.wide.svg" alt="Levels"></figure>
<img class="photo" src="../figures/levels.wide.svg">
<script src="../assets/app.js"></script>
<script type="application/json">{"a": 1}</script>
</body></html>"""
FIGURES = {"figures/levels.wide.svg": '<svg class="chart-wide"></svg>'}


def sealed(html: str = PAGE) -> seal.Sealed:
    return seal.page(html, "datasets/levels.html", FIGURES)


def test_a_drawing_is_put_in_place_of_its_image_and_no_other_image() -> None:
    html = sealed().html
    assert '<figure><svg class="chart-wide"></svg></figure>' in html
    assert '<img class="photo" src="../figures/levels.wide.svg">' in html


def test_an_unknown_drawing_leaves_the_image() -> None:
    html = seal.page(PAGE, "datasets/levels.html", {}).html
    assert '<img class="chart-wide" src="../figures/levels.wide.svg" alt="Levels">' in html


def test_inline_code_moves_to_a_file_named_by_its_content() -> None:
    result = sealed()
    (script,) = result.scripts
    assert script.content == b'var before = "</b>";\n'
    assert f'<script src="../{script.path}"></script>' in result.html
    assert "var before" not in result.html


def test_data_and_files_stay_as_they_are() -> None:
    html = sealed().html
    assert '<script src="../assets/app.js"></script>' in html
    assert '<script type="application/json">{"a": 1}</script>' in html


def test_the_policy_stands_first_in_the_head_once() -> None:
    html = sealed().html
    assert html.count("Content-Security-Policy") == 1
    assert html.index("Content-Security-Policy") < html.index("stylesheet")


def test_sealing_a_sealed_page_changes_nothing() -> None:
    once = sealed()
    again = sealed(once.html)
    assert again.html == once.html
    assert again.scripts == ()


def test_the_page_of_a_missing_page_keeps_the_engine_s_absolute_way_to_the_root() -> None:
    html = '<head><link href="/site/assets/x.css" rel="stylesheet"></head><script>let a</script>'
    result = seal.page(html, "404.html", {})
    assert f'src="/site/{result.scripts[0].path}"' in result.html


def test_ways_of_writing_a_script_that_an_engine_may_choose() -> None:
    html = "<head></head><SCRIPT data-src=\"x\">run()</SCRIPT ><script type='application/json'>{}</script>"
    result = seal.page(html, "index.html", {})
    assert "run()" not in result.html
    assert "<script type='application/json'>{}</script>" in result.html
