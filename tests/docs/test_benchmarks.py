"""The page about speed shows the ratios that benchmarks.json keeps."""

from tests.bench.build import PAGE, RATIOS, kept_ratios, renewed, worse


def test_the_page_shows_the_kept_ratios() -> None:
    page, kept = PAGE.read_text("utf-8"), kept_ratios()
    assert kept, "measured with make bench"
    assert all({*RATIOS} == {*ratios} for ratios in kept.values())
    assert page == renewed(page, kept)


def test_a_ratio_that_is_a_fifth_worse_is_told() -> None:
    kept = {"0": dict.fromkeys(RATIOS, 0.5)}
    taken = {build: 0.55 for build, _ in RATIOS.values()} | {base: 1.0 for _, base in RATIOS.values()}
    assert worse({0: taken}, kept) == []
    (line,) = worse({0: taken | {"one cell": 0.7}}, kept)
    assert line == "0 further briefings, one cell / first: 0.7 where 0.5 is kept"
